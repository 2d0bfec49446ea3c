// Putting chips into rows so that no row and no column changes by it: put in, looked at, and put elsewhere where it does.
// All rows of a batch are read together: two layouts a round, however many rows there are.
import type { ChipPlace } from '../trackers/tracker.ts';

/** A chip to be placed. */
export interface Placing {
  readonly element: HTMLElement;
  readonly row: Element;
  readonly link: Element;
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

/** Whether a chip can be seen: drawn, inside its row, and in line not past the edge of what it was put into. */
function seen({ element, row }: Placing, lie: ChipPlace['lie']): boolean {
  const box = element.getBoundingClientRect();
  const around = row.getBoundingClientRect();
  const middle = (box.top + box.bottom) / 2;
  if (box.width === 0 || !beside(box, around) || middle < around.top || middle > around.bottom) return false;
  const cell = element.parentElement?.getBoundingClientRect();
  return lie !== 'line' || !cell || cell.width === 0 || beside(box, cell);
}

/** Whether a box is past neither side of another. */
const beside = (box: DOMRect, around: DOMRect): boolean => box.left >= around.left - 1 && box.right <= around.right + 1;

interface Try extends ChipPlace {
  /** Without the input's name, and without the number either: what is left is the needle. */
  readonly brief?: 'number' | 'needle';
}

/** What lies in the flow could change its row. */
const flows = (lie: ChipPlace['lie']): boolean => lie === 'line' || lie === 'float';

/** In the line, if need be in brief; else over the row, in its corner where the host makes that possible, at the link's end. */
function triesOf({ places, row, link }: Placing): readonly Try[] {
  const inLine = places.filter(({ lie }) => lie === 'line');
  const inBrief = (['number', 'needle'] as const).flatMap((brief) => inLine.map((place): Try => ({ ...place, brief })));
  const over = places.filter(({ lie }) => lie !== 'line');
  const corner: Try = { parent: row, before: null, lie: 'corner', brief: 'needle' };
  const { parentElement: around } = link;
  const end = { before: link.nextSibling, brief: 'needle' } as const;
  const atEnd: Try[] = around && link !== row ? (['over', 'beside'] as const).map((lie) => ({ parent: around, ...end, lie })) : [];
  return [...inLine, ...inBrief, ...over, corner, ...atEnd];
}

function put({ element }: Placing, { parent, before, lie, brief }: Try): void {
  element.dataset['lie'] = lie;
  if (brief) element.dataset['brief'] = brief;
  else delete element.dataset['brief'];
  parent.insertBefore(element, before?.parentNode === parent ? before : null);
}

interface Candidate {
  readonly chip: Placing;
  readonly tries: readonly Try[];
  readonly before: string;
  readonly drawn: boolean;
}

/** Layouts that one sweep may take to find out which chips of a batch are too wide: a frame is short. */
const MOST_LAYOUTS = 40;

/**
 * Puts every chip at the first of its places where it can be seen and changes nothing; where there is none it stays out.
 * Rows that are not drawn get theirs at the first place.
 */
export function placeAll(chips: readonly Placing[]): void {
  for (const { element } of chips) element.remove();
  let left = chips.map((chip): Candidate => {
    const drawn = chip.row.getClientRects().length > 0;
    return { chip, tries: triesOf(chip), before: shapeOf(chip.row), drawn };
  });
  const budget = { layouts: MOST_LAYOUTS };
  for (let round = 0; left.length > 0; round++) {
    left = left.filter(({ tries }) => round < tries.length);
    // The narrow ones first: where a column grows with its widest chip, they are not to suffer for it.
    const wide = (one: Candidate): boolean => one.chip.element.dataset['kind'] !== 'open';
    left = [
      ...tried(
        left.filter((one) => !wide(one)),
        round,
        budget,
      ),
      ...tried(left.filter(wide), round, budget),
    ];
  }
}

/**
 * Puts a batch in and takes out again what does not hold. One chip can widen the rows of all: then halves are tried, as
 * long as that may take. @returns those that are left over
 */
function tried(batch: readonly Candidate[], round: number, budget: { layouts: number }): Candidate[] {
  for (const { chip, tries } of batch) if (tries[round]) put(chip, tries[round]);
  const failed = batch.filter((one) => !holds(one, round));
  for (const { chip } of failed) chip.element.remove();
  if (failed.length < 2 || --budget.layouts < 0) return failed;
  const half = failed.length >> 1;
  return [...tried(failed.slice(0, half), round, budget), ...tried(failed.slice(half), round, budget)];
}

function holds({ chip, tries, before, drawn }: Candidate, round: number): boolean {
  const lie = tries[round]?.lie ?? 'line';
  return !drawn || (seen(chip, lie) && (!flows(lie) || shapeOf(chip.row) === before));
}
