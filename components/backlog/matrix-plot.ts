// Where the dots of the picture stand: effort across (by its logarithm), gain upwards, and where each is parted in two.
import { type Quadrant, quadrantOf } from '../../lib/impact/scores.ts';
import type { Basis } from '../../lib/state/basis.ts';
import { type BacklogRow, impactOfRow } from '../../lib/state/ranking.ts';
import { linesOf } from '../../lib/state/weighing.ts';
import { scale, ticks } from '../chart/geometry.ts';

/** More dots than these are no picture any more. */
const MOST = 400;
/** From here on dots are small, and ranges faint but that of the one looked at. */
export const CROWD = 80;
/** px of the picture and its margins. */
export const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [880, 320, 56, 8, 12, 34];

export interface Dot {
  readonly row: BacklogRow;
  readonly x: number;
  readonly y: number;
  readonly ends: readonly [number, number];
  readonly quadrant: Quadrant;
}

/** px between two of one effort, and the most they may stray. */
const [APART, STRAY] = [11, 44];

/** @param x px of an effort */
function sideBySide(rows: readonly BacklogRow[], x: (effort: number) => number): ReadonlyMap<BacklogRow, number> {
  const places = new Map<BacklogRow, number>();
  const groups = Map.groupBy(rows, ({ effort = 1 }) => effort);
  const columns = [...groups.keys()].map(x);
  for (const [effort, own] of groups) {
    const near = Math.min(...columns.filter((one) => one !== x(effort)).map((one) => Math.abs(one - x(effort))));
    const step = Math.min(APART, (2 * Math.min(STRAY, 0.45 * near)) / own.length);
    // By ticket: in rank order they would make a curve that says nothing.
    const scattered = own.toSorted((a, b) => (a.tag.ticket < b.tag.ticket ? -1 : 1));
    scattered.forEach((row, i) => places.set(row, (i - (own.length - 1) / 2) * step));
  }
  return places;
}

/** Log of the effort half-way from the last low to the first high one. */
function parting(rows: readonly BacklogRow[], low: number): number {
  const high = Math.min(...rows.flatMap(({ effort = 0 }) => (effort > low ? [effort] : [])));
  return Math.log(low || 1) + (Number.isFinite(high) ? (Math.log(high) - Math.log(low || 1)) / 2 : 0.3);
}

export interface Plotted {
  /** What is ranked, best first. */
  readonly inRank: readonly BacklogRow[];
  readonly basis: Basis;
  readonly span: readonly [number, number];
}

/** Dots from left to right, and what stands around them; px. */
export function plot({ inRank, basis, span: [low, high] }: Plotted) {
  const good = basis.northStar.direction === 'up' ? 1 : -1;
  const sized = inRank.filter(({ effort }) => effort !== undefined && effort > 0);
  const rows = sized.slice(0, MOST);
  const lines = linesOf(inRank, basis);
  const efforts = rows.map(({ effort = 1 }) => Math.log(effort));
  const [least, most] = [Math.min(...efforts, 0), Math.max(...efforts, 1)];
  const room = 0.06 * (most - least);
  const x = scale([least - room, most + room], [LEFT, WIDTH - RIGHT]);
  const y = scale([Math.min(low, 0), Math.max(high, 0) || 1], [HEIGHT - BOTTOM, TOP]);
  const inside = (value: number): number => y(Math.min(Math.max(value, low), high));
  // Tickets of one effort stand side by side around it, as far as there is room up to the next.
  const places = sideBySide(rows, (effort) => x(Math.log(effort)));
  const dots = rows.flatMap((row): Dot[] => {
    const { p10, p90 } = impactOfRow(row, basis);
    const quadrant = quadrantOf(good * row.gain, row.effort, lines);
    const at = { x: x(Math.log(row.effort ?? 1)) + (places.get(row) ?? 0), y: inside(row.gain), ends: [inside(p10), inside(p90)] as const };
    return quadrant ? [{ row, quadrant, ...at }] : [];
  });
  const marks = [1, 2, 3, 5, 8, 13, 20, 40, 80, 160].filter((n) => Math.log(n) >= least - room && Math.log(n) <= most + room);
  return {
    dots: dots.sort((a, b) => a.x - b.x || a.y - b.y),
    left: sized.length - rows.length,
    line: { x: x(parting(rows, lines.effort)), y: inside(good * lines.value) },
    zero: y(0),
    across: marks.map((n) => ({ n, x: x(Math.log(n)) })),
    up: ticks([low, high], 4).map((value) => ({ value, y: y(value) })),
  };
}
