// Settling a place that two frameworks claim: the other one gives it up, as a version of its own that can be undone.
import { dayHere } from '../../lib/model/day.ts';
import { say } from '../../lib/say.ts';
import type { ClaimConflict } from '../../lib/state/claim-conflicts.ts';
import { MOST_CHANGES } from '../../lib/model/framework.ts';
import { newRequest } from '../../lib/state/own.ts';
import { frameworks } from '../../lib/store/read.ts';
import { nextVersion } from '../../lib/store/versions.ts';
import type { Desk } from './desk.ts';

const LONGEST_REASON = 500;

/** @param name of the framework that asks from now on */
export async function settleClaim(desk: Desk, { other, theirs }: ClaimConflict, name: string): Promise<void> {
  const db = await desk.database();
  // As it is now: what was done to it elsewhere since this page last looked stays done.
  const row = (await frameworks(db)).find(({ id }) => id === other.id);
  if (!row) return;
  const version = await nextVersion(db, row.team, row.id);
  const note = { version, date: dayHere(new Date()), reason: say('claimGiven', theirs, name).slice(0, LONGEST_REASON) };
  const framework = {
    ...row.framework,
    claims: row.framework.claims.filter((claim) => claim !== theirs),
    changes: [...(row.framework.changes ?? []), note].slice(-MOST_CHANGES),
  };
  const request = newRequest();
  const back = { text: say('claimBack', theirs, other.name) };
  const undo = (): void => void desk.write({ ask: 'undoOperation', request: newRequest(), team: row.team, op: request }, back);
  await desk.write({ ask: 'saveFramework', request, framework }, { text: say('claimSettled', theirs, name), undo });
}
