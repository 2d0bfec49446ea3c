// What a tracker writes when somebody exports a list, as tickets and what is said of them. All of it is hostile text.
import { factPoints, factText, factTexts, TITLE_LENGTH } from '../model/fact-text.ts';
import type { TicketFacts } from '../model/facts.ts';
import { ticketKey } from '../model/ticket.ts';
import type { Row } from './table.ts';
import { type Columns, COLUMNS_OF, type Exporter, type Field, nameOf } from './tracker-columns.ts';

const DROPPED = /\b(won.?t (do|fix)|duplicate|cannot reproduce|declined|abandoned|rejected|obsolete|not planned|cancell?ed)\b/i;
const DONE = /^(done|closed|resolved|completed?|released|merged|fertig|erledigt|geschlossen)$/i;
const KEY = /^[a-z][a-z0-9_]*-[1-9]\d*$/i;
const MOST_ASSIGNEES = 20;
const MOST_LABELS = 50;
const MOST_CLOSED = 20;

/** Where the tickets of a file are, where it does not say so itself. */
export interface Whereabouts {
  readonly tracker: Exporter;
  /** Jira: host and context path; Linear: workspace; GitHub: `[HOST/]OWNER/REPO`; as ids spell them. */
  readonly site: string;
  /** The ticket an address names. */
  ticketAt(address: string): string | undefined;
}

export interface ReadTicket {
  /** The row's number as a spreadsheet shows it. */
  readonly row: number;
  readonly facts: TicketFacts;
}

export interface TrackerTable {
  readonly tickets: readonly ReadTicket[];
  /** Rows that name no ticket: drafts of a project, other things. */
  readonly unnamed: readonly number[];
  /** Rows whose ticket came before. */
  readonly repeated: readonly number[];
}

/** A row by field: everything that stands in columns of its names, the surest name first. */
function reader(heading: readonly string[], columns: Columns): (row: Row, field: Field) => string[] {
  const names = heading.map(nameOf);
  const places = Object.fromEntries(
    Object.entries(columns).map(([field, known]) => [
      field,
      known.map((name) => names.flatMap((one, i) => (one === name.toLowerCase() ? [i] : []))),
    ]),
  ) as Partial<Record<Field, number[][]>>;
  return ({ cells }, field) => {
    for (const group of places[field] ?? []) {
      const found = group.map((i) => cells[i]?.trim() ?? '').filter((cell) => cell !== '');
      if (found.length > 0) return found;
    }
    return [];
  };
}

/** Lists in one cell: `bug, good first issue`. Jira has a column for each. */
const listed = (cells: readonly string[], tracker: Exporter): string[] =>
  tracker === 'jira' ? [...cells] : cells.flatMap((cell) => cell.split(/\s*[,;\n]\s*/));

/**
 * The tickets of an export, with what it says of them.
 * @param heading its first row @param rows the others
 */
export function readTrackerTable(heading: readonly string[], rows: readonly Row[], where: Whereabouts): TrackerTable {
  const { tracker, site, ticketAt } = where;
  const of = reader(heading, COLUMNS_OF[tracker]);
  const named = (text: string, repository = site): string | undefined => {
    if (/^https?:\/\//i.test(text)) return ticketAt(text);
    if (tracker === 'github') {
      const [, repo = repository, number] = /^([\w-]+\/[\w.-]+)?#?([1-9]\d{0,9})$/.exec(text) ?? [];
      return number && /^(?:[^/\s#]+\/)?[\w-]+\/[\w.-]+$/.test(repo) ? `github:${repo}#${number}` : undefined;
    }
    return KEY.test(text) && site !== '' ? `${tracker}:${site}/${text.toUpperCase()}` : undefined;
  };
  const ticketOf = (row: Row): string | undefined => {
    const [url = ''] = of(row, 'url');
    const [repository = site] = of(row, 'repository').map((text) =>
      text.replace(/^https:\/\/github\.com\//, '').replace(/^https:\/\//, ''),
    );
    return (url && ticketAt(url)) || named(of(row, 'key')[0] ?? '', repository);
  };
  // Jira's older exports name a parent by a number that only this file explains.
  const byNumber = new Map(rows.flatMap((row) => of(row, 'id').map((id) => [id, ticketOf(row)] as const)));
  const parentOf = (row: Row): string | undefined => {
    const [text = ''] = of(row, 'parent');
    return named(text) ?? byNumber.get(text);
  };

  const names = new Set(heading.map(nameOf));
  const hasColumn = (field: Field): boolean => (COLUMNS_OF[tracker][field] ?? []).some((name) => names.has(name.toLowerCase()));
  const seen = new Set<string>();
  const unnamed: number[] = [];
  const repeated: number[] = [];
  const tickets = rows.flatMap((row): ReadTicket[] => {
    const ticket = ticketOf(row);
    if (ticket === undefined || ticket.length > 300) return (void unnamed.push(row.number), []);
    if (seen.has(ticketKey(ticket))) return (void repeated.push(row.number), []);
    seen.add(ticketKey(ticket));
    return [{ row: row.number, facts: factsOf(ticket, row) }];
  });

  function factsOf(ticket: string, row: Row): TicketFacts {
    const one = (field: Field): string | undefined => factText(of(row, field)[0]);
    const many = (field: Field, most: number): string[] => factTexts(listed(of(row, field), tracker), most);
    const parent = parentOf(row);
    const closes = listed(of(row, 'closes'), tracker).flatMap((text) => named(text) ?? []);
    const found = {
      title: factText(of(row, 'title')[0], TITLE_LENGTH),
      state: stateOf(one, of(row, 'status')[0]),
      status: one('status'),
      type: /\/pull\/\d+/.test(of(row, 'url')[0] ?? '') ? 'Pull request' : one('type'),
      // Of several sprints the last is the present one.
      milestone: factText(of(row, 'sprint').at(-1)) ?? factText(of(row, 'milestone').at(-1)),
      priority: one('priority'),
      points: factPoints(of(row, 'points')[0]),
      parent: parent && ticketKey(parent) !== ticketKey(ticket) ? parent : undefined,
    };
    const lists = {
      assignees: many('assignees', MOST_ASSIGNEES),
      labels: many('labels', MOST_LABELS),
      closes: closes.slice(0, MOST_CLOSED),
    };
    return {
      ticket,
      ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
      // A column that is there and empty says that there are none; one that is not there says nothing.
      ...Object.fromEntries(
        Object.entries(lists).filter(([field, all]) => all.length > 0 || (field !== 'closes' && hasColumn(field as Field))),
      ),
    };
  }

  return { tickets, unnamed, repeated };
}

/** Whether it is still to be done, by what the tracker says of its state; `undefined` where it says nothing. */
function stateOf(one: (field: Field) => string | undefined, status: string | undefined): TicketFacts['state'] {
  const resolution = one('resolution') ?? '';
  if (one('dropped') || DROPPED.test(resolution) || DROPPED.test(status ?? '')) return 'dropped';
  const category = one('category');
  if (one('done') || DONE.test(category ?? status ?? '')) return 'done';
  if (resolution !== '' && !/^(unresolved|nicht erledigt)$/i.test(resolution) && category === undefined) return 'done';
  return status === undefined && category === undefined ? undefined : 'open';
}
