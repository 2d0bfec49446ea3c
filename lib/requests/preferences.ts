// What is turned off and where the panel stands: asked about with each question, and changed.
import type { Reply } from '../ask.ts';
import { type Change, type Corner, type Preferences, trackerOf, wanted, withChange } from '../model/preferences.ts';
import type { Site } from '../model/site.ts';
import type { Db } from '../store/db.ts';
import { preferencesOf } from '../store/read.ts';
import type { Writer } from '../store/write.ts';
import { surfaceAt } from '../trackers/surfaces.ts';
import { question } from './question.ts';

/** The question, or that none is wanted on this kind of page; with how the panel is to stand. @param today ISO day */
export async function questionHere(db: Db, ticket: string, address: string, sites: readonly Site[], today: string): Promise<Reply> {
  const preferences = await preferencesOf(db);
  const tracker = trackerOf(ticket);
  if (!wanted(preferences, tracker, surfaceAt(address, sites))) return { state: 'off' };
  const { dock = false, at } = preferences[tracker] ?? {};
  return { ...(await question(db, ticket, today)), standing: { dock, ...(at && { at }) } };
}

/** Remembers where the panel of a ticket's tracker stands. Back in the page it forgets no corner: it may be wanted again. */
export const stand = (writer: Writer, { ticket, dock, at }: { ticket: string; dock: boolean; at?: Corner | undefined }): Promise<void> =>
  prefer(writer, { tracker: trackerOf(ticket), dock, ...(at && { at }) });

/** Keeps one change: whatever was changed meanwhile, in another tab or by the panel itself, stays changed. */
export const prefer = (writer: Writer, change: Change): Promise<void> =>
  writer.changeMeta<Preferences>('preferences', (known = {}) => withChange(known, change));
