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
