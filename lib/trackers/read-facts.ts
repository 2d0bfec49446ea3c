// What a page says of a ticket besides its title, read by a tracker's table of marks. All of it is hostile text: cut and cleaned
// here, checked again where it is taken, and never trusted for more than to sort and filter by.
import { factPoints, factText, factTexts, TITLE_LENGTH } from '../model/fact-text.ts';
import type { TicketFacts } from '../model/facts.ts';

export type Fact = 'status' | 'type' | 'assignees' | 'labels' | 'milestone' | 'priority' | 'points' | 'parent' | 'closes';

/** Where a fact stands: at a selector, or in the section under a heading. */
export interface Mark {
  readonly at?: string;
  readonly heading?: RegExp;
  /** Read from this attribute instead of from the text. */
  readonly attribute?: string;
  /** The part of the text that counts. */
  readonly part?: RegExp;
  /** When it was last seen on a real page, `2026-11`. */
  readonly seen: string;
}
export type Marks = Readonly<Partial<Record<Fact, readonly Mark[]>>>;

export interface FactMarks {
  /** On a ticket's own page. */
  readonly page: Marks;
  /** In a row or a card of a list. */
  readonly row: Marks;
  /** What stands where there is nothing: "None", "No labels". */
  readonly none: RegExp;
  /** What its words for a state mean; others are open. */
  readonly done: RegExp;
  readonly dropped: RegExp;
}

const MOST = { assignees: 20, labels: 50, closes: 20 } as const;
/** More elements of one mark than these are no list of labels. */
const MOST_ELEMENTS = 60;

const HEADINGS = 'h2, h3, h4, .discussion-sidebar-heading';
const WRITTEN = '.markdown-body, .ProseMirror, .ak-renderer-document';

/** What stands under a heading, in the smallest part of the page that has anything beside it but buttons. */
function sectionsUnder(scope: ParentNode, heading: RegExp): Element[] {
  let at: Element | null | undefined = [...scope.querySelectorAll(HEADINGS)].find(
    (one) => heading.test(one.textContent?.trim() ?? '') && !one.closest(WRITTEN),
  );
  for (; at && at !== scope && !(at !== at.closest(HEADINGS) && at.querySelectorAll(HEADINGS).length > 1); at = at.parentElement) {
    const after: Element[] = [];
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) if (!next.matches('button')) after.push(next);
    if (after.length > 0) return after.some((one) => one.matches(HEADINGS) || one.querySelector(HEADINGS)) ? after.slice(0, 1) : after;
  }
  return [];
}

const elementsOf = (scope: ParentNode, { at, heading }: Mark): Element[] => {
  const scopes = heading ? sectionsUnder(scope, heading) : [scope];
  return scopes.flatMap((one) => (at ? [...one.querySelectorAll(at)] : [one as Element])).slice(0, MOST_ELEMENTS);
};

/**
 * Everything that is found of a ticket in a part of a page.
 * @param ticketAt the ticket an address names
 */
export function readFacts(
  scope: ParentNode,
  {
    ticket,
    title,
    marks,
    table,
    ticketAt,
  }: {
    readonly ticket: string;
    readonly title: string;
    readonly marks: Marks;
    readonly table: FactMarks;
    ticketAt(address: string): string | undefined;
  },
): TicketFacts {
  const texts = (fact: Fact): string[] | undefined => {
    let there = false;
    for (const mark of marks[fact] ?? []) {
      const elements = elementsOf(scope, mark);
      there ||= elements.length > 0;
      const found = elements.flatMap((element) => {
        const raw = mark.attribute ? element.getAttribute(mark.attribute) : element.textContent;
        const text = mark.part ? mark.part.exec(raw ?? '')?.[1] : raw;
        const clean = factText(text);
        return clean && !table.none.test(clean) ? [clean] : [];
      });
      if (found.length > 0) return found;
    }
    // Where its place is there and empty, there are none.
    return there ? [] : undefined;
  };
  const tickets = (fact: 'parent' | 'closes'): string[] => {
    const links = (marks[fact] ?? []).flatMap((mark) => elementsOf(scope, mark));
    const named = links.flatMap((link) => (link instanceof HTMLAnchorElement ? (ticketAt(link.href) ?? []) : []));
    return [...new Set(named)].filter((one) => one.toLowerCase() !== ticket.toLowerCase() && one.length <= TITLE_LENGTH);
  };
  const status = texts('status')?.[0];
  const found = {
    title: factText(title, TITLE_LENGTH),
    status,
    state: status && (table.dropped.test(status) ? 'dropped' : table.done.test(status) ? 'done' : 'open'),
    type: texts('type')?.[0],
    milestone: texts('milestone')?.[0],
    priority: texts('priority')?.[0],
    points: factPoints(texts('points')?.[0]),
    parent: tickets('parent')[0],
    assignees: once(texts('assignees'), MOST.assignees),
    labels: once(texts('labels'), MOST.labels),
    closes: marks.closes && tickets('closes').length > 0 ? tickets('closes').slice(0, MOST.closes) : undefined,
  };
  return { ticket, ...(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Partial<TicketFacts>) };
}

const once = (texts: readonly string[] | undefined, most: number): string[] | undefined => texts && factTexts(texts, most);
