// What the framework's view hands on.
import type { Framework } from '../../lib/model/framework.ts';
import type { ClaimConflict } from '../../lib/state/claim-conflicts.ts';
import type { FileReadings } from '../../lib/state/file-readings.ts';
import type { StoredVersion } from '../../lib/store/versions.ts';
import type { Template } from '../../lib/templates/template.ts';
import type { ReadClaims } from './claims.tsx';

export interface FrameworkVerbs {
  /** Opens an empty form. */
  create(): void;
  remove(): void;
  /** Opens the guide at a step (from 1), or where it was left; `undefined` closes it. */
  guide(step: number | 'on' | undefined): void;
  /** Begins from a worked model: fills the form of a framework in the making, else begins another. */
  take(model: Template): void;
  /** Has the other framework give up a place that both claim. */
  settle(conflict: ClaimConflict): void;
  /** The framework as a file, with its readings. */
  saveFile(): Promise<void>;
  /** What was read from a file: in place of this framework, or as one of its own; its readings once it is stored. */
  apply(read: Framework, own: boolean, readings: FileReadings): void;
  /** All versions there were, oldest first. */
  versions(): Promise<readonly StoredVersion[]>;
  /** Throws away what is not stored and shows what is. */
  reload(): void;
  readClaims(pasted: string): ReadClaims;
}
