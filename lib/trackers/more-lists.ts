// Rows by what they are, of every tracker, where a list has lost the names that its own file knows it by. Kept apart from
// those: most pages never need them. `repeated` is a row by the place of its link in what is repeated, `beside` a brother
// of rows that are known already.
import { type ChipPlace, inLineAfter, type List, overEndOf, overTailOf } from './tracker.ts';

const own = (element: Element): Element[] => [...element.children].filter(({ localName }) => !localName.startsWith('azimuth-'));

/** The cell with most room in a row: what the row is about stands there. */
function widestCell(row: Element): Element | undefined {
  let cells = own(row);
  while (cells.length === 1 && cells[0]) cells = own(cells[0]);
  const width = (cell: Element): number => cell.getBoundingClientRect().width;
  const said = cells.filter((cell) => cell.textContent?.trim() && !cell.matches('a, button, svg, img'));
  return said.toSorted((one, other) => width(other) - width(one))[0];
}

/** Where a row is itself the link, a line in it is that of its cells: only a card has one to end. */
const CARD_PX = 60;
function placesInLink(row: Element): (ChipPlace | undefined)[] {
  const said = row.querySelector('span');
  const card = row.getBoundingClientRect().height > CARD_PX;
  return [card ? inLineAfter(said) : undefined, card ? undefined : overEndOf(widestCell(row), row), overTailOf(said)];
}

const places = (row: Element, link: Element): (ChipPlace | undefined)[] =>
  row === link ? placesInLink(row) : [inLineAfter(link), overEndOf(widestCell(row) ?? link, row)];
const way = (name: string, seen: string, link: string, row: string, title?: List['title']): List => ({
  ...{ name, seen, link, row, places },
  ...(title && { title }),
});

const EVERY: readonly List[] = [
  way(
    'list-item',
    '2026-11',
    'li a[href],tr a[href],[role="row"] a[href],[role="listitem"] a[href]',
    'li, tr, [role="row"], [role="listitem"]',
  ),
  way('repeated', '2026-11', 'a[href]', 'repeated'),
  way('beside', '2026-11', 'a[href]', 'beside'),
];
const BROWSE = 'a[href*="/browse/"]';

const MORE: Readonly<Record<string, readonly List[]>> = {
  github: [
    way('title-link', '2026-11', 'a[data-testid="issue-pr-title-link"]', 'li, [role="listitem"]'),
    way('classic-id', '2024-04', '[id^="issue_"] a[id^="issue_"][id$="_link"]', '[id^="issue_"]:not(a)'),
  ],
  jira: [
    way(
      'issue-key',
      '2024-06',
      `[data-issue-key] ${BROWSE}, [data-issuekey] ${BROWSE}`,
      '[data-issue-key]:not(a), [data-issuekey]:not(a)',
      widestCell,
    ),
    way('dragged', '2026-08', `[draggable="true"] ${BROWSE}`, '[draggable="true"]:not(a)', widestCell),
  ],
  linear: [way('link-row', '2026-08', 'a[href*="/issue/"]:has(svg):has(span + *)', 'a', widestCell)],
};

/** How rows of a tracker may be found when their marks have gone, the surest first. */
export const moreLists = (tracker: string): readonly List[] => [...(MORE[tracker] ?? []), ...EVERY];
