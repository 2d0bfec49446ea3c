// Rows by their shape, where the marks by which a list is known have gone: by roles, by what can be dragged, by what is
// repeated with a ticket's link at the same place. Only on lists; and what is prose, a menu or a way around stays without.
import type { List } from '../trackers/tracker.ts';
import { lies, NO_ROW, type Row, ticketOf } from './chip-rows.ts';

/** Where a list's own rows are not, over what rows known by their marks may be in. */
const APART = `${NO_ROW}, [role="dialog"], aside, [role="complementary"], [role="banner"], [role="tree"], [aria-label*="readcrumb"]`;
/** A cell with a key is no row, and most of what stands at the side of a page is no wider either. */
const NARROWEST_PX = 160;

type Link = HTMLAnchorElement;

/** Whether a link stands in a sentence: beside it there is text of its own. */
function inText(link: Link): boolean {
  const around = link.closest('p') ?? link;
  const said = [...(link.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
  return said || (around.textContent ?? '').trim() !== (link.textContent ?? '').trim();
}

/** The way from the page's root to an element, by names of elements. */
function wayTo(element: Element): string {
  let way = '';
  for (let at: Element | null = element; at; at = at.parentElement) way += `${at.localName} `;
  return way;
}

/** Links of a list's rows are reached by the same way, and each row has one of them: the largest part with one ticket only. */
function repeated(links: readonly Link[]): [Link, Element][] {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const way = wayTo(link);
    groups.set(way, [...(groups.get(way) ?? []), link]);
  }
  return [...groups.values()]
    .filter((group) => new Set(group.map(ticketOf)).size > 1)
    .toSorted((one, other) => other.length - one.length)
    .flatMap((group) => {
      const only = new Map<Element, string | null>();
      for (const link of group) {
        const ticket = ticketOf(link) ?? null;
        for (let at: Element | null = link; at; at = at.parentElement)
          only.set(at, only.has(at) && only.get(at) !== ticket ? null : ticket);
      }
      return group.map((link): [Link, Element] => {
        let row: Element = link;
        while (row.parentElement && only.get(row.parentElement)) row = row.parentElement;
        return [link, row];
      });
    });
}

/** What stands beside rows that are known, as their brother: one among them was built in another way. */
const beside = (links: readonly Link[], rows: ReadonlySet<Element>): [Link, Element][] => {
  const holders = new Set([...rows].map((row) => row.parentElement));
  return links.flatMap((link): [Link, Element][] => {
    let row: Element = link;
    while (row.parentElement && !holders.has(row.parentElement)) row = row.parentElement;
    return row.parentElement ? [[link, row]] : [];
  });
};

/** Of a row's links to its ticket the one that is widest as it is drawn: others are for readers of screens, or for narrow ones. */
function shownLink(row: Element, link: Link): Link {
  const all = [...row.querySelectorAll<Link>('a[href]')].filter((one) => one.textContent?.trim() && ticketOf(one) === ticketOf(link));
  const width = (one: Link): number => one.getBoundingClientRect().width;
  return all.toSorted((one, other) => width(other) - width(one))[0] ?? link;
}

const own = (element: Element): Element[] => [...element.children].filter(({ localName }) => !localName.startsWith('azimuth-'));

/** Past what only wraps: what is put into the row is compared by the row's cells. */
function unwrapped(row: Element, link: Link): Element {
  const [only, more] = own(row);
  return only && !more && row !== link && only.contains(link) ? unwrapped(only, link) : row;
}

/** What is not drawn has no width, and may be as wide as it likes when it is. */
function narrow(row: Element): boolean {
  const { width } = row.getBoundingClientRect();
  return width > 0 && width < NARROWEST_PX;
}

/** Whether a row holds no more than its link, and that no more than a word: an entry of a menu, or of what one gets around by. */
const bare = (row: Element, link: Link): boolean =>
  row !== link &&
  link.childElementCount < 2 &&
  (row.textContent ?? '').trim() === (link.textContent ?? '').trim() &&
  [...row.querySelectorAll('img, svg, button')].every((sign) => link.contains(sign));

/** @param known rows that were found by their marks  @param kinds how others may be found, the surest first */
export function rowsByShape(document: Document, known: readonly Row[], kinds: readonly List[]): Row[] {
  const rows: Row[] = [];
  /** Rows with all that only wraps them, for what lies in them; and what is around them. */
  const outer = new Set(known.map(({ row }) => row));
  const around = new Set<Element>();
  const surround = (row: Element): void => {
    for (let at = row.parentElement; at && !around.has(at); at = at.parentElement) around.add(at);
  };
  for (const row of outer) surround(row);
  for (const kind of kinds) {
    const links = [...document.querySelectorAll<Link>(kind.link)].filter(
      (link) => ticketOf(link) !== undefined && !lies(link, outer) && !link.closest(APART) && !inText(link),
    );
    const found =
      kind.row === 'repeated'
        ? repeated(links)
        : kind.row === 'beside'
          ? beside(links, outer)
          : links.map((link) => [link, link.closest(kind.row)] as const);
    for (const [link, row] of found) {
      const ticket = ticketOf(link);
      if (!row || !ticket || around.has(row) || lies(row, outer) || narrow(row) || bare(row, link)) continue;
      outer.add(row);
      surround(row);
      const shown = row === link ? link : shownLink(row, link);
      rows.push({ link: shown, row: unwrapped(row, shown), ticket, kind });
    }
  }
  return rows;
}
