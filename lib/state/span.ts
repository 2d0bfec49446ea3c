// How far the bars of the backlog reach.
import type { Basis } from './basis.ts';
import { type BacklogRow, impactOfRow } from './ranking.ts';
import type { Slices } from './slices.ts';

/** Rows from either end of the ranking that set the scale. */
const SCALE_ROWS = 40;

/**
 * The scale of the list, from both ends of the ranking, which hold its extremes. One bold guess must not press all
 * others flat: beyond five times the middle row's reach a bar goes on past the edge.
 */
export async function spanOf(ranked: readonly BacklogRow[], basis: Basis, slices: Slices): Promise<readonly [number, number]> {
  const rows = ranked.filter(({ group }) => group === 'ranked');
  const ends = rows.length > 2 * SCALE_ROWS ? [...rows.slice(0, SCALE_ROWS), ...rows.slice(-SCALE_ROWS)] : rows;
  const lows: number[] = [0];
  const highs: number[] = [0];
  const sizes: number[] = [];
  for (const row of ends) {
    const { p10, p90 } = impactOfRow(row, basis);
    lows.push(p10);
    highs.push(p90);
    sizes.push(Math.max(Math.abs(p10), Math.abs(p90)));
    const over = slices.rest();
    if (over) await over;
  }
  sizes.sort((a, b) => a - b);
  const most = 5 * (sizes[Math.floor(sizes.length / 2)] ?? 0);
  return [Math.max(-most, Math.min(...lows)), Math.min(most, Math.max(...highs))];
}
