// The weight of each row once all rows are there: its corrected gain, its score, its rank, and whether it beats the next.
import { type Beliefs, believedGain, chanceBeats, classesOf } from '../impact/believed.ts';
import { UNLEARNED } from '../impact/record.ts';
import { iceOf, type Lines, type Middles, middlesOf, QUADRANTS, quadrantOf, riceOf, type Scored, wsjfOf } from '../impact/scores.ts';
import { median } from '../impact/team.ts';
import type { Scoring } from './backlog-view.ts';
import type { Basis } from './basis.ts';
import { comparison, perPoint } from './order.ts';
import type { BacklogRow } from './ranking.ts';
import { type Slices, sortInSlices } from './slices.ts';

async function each(rows: readonly BacklogRow[], slices: Slices, act: (row: BacklogRow) => void): Promise<void> {
  for (const row of rows) {
    act(row);
    const over = slices.rest();
    if (over) await over;
  }
}

/** Sets each row's corrected gain. @returns what was believed of the inputs for it */
export async function weigh(rows: readonly BacklogRow[], basis: Basis, slices: Slices): Promise<Beliefs> {
  const mains = rows.flatMap(({ group, counted, effects: [main] }) => (group === 'ranked' && counted && main ? [main] : []));
  const beliefs = { ground: basis, classes: classesOf(mains, basis, UNLEARNED), learned: UNLEARNED };
  await each(rows, slices, (row) => {
    if (row.effects.length > 0) row.gain = believedGain(row.effects, beliefs)?.gain ?? 0;
  });
  return beliefs;
}

/** What parts high from low in value and effort: the middle of what is ranked. */
export function linesOf(rows: readonly BacklogRow[], basis: Pick<Basis, 'northStar'>): Lines {
  const good = basis.northStar.direction === 'up' ? 1 : -1;
  const middle = (values: readonly number[]): number => (values.length > 0 ? median(values) : 0);
  const sized = rows.filter(({ group, counted, effort }) => group === 'ranked' && counted && effort);
  return { value: middle(sized.map(({ gain }) => good * gain)), effort: middle(sized.map(({ effort }) => effort ?? 0)) };
}

const scoredOf = ({ mean, effects, effort }: BacklogRow, good: number): Scored => {
  const chance = Math.max(0, ...effects.map((one) => one.chance));
  return { size: chance > 0 ? (good * mean) / chance : 0, chance, effort };
};

/** How a way of scoring sees a row: the more, the better. */
function scorer(scoring: Scoring, rows: readonly BacklogRow[], basis: Basis): (row: BacklogRow) => number | undefined {
  const good = basis.northStar.direction === 'up' ? 1 : -1;
  if (scoring === 'gain') return ({ gain }) => good * gain;
  if (scoring === 'point') return (row) => (row.effort ? good * (perPoint(row) ?? 0) : undefined);
  if (scoring === 'value') {
    const lines = linesOf(rows, basis);
    return ({ gain, effort }) => {
      const quadrant = quadrantOf(good * gain, effort, lines);
      return quadrant && QUADRANTS.length - QUADRANTS.indexOf(quadrant);
    };
  }
  const middles: Middles = middlesOf(rows.filter(({ group }) => group === 'ranked').map((row) => scoredOf(row, good)));
  const of = { rice: riceOf, ice: iceOf, wsjf: wsjfOf }[scoring];
  return (row) => of(scoredOf(row, good), middles);
}

/** Sets scores and ranks. @returns what is ranked, best first; equal scores by gain */
export async function rank(rows: readonly BacklogRow[], scoring: Scoring, basis: Basis, slices: Slices): Promise<readonly BacklogRow[]> {
  const score = scorer(scoring, rows, basis);
  await each(rows, slices, (row) => {
    row.rank = 0;
    row.next = undefined;
    row.score = row.group === 'ranked' ? score(row) : undefined;
  });
  const byScore = comparison({ key: 'score', order: 'desc' }, basis.northStar);
  const byGain = comparison({ key: 'gain', order: 'desc' }, basis.northStar);
  const ranked = rows.filter(({ group, counted }) => group === 'ranked' && counted);
  // `byScore` settles equals by ticket; gain has to come before that.
  const order = await sortInSlices(ranked, (a, b) => (a.score === b.score ? byGain(a, b) : byScore(a, b)), slices);
  order.forEach((row, i) => (row.rank = i + 1));
  return order;
}

/** P(a row beats the next in rank), by gain per point where that is what ranks, else by gain; worked out once. */
export function beatsNext(row: BacklogRow, inRank: readonly BacklogRow[], scoring: Scoring, beliefs: Beliefs): number | undefined {
  if (row.next !== undefined || row.rank === 0) return row.next;
  const after = inRank[row.rank];
  if (!after) return undefined;
  const contender = ({ effects, effort }: BacklogRow) => ({ effects, effort: scoring === 'point' ? effort : undefined });
  if (scoring === 'point' && (!row.effort || !after.effort)) return undefined;
  row.next = chanceBeats(contender(row), contender(after), beliefs);
  return row.next;
}
