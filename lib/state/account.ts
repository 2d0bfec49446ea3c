// A row's repricing in full, from the versions that lie between its answer and now.
import { dayHere } from '../model/day.ts';
import { accountPhrase } from '../phrases/repricing.ts';
import type { StoredVersion } from '../store/versions.ts';
import type { Basis } from './basis.ts';
import type { Shift } from './past.ts';
import type { BacklogRow } from './ranking.ts';

export interface Repricing {
  readonly row: Pick<BacklogRow, 'tag'>;
  readonly basis: Pick<Basis, 'framework'>;
  readonly shift: Shift;
  /** ISO day. */
  readonly today: string;
}

/** @param versions of the framework, oldest first */
export function repricingAccount(versions: readonly StoredVersion[], { row, basis, shift, today }: Repricing): string {
  const { framework, at } = shift.past;
  const { answer } = row.tag;
  const between = ({ version }: { readonly version: number }): boolean => version > framework.version && version <= basis.framework.version;
  return accountPhrase({
    shift,
    given: { framework, day: dayHere(new Date(at)) },
    now: basis.framework,
    since: versions.map((one) => one.framework).filter(between),
    inputs: answer.kind === 'effects' ? answer.effects.map(({ input }) => input) : [],
    today,
  });
}
