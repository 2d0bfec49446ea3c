// The weight of each row once all rows are there: its corrected gain, its score, its rank, and whether it beats the next.
import { type Beliefs, believedGain, chanceBeats, classesFrom, gather } from '../impact/believed.ts';
import type { Guess } from '../impact/rank.ts';
import { type Learned, UNLEARNED } from '../impact/record.ts';
import { iceOf, type Lines, type Middles, middlesOf, QUADRANTS, quadrantOf, riceOf, type Scored, wsjfOf } from '../impact/scores.ts';
import { median } from '../impact/team.ts';
import type { Scoring } from './backlog-view.ts';
import type { Basis } from './basis.ts';
import { inOrder, perPoint } from './order.ts';
import { type BacklogRow, meanOfRow } from './ranking.ts';
import { placesBy, type Slices, stepwise } from './slices.ts';

async function each(rows: readonly BacklogRow[], slices: Slices, act: (row: BacklogRow) => void): Promise<void> {
  for (const row of rows) {
    act(row);
    const over = slices.rest();
    if (over) await over;
  }
}

/** Sets each row's corrected gain. @param learned from the record @returns what was believed of the inputs for it */
export async function weigh(rows: readonly BacklogRow[], basis: Basis, slices: Slices, learned: Learned = UNLEARNED): Promise<Beliefs> {
  const guesses = new Map<string, Guess[]>();
  await each(rows, slices, ({ group, counted, effects: [main] }) => {
    if (group === 'ranked' && counted && main) gather(guesses, main, basis);
  });
  const beliefs = { ground: basis, classes: classesFrom(guesses, learned), learned };
  await each(rows, slices, (row) => {
    const believed = row.effects.length > 0 ? believedGain(row.effects, beliefs) : undefined;
    row.gain = believed?.gain ?? 0;
    row.variance = believed?.variance ?? 0;
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

function scoredOf(row: BacklogRow, good: number, basis: Basis): Scored {
  const chance = Math.max(0, ...row.effects.map((one) => one.chance));
  return { size: chance > 0 ? (good * meanOfRow(row, basis)) / chance : 0, chance, effort: row.effort };
}

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
  const middles: Middles = middlesOf(rows.filter(({ group }) => group === 'ranked').map((row) => scoredOf(row, good, basis)));
  const of = { rice: riceOf, ice: iceOf, wsjf: wsjfOf }[scoring];
  return (row) => of(scoredOf(row, good, basis), middles);
}

/** Sets scores and ranks. @returns what is ranked, best first; equal scores by gain */
export async function rank(rows: readonly BacklogRow[], scoring: Scoring, basis: Basis, slices: Slices): Promise<readonly BacklogRow[]> {
  const score = scorer(scoring, rows, basis);
  await each(rows, slices, (row) => {
    row.rank = 0;
    row.next = undefined;
    row.score = row.group === 'ranked' ? score(row) : undefined;
  });
  const ranked = rows.filter(({ group, counted }) => group === 'ranked' && counted);
  const byGain = await inOrder(ranked, { key: 'gain', order: 'desc' }, basis.northStar, slices);
  // Where the gain is the score it is in order already; else equals stay in the order of their gains.
  const scores = Float64Array.from(byGain, (row) => (row.score === undefined ? Number.NaN : -row.score));
  const places = await stepwise(placesBy(scores), slices);
  const order = Array.from(places, (at) => byGain[at] as BacklogRow);
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
