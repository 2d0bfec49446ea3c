// Finding a host's properties column by what it is, where every name it had is gone: several short sections with
// headings, narrow, beside something wider. Measured, so it never mistakes a list of comments for it.
import { allDrawn, FOREIGN, misplaced, onTopOf, type Spot } from './tracker.ts';

const NARROWEST_PX = 180;
const WIDEST_PX = 520;
/** Sides have to be beside each other for so long to be columns, not lines of text. */
const BESIDE_PX = 40;
const LONGEST_SECTION = 600;
const STEPS = 8;
const HEADED = 'h2, h3, h4, [role="heading"], section';
/** What holds headed sections without being properties. */
const OTHER = `${FOREIGN}, header, footer, article, form, ul, ol, [data-testid*="omment"], [class*="omment"]`;

/** Whether something wider than it stands beside an element, at its start: what the column is the column of. */
function isBeside(element: Element): boolean {
  const own = element.getBoundingClientRect();
  if (own.width < NARROWEST_PX || own.width > WIDEST_PX) return false;
  const rtl = getComputedStyle(element).direction === 'rtl';
  return [...(element.parentElement?.children ?? [])].some((other) => {
    const its = other.getBoundingClientRect();
    const apart = rtl ? its.left >= own.right - 1 : its.right <= own.left + 1;
    return other !== element && apart && its.width > own.width && Math.min(its.bottom, own.bottom) - Math.max(its.top, own.top) > BESIDE_PX;
  });
}

const short = (element: Element): boolean => (element.textContent ?? '').trim().length < LONGEST_SECTION;

/** The spot on top of such a column. */
export function besideTheRest(scope: ParentNode): Spot | undefined {
  for (const heading of allDrawn(scope, HEADED)) {
    let column: Element = heading;
    for (let step = 0; step < STEPS && !isBeside(column) && column.parentElement; step++) column = column.parentElement;
    if (!isBeside(column) || !scope.contains(column) || misplaced(heading, scope, OTHER)) continue;
    while (column.childElementCount === 1 && column.firstElementChild) column = column.firstElementChild;
    const sections = [...column.children].filter((child) => (child.matches(HEADED) || child.querySelector(HEADED)) && short(child));
    if (sections.length >= 2) return onTopOf(column);
  }
  return undefined;
}

const LONGEST_COLUMN = 2500;
const SHORTEST_PX = 160;
const WIDE_PX = 400;
const DEEPEST = 16;
/** So many parts are looked at on one level of the page: what is wide is few. */
const MOST_WIDE = 60;

/** What a column cannot hold: it would be the page itself, what people say to each other, or a place to write. */
const MAIN = 'h1, article, textarea, iframe, [contenteditable="true"], [role="textbox"]';

/** The parts of a column, past what only wraps them, where they are several, and short. */
function shortParts(element: Element): Element[] | undefined {
  let column = element;
  while (column.childElementCount === 1 && column.firstElementChild) column = column.firstElementChild;
  const parts = [...column.children].filter((part) => part.getClientRects().length > 0 && (part.textContent ?? '').trim());
  return parts.length >= 3 && parts.every(short) ? [column, ...parts] : undefined;
}

/** Whether an element has no box of its own: what is in it stands where it stands. */
const boxless = (element: Element): boolean => getComputedStyle(element).display === 'contents';

/** The spot on top of a column that has not even headings: beside what is wide, narrow, tall, of several short parts. */
export function besideTheMain(scope: ParentNode): Spot | undefined {
  let wide: Element[] = 'body' in scope ? [(scope as Document).body] : [...scope.children];
  let found: Spot | undefined;
  for (let step = 0; step < DEEPEST && wide.length > 0; step++) {
    const next: Element[] = [];
    for (const child of wide.flatMap(({ children }) => [...children])) {
      const { width, height } = child.getBoundingClientRect();
      const narrow = height >= SHORTEST_PX && isBeside(child) && !child.matches(OTHER) && !child.querySelector(MAIN);
      const [column] = (narrow && (child.textContent ?? '').length < LONGEST_COLUMN && shortParts(child)) || [];
      // What is further in is the ticket's, what is further out the program's around it.
      if (column) found = onTopOf(column);
      else if ((width >= WIDE_PX || boxless(child)) && !child.matches(FOREIGN)) next.push(child);
    }
    wide = next.slice(0, MOST_WIDE);
  }
  return found;
}
