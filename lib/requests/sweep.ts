// Sweeps of the trackers' lists: where each was left, and whether one goes on over a page of its list.
import { listAddress } from '../model/list-address.ts';
import type { TicketFacts } from '../model/facts.ts';
import { covers, placeOf } from '../model/ticket.ts';
import type { SweepPlace } from '../ask.ts';
import type { Db } from '../store/db.ts';
import { atAGlance, claiming } from '../store/read.ts';
import type { Writer } from '../store/write.ts';

/** Where a sweep of a list was. `onward`: the tab that went for the next page, and when, ms. */
interface Left {
  readonly list: string;
  readonly ticket: string;
  readonly onward?: { readonly tab: number; readonly at: number } | undefined;
}

/** The newest lists; of those that were swept before them nothing is kept. */
const MOST_LISTS = 50;
/** A page that takes longer is looked at as one somebody came to. */
const ONWARD_MS = 30_000;

const leftIn = async (db: Db): Promise<readonly Left[]> => ((await db.get('meta', 'sweeps')) as readonly Left[] | undefined) ?? [];
const leftOf = async (db: Db, address: string): Promise<Left | undefined> =>
  (await leftIn(db)).find(({ list }) => list === listAddress(address));

/** Where a sweep of the list at an address was left. */
export async function leftAt(db: Db, address: string): Promise<SweepPlace> {
  const left = await leftOf(db, address);
  return { state: 'sweep', ...(left && { ticket: left.ticket }) };
}

/** Keeps where it is now. */
export async function noteSweep(
  db: Db,
  writer: Writer,
  { address, ticket, tab, onward }: { address: string; ticket: string; tab: number | undefined; onward?: true | undefined },
  now = Date.now(),
): Promise<void> {
  const list = listAddress(address);
  const others = (await leftIn(db)).filter((one) => one.list !== list);
  const here: Left = { list, ticket, ...(onward && tab !== undefined && { onward: { tab, at: now } }) };
  await writer.setMeta('sweeps', [here, ...others].slice(0, MOST_LISTS));
}

/** Whether a sweep went from the page before to this one. */
export async function goesOn(db: Db, tab: number | undefined, address: string, now = Date.now()): Promise<boolean> {
  const { onward } = (await leftOf(db, address)) ?? {};
  return onward !== undefined && onward.tab === tab && now - onward.at < ONWARD_MS;
}

/** Keeps what a page says of tickets, of those that a framework asks about. */
export async function seePage(db: Db, writer: Writer, facts: readonly TicketFacts[]): Promise<void> {
  const { glances, never } = await atAGlance(db);
  const wanted = facts.filter(({ ticket }) => claiming(glances, ticket).length > 0 && !never.some((one) => covers(one, placeOf(ticket))));
  if (wanted.length > 0) await writer.see(wanted);
}
