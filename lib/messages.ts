// The border: every message the background takes, who may send it, and what it must look like. A tracker page's
// script is not trusted: it may speak only of the ticket its own tab shows.
import * as z from 'zod/mini';
import { TicketFacts } from './model/facts.ts';
import { Framework } from './model/framework.ts';
import { Visit } from './model/health.ts';
import { MetricId } from './model/metric.ts';
import { Change, Corner } from './model/preferences.ts';
import { Origin, Reading } from './model/reading.ts';
import { TeamRecord } from './model/record.ts';
import type { Site } from './model/site.ts';
import { Answer, Remarks } from './model/tag.ts';
import { OF_TEAM } from './sync/messages.ts';
import { mayShow, ticketAt } from './trackers/addresses.ts';
import { sameSite } from './trackers/site.ts';

const TITLE_KEPT = 300;
/** Readings in one message: all of them are stored, or none. */
export const MOST_IMPORTED = 1000;
/** Chips in one message. */
const MOST_CHIPS = 200;

const Ticket = z.string().check(z.maxLength(300), z.regex(/^(github|jira|linear):[^\s]+(#|-)\d+$/));
/** A place or a ticket as it is compared: in lower case. */
const Place = z.string().check(z.maxLength(300), z.regex(/^(github|jira|linear):\S+$/), z.lowercase());
const Request = z.string().check(z.regex(/^[0-9a-z-]{8,64}$/));
const Handle = z.string().check(z.minLength(1), z.maxLength(64));
/** Of a request that does many things: each has a name of its own, this and a number behind it. */
const ManyRequest = z.string().check(z.regex(/^[0-9a-z-]{8,56}$/));
/** Titles are hostile text of any length: kept short, never a reason to refuse a save. */
const Title = z.pipe(
  z.string(),
  z.transform((title) => title.replace(/\s+/g, ' ').slice(0, TITLE_KEPT).toWellFormed()),
);

/** One reading of an import; framework and source go without saying. */
const ImportedReading = z.strictObject({ metric: MetricId, date: z.iso.date(), value: z.number(), origin: Origin });

const RecordKey = z.string().check(z.maxLength(160), z.regex(/^(decision|budget|view)\/.+$/));
const SeenTicket = z.strictObject({ ...TicketFacts.shape, ticket: Ticket });
/** `at`: when it was given, where that is not now. */
const ManyTag = z.strictObject({ ticket: Ticket, title: Title, answer: Answer, ...Remarks.shape, at: z.optional(z.iso.datetime()) });

/** Set by the editor of a row. */
const ofRow = { row: z.optional(z.literal(true)) };
const save = { ticket: Ticket, request: Request, team: Handle, title: Title, answer: Answer, ...Remarks.shape, ...ofRow };

const HERE = {
  origin: z.string().check(z.maxLength(260), z.regex(/^https?:\/\/[^\s/@?#]+$/)),
  context: z.string().check(z.maxLength(100), z.regex(/^(\/[\w.~-]+)*$/)),
};
/** A site of the user's own, as a page of ours found it. */
export const SiteSchema: z.ZodMiniType<Site> = z.discriminatedUnion('tracker', [
  z.strictObject({ ...HERE, tracker: z.literal('github'), flavour: z.enum(['server', 'ghe.com']) }),
  z.strictObject({ ...HERE, tracker: z.literal('jira'), flavour: z.enum(['cloud', 'data-center']) }),
]);

/** What a tracker page's script may send. */
export const FROM_TRACKER = {
  question: z.strictObject({ ask: z.literal('question'), ticket: Ticket, drawn: z.boolean(), ...ofRow }),
  save: z.strictObject({ ask: z.literal('save'), ...save }),
  undo: z.strictObject({ ask: z.literal('undo'), ticket: Ticket, request: Request, team: Handle, op: Request, ...ofRow }),
  meaning: z.strictObject({ ask: z.literal('meaning') }),
  draft: z.strictObject({ ask: z.literal('draft'), ticket: Ticket, draft: z.optional(z.string().check(z.maxLength(8000))), ...ofRow }),
  claim: z.strictObject({ ask: z.literal('claim'), ticket: Ticket, request: Request, framework: Handle }),
  never: z.strictObject({ ask: z.literal('never'), ticket: Ticket }),
  rows: z.strictObject({ ask: z.literal('rows') }),
  /** `asked`: for a sweep, which somebody has called for, whether or not chips are turned off. */
  chips: z.strictObject({
    ask: z.literal('chips'),
    tickets: z.array(Ticket).check(z.minLength(1), z.maxLength(MOST_CHIPS)),
    asked: z.optional(z.literal(true)),
  }),
  /** Where a sweep of this list was left, and where it is; `onward`: about to go to the list's next page. */
  sweepFrom: z.strictObject({ ask: z.literal('sweepFrom') }),
  sweepAt: z.strictObject({ ask: z.literal('sweepAt'), ticket: Ticket, row: z.literal(true), onward: z.optional(z.literal(true)) }),
  /** What the page says of tickets besides. */
  seen: z.strictObject({ ask: z.literal('seen'), facts: z.array(SeenTicket).check(z.minLength(1), z.maxLength(MOST_CHIPS)), ...ofRow }),
  editor: z.strictObject({ ask: z.literal('editor') }),
  shapes: z.strictObject({ ask: z.literal('shapes') }),
  left: z.strictObject({ ask: z.literal('left') }),
  /** The address names no ticket, and a pane may. */
  pane: z.strictObject({ ask: z.literal('pane') }),
  /** Where the panel of the ticket's tracker stands from now on. */
  stand: z.strictObject({ ask: z.literal('stand'), ticket: Ticket, dock: z.boolean(), at: z.optional(Corner) }),
  /** What the panel needs at the edge of the page. */
  dock: z.strictObject({ ask: z.literal('dock') }),
  health: z.strictObject({ ask: z.literal('health'), ticket: Ticket, visit: Visit }),
  open: z.strictObject({ ask: z.literal('open'), page: z.enum(['welcome', 'framework', 'status', 'settings']) }),
  site: z.strictObject({ ask: z.literal('site') }),
} as const;

/** What the extension's own pages may send, besides nothing a tracker page may. */
export const FROM_OWN_PAGE = {
  saveFramework: z.strictObject({
    ask: z.literal('saveFramework'),
    request: Request,
    team: z.optional(Handle),
    framework: Framework,
    /** The version it was made from, 0 for none. */
    base: z.optional(z.int().check(z.gte(0))),
  }),
  removeFramework: z.strictObject({ ask: z.literal('removeFramework'), request: Request, team: Handle, id: Handle }),
  logReading: z.strictObject({ ask: z.literal('logReading'), request: Request, team: Handle, reading: Reading }),
  importReadings: z.strictObject({
    ask: z.literal('importReadings'),
    request: ManyRequest,
    part: z.optional(ManyRequest),
    team: Handle,
    framework: Handle,
    readings: z.array(ImportedReading).check(z.minLength(1), z.maxLength(MOST_IMPORTED)),
  }),
  /** `of`: the request of an import. */
  undoImport: z.strictObject({ ask: z.literal('undoImport'), request: ManyRequest, team: Handle, of: ManyRequest }),
  /** `of`: the request of a `saveTags` or `saveRecords`. */
  undoTags: z.strictObject({ ask: z.literal('undoTags'), request: ManyRequest, team: Handle, of: ManyRequest }),
  undoOperation: z.strictObject({ ask: z.literal('undoOperation'), request: Request, team: Handle, op: Request }),
  /** Many answers at once, of one hand: bulk changes and imports. `part`: the whole that this is a part of. */
  saveTags: z.strictObject({
    ask: z.literal('saveTags'),
    request: ManyRequest,
    part: z.optional(ManyRequest),
    team: Handle,
    /** The file they come from, for what lists imports; absent for what was done by hand. */
    file: z.optional(z.string().check(z.maxLength(200))),
    tags: z.array(ManyTag).check(z.minLength(1), z.maxLength(MOST_IMPORTED)),
  }),
  saveRecord: z.strictObject({ ask: z.literal('saveRecord'), request: Request, team: Handle, key: RecordKey, record: TeamRecord }),
  /** Those of an import. */
  saveRecords: z.strictObject({
    ask: z.literal('saveRecords'),
    request: ManyRequest,
    part: z.optional(ManyRequest),
    team: Handle,
    file: z.string().check(z.maxLength(200)),
    records: z.array(z.strictObject({ key: RecordKey, record: TeamRecord })).check(z.minLength(1), z.maxLength(MOST_IMPORTED)),
  }),
  removeRecord: z.strictObject({ ask: z.literal('removeRecord'), request: Request, team: Handle, key: RecordKey }),
  /** What a file says of tickets. */
  seeTickets: z.strictObject({
    ask: z.literal('seeTickets'),
    tickets: z.array(SeenTicket).check(z.minLength(1), z.maxLength(MOST_IMPORTED)),
  }),
  /** Taken back by `undoTags`. */
  removeTags: z.strictObject({
    ask: z.literal('removeTags'),
    request: ManyRequest,
    team: Handle,
    tickets: z.array(Ticket).check(z.minLength(1), z.maxLength(MOST_IMPORTED)),
  }),
  removeTag: z.strictObject({ ask: z.literal('removeTag'), request: Request, team: Handle, ticket: Ticket }),
  loadSample: z.strictObject({ ask: z.literal('loadSample') }),
  removeSample: z.strictObject({ ask: z.literal('removeSample') }),
  /** Begins a sweep of the list in a tab. */
  sweep: z.strictObject({ ask: z.literal('sweep'), tab: z.int() }),
  prefer: z.strictObject({ ask: z.literal('prefer'), change: Change }),
  allowHere: z.strictObject({ ask: z.literal('allowHere'), place: z.string() }),
  addSite: z.strictObject({ ask: z.literal('addSite'), site: SiteSchema }),
  removeSite: z.strictObject({ ask: z.literal('removeSite'), ...HERE }),
  addAlias: z.strictObject({ ask: z.literal('addAlias'), from: Place, to: Place }),
  removeAlias: z.strictObject({ ask: z.literal('removeAlias'), from: Place }),
  ...OF_TEAM,
} as const;

export type TrackerMessage = z.infer<(typeof FROM_TRACKER)[keyof typeof FROM_TRACKER]>;
export type OwnMessage = z.infer<(typeof FROM_OWN_PAGE)[keyof typeof FROM_OWN_PAGE]>;
export type Message = TrackerMessage | OwnMessage;
/** What each message of our own pages needs, before it is parsed: what a page's code has to supply. */
export type OwnAsk = z.input<(typeof FROM_OWN_PAGE)[keyof typeof FROM_OWN_PAGE]>;

/** The part of a browser's sender that decides. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

export type Admitted =
  | { readonly ok: true; readonly message: Message; readonly tab?: number; readonly address?: string }
  | { readonly ok: false; readonly why: 'not-allowed' | 'invalid' | 'wrong-ticket' };

/**
 * Decides whether a message is let in.
 * @param own this extension's id and the origin of its pages
 * @param sites those of the user's own that the browser lets us be on
 */
export function admit(
  raw: unknown,
  sender: Sender,
  own: { readonly id: string; readonly origin: string },
  sites: readonly Site[] = [],
): Admitted {
  const asked = typeof raw === 'object' && raw !== null && 'ask' in raw ? raw.ask : undefined;
  const name = typeof asked === 'string' ? asked : '';
  if (sender.id !== own.id) return { ok: false, why: 'not-allowed' };
  if (Object.hasOwn(FROM_OWN_PAGE, name)) {
    if (!sender.url?.startsWith(`${own.origin}/`)) return { ok: false, why: 'not-allowed' };
    const parsed = FROM_OWN_PAGE[name as keyof typeof FROM_OWN_PAGE].safeParse(raw);
    return parsed.success ? { ok: true, message: parsed.data } : { ok: false, why: 'invalid' };
  }
  if (!Object.hasOwn(FROM_TRACKER, name) || sender.frameId !== 0 || sender.tab?.id === undefined) return { ok: false, why: 'not-allowed' };
  const parsed = FROM_TRACKER[name as keyof typeof FROM_TRACKER].safeParse(raw);
  if (!parsed.success) return { ok: false, why: 'invalid' };
  const message = parsed.data;
  // The tab's address, not the sender's: the sender's stays what it was when the page was loaded.
  const address = sender.tab.url ?? '';
  if (!ticketsOf(message).every(mayName(message, address, sites))) return { ok: false, why: 'wrong-ticket' };
  return { ok: true, message, tab: sender.tab.id, address };
}

const ticketsOf = (message: TrackerMessage): readonly string[] =>
  'tickets' in message
    ? message.tickets
    : 'facts' in message
      ? message.facts.map(({ ticket }) => ticket)
      : 'ticket' in message
        ? [message.ticket]
        : [];

/** Of which tickets a message may speak, sent from an address: chips and their editor of those of its site, all else of its own. */
function mayName(message: TrackerMessage, address: string, sites: readonly Site[]): (ticket: string) => boolean {
  if ('tickets' in message || ('row' in message && message.row))
    return (ticket) => sameSite(ticket, address, (one) => ticketAt(one, sites));
  return mayShow(address, sites);
}
