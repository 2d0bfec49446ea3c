// Putting chips into rows so that no row and no column changes by it: put in, looked at, and put elsewhere where it does.
// All rows of a batch are read together: two layouts a round, however many rows there are.
import type { ChipPlace } from '../trackers/tracker.ts';

/** A chip to be placed. */
export interface Placing {
  readonly element: HTMLElement;
  readonly row: Element;
  readonly places: readonly ChipPlace[];
}

/** What must not change: the size of a row, and where its columns are. */
function shapeOf(row: Element): string {
  const { left, width, height } = row.getBoundingClientRect();
  let shape = `${rough(width)} ${rough(height)}`;
  for (const cell of row.children) {
    if (cell.localName.startsWith('azimuth-')) continue;
    const box = cell.getBoundingClientRect();
    shape += ` ${rough(box.left - left)} ${rough(box.width)} ${rough(box.height)}`;
  }
  return shape;
}
const rough = (pixels: number): number => Math.round(pixels * 2);

/** Whether a chip can be seen: drawn, inside its row, and not past the edge of what it was put into. */
function seen({ element, row }: Placing, lie: ChipPlace['lie']): boolean {
  const box = element.getBoundingClientRect();
  const around = row.getBoundingClientRect();
  if (box.width === 0 || box.left < around.left - 1 || box.right > around.right + 1) return false;
  if (lie === 'over') return true;
  const cell = (element.parentElement ?? row).getBoundingClientRect();
  return cell.width === 0 || (box.left >= cell.left - 1 && box.right <= cell.right + 1);
}

function put({ element }: Placing, { parent, before, lie }: ChipPlace): void {
  element.dataset['lie'] = lie;
  parent.insertBefore(element, before?.parentNode === parent ? before : null);
}

/**
 * Puts every chip at the first of its places where it can be seen and changes nothing; where there is none, over the first.
 * Rows that are not drawn get theirs at the first place.
 */
export function placeAll(chips: readonly Placing[]): void {
  for (const { element } of chips) element.remove();
  let left = chips.filter(({ places }) => places.length > 0);
  const drawn = new Map(left.map((chip) => [chip, shapeOf(chip.row)]));
  for (let round = 0; left.length > 0; round++) {
    const tried = left.map((chip) => [chip, chip.places[round]] as const);
    for (const [chip, place] of tried) if (place) put(chip, place);
    const failed = tried.flatMap(([chip, place]) => (place && !holds(chip, place, drawn.get(chip) ?? '') ? [chip] : []));
    for (const { element } of failed) element.remove();
    for (const chip of failed) if (round + 1 >= chip.places.length) lastResort(chip);
    left = failed.filter(({ places }) => round + 1 < places.length);
  }
}

function holds(chip: Placing, { lie }: ChipPlace, before: string): boolean {
  // Not drawn now: nothing can be said, and there is nothing to disturb.
  if (chip.row.getClientRects().length === 0) return true;
  return seen(chip, lie) && (lie === 'over' || shapeOf(chip.row) === before);
}

function lastResort(chip: Placing): void {
  const [first] = chip.places;
  if (first) put(chip, { ...first, lie: 'over' });
}
