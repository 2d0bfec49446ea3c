// What a sweep on the dashboard goes over: tickets out of what was pasted, out of a tracker's export, or those that were seen
// here and are not answered.
import { exporterOf, saysWhere } from '../formats/tracker-columns.ts';
import { readTrackerTable } from '../formats/tracker-csv.ts';
import type { TicketFacts } from '../model/facts.ts';
import { covers, placeOf } from '../model/ticket.ts';
import type { Db, Identity } from '../store/db.ts';
import { ticketPages } from '../store/read.ts';
import { type ImportRefusal, isRefusal, type NamedText, readTable } from './import-source.ts';
import { type NamedTicket, ticketsInText } from './ticket-text.ts';

export interface Listed {
  readonly tickets: readonly NamedTicket[];
  /** What an export says of them. */
  readonly facts: readonly TicketFacts[];
  /** Rows that name no ticket, and tickets that are worked off. */
  readonly unnamed: number;
  readonly finished: number;
}
export type Read =
  | { readonly at: 'listed'; readonly listed: Listed }
  /** Keys, and it is not known of which site. */
  | { readonly at: 'where'; readonly tracker: 'jira' | 'linear' | undefined }
  | { readonly at: 'none' }
  | { readonly at: 'refused'; readonly why: ImportRefusal };

/**
 * @param site of its keys, `jira:HOST` or `linear:WORKSPACE`; '' while that is not known
 * @param ticketAt the ticket an address names
 */
export async function readTickets(
  given: NamedText,
  { site, sites, ticketAt }: { readonly site: string; readonly sites: readonly string[]; ticketAt(address: string): string | undefined },
  until: AbortSignal,
): Promise<Read> {
  const source = await readTable(given, undefined, () => {}, until);
  if (!isRefusal(source)) {
    const [heading, ...rows] = source.table.rows;
    const tracker = exporterOf(heading?.cells ?? []);
    if (heading && tracker) {
      const fitting = sites.filter((one) => one.startsWith(`${tracker}:`));
      const chosen = site.startsWith(`${tracker}:`) ? site : fitting.length === 1 ? (fitting[0] ?? '') : '';
      if (chosen === '' && tracker !== 'github' && !saysWhere(heading.cells, tracker)) return { at: 'where', tracker };
      const table = readTrackerTable(heading.cells, rows, { tracker, site: chosen.slice(chosen.indexOf(':') + 1), ticketAt });
      const open = table.tickets.filter(({ facts }) => facts.state !== 'done' && facts.state !== 'dropped');
      if (table.tickets.length === 0) return { at: 'none' };
      return {
        at: 'listed',
        listed: {
          tickets: open.map(({ facts }) => ({ ticket: facts.ticket, title: facts.title ?? '' })),
          facts: table.tickets.map(({ facts }) => facts),
          unnamed: table.unnamed.length,
          finished: table.tickets.length - open.length,
        },
      };
    }
  } else if (source.why === 'too-large' || source.why === 'empty') return { at: 'refused', why: source };
  const only = site || (sites.length === 1 ? (sites[0] ?? '') : '');
  const { tickets, unclear } = ticketsInText(given.text, only, ticketAt);
  if (tickets.length === 0 && unclear.length > 0) return { at: 'where', tracker: undefined };
  if (tickets.length === 0) return { at: 'none' };
  return { at: 'listed', listed: { tickets, facts: [], unnamed: unclear.length, finished: 0 } };
}

/** The tickets that were seen on this device, lie where the framework asks, are to be done, and have no answer. */
export async function unanswered(
  db: Db,
  { team, claims }: { readonly team: string; readonly claims: readonly string[] },
): Promise<NamedTicket[]> {
  const who = (await db.get('meta', 'identity')) as Identity | undefined;
  const keys = await db.getAllKeys('tags', IDBKeyRange.bound([team], [team, []]));
  const answered = new Set(keys.flatMap(([, ticket, person]) => (person === who?.person ? [ticket] : [])));
  const found: NamedTicket[] = [];
  for await (const page of ticketPages(db))
    for (const { key, ticket, title = '', state } of page) {
      if (state === 'done' || state === 'dropped' || !claims.some((claim) => covers(claim, placeOf(ticket)))) continue;
      if (!answered.has(key)) found.push({ ticket, title });
    }
  return found;
}
