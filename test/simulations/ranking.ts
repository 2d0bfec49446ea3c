// Does the corrected ranking promise what comes, and does its plan bring more than RICE's?
import { type Candidate, type Class, classOf, fitting, ranked, shrunk } from '../../lib/impact/rank.ts';
import { type Item, learn, UNLEARNED } from '../../lib/impact/record.ts';
import { median } from '../../lib/impact/team.ts';
import { between, type Figure, type Random, randomFrom, times } from './random.ts';

export const name = 'Ranking';

/** O: optimists. U: unbiased. K: U who know what they do not know. G: U who already think in base rates. */
type World = 'O' | 'U' | 'K' | 'G';
const WIDTHS = [1.5, 1.9, 2.4];
const SCALES = [0.5, 1, 1.5, 2];
const TOP = 10;

interface Ticket {
  readonly ticket: string;
  readonly q: number;
  readonly chance: number;
  readonly mean: number;
  readonly sd: number;
  readonly truth: number;
  readonly effort: number;
  readonly reach: number;
}

function widthOf(world: World, team: number): number {
  if (world === 'K') return 1;
  return (world === 'G' ? [1, 1.5][team % 2] : WIDTHS[team % 3]) ?? 1;
}

function ticketOf(random: Random, world: World, width: number, index: number): Ticket {
  const [optimism, shift] = world === 'O' ? [1.3, 0.7] : [1, 0];
  const q = Math.floor(4 * random.uniform());
  const scale = SCALES[q] ?? 1;
  const size = 1 + random.normal();
  const error = Math.exp(random.normal() / 2);
  let m = optimism * size + error * random.normal();
  let s = error / width;
  if (world === 'G') {
    m = 1 + (m - 1) / (1 + error ** 2);
    s /= Math.sqrt(1 + error ** 2);
  }
  const truly = random.middle();
  const logit = Math.log(truly / (1 - truly)) + shift + 0.7 * random.normal();
  const chance = Math.min(0.98, Math.max(0.02, 1 / (1 + Math.exp(-logit))));
  const moves = random.uniform() < truly;
  const effort = Math.max(1, Math.round(5 * Math.exp(0.8 * random.normal())));
  const reach = Math.exp(0.7 * random.normal());
  const truth = moves ? scale * size : 0;
  return { ticket: String(index).padStart(3, '0'), q, chance, mean: scale * m, sd: scale * s, truth, effort, reach };
}

const backlogOf = (random: Random, world: World, width: number): Ticket[] => times(100, (i) => ticketOf(random, world, width, i));

const classesOf = (backlog: readonly Ticket[], width: number): (Class | undefined)[] =>
  SCALES.map((_, q) =>
    classOf(
      backlog.filter((ticket) => ticket.q === q),
      width,
    ),
  );

/** The backlog with corrected means as gains. */
const valued = (backlog: readonly Ticket[], kin: readonly (Class | undefined)[], { width, level } = UNLEARNED): (Ticket & Candidate)[] =>
  backlog.map((ticket) => ({ ...ticket, gain: level * ticket.chance * shrunk(ticket, width, kin[ticket.q]).mean }));

/** A record of `count`: of fresh backlogs the 25 best, each measured with noise. */
function recordOf(random: Random, world: World, width: number, count: number): Item[] {
  const items: Item[] = [];
  while (items.length < count) {
    const backlog = backlogOf(random, world, width);
    const kin = classesOf(backlog, UNLEARNED.width);
    const best = ranked(valued(backlog, kin), 'gain-per-effort').slice(0, Math.min(25, count - items.length));
    for (const one of best) {
      items.push({ tags: [{ ...one, kin: kin[one.q] }], actual: one.truth + one.sd * random.normal(), noise: one.sd });
    }
  }
  return items;
}

/** Reach x impact in classes x confidence in classes; the effort divides later. */
function riceOf(backlog: readonly Ticket[]): (Ticket & Candidate)[] {
  const usual = median(backlog.map(({ mean, reach }) => Math.abs(mean / reach)));
  const nearest = (size: number): number =>
    [0.25, 0.5, 1, 2, 3].reduce((a, b) => (Math.abs(Math.log(size / b)) < Math.abs(Math.log(size / a)) ? b : a));
  return backlog.map((ticket) => {
    const { mean, reach, chance } = ticket;
    const confidence = chance >= 0.8 ? 1 : chance >= 0.5 ? 0.8 : 0.5;
    return { ...ticket, gain: mean <= 0 ? 0 : reach * nearest(mean / reach / usual) * confidence };
  });
}

const truthOf = (tickets: readonly Ticket[]): number => tickets.reduce((sum, { truth }) => sum + truth, 0);

/** True gain of what fits a quarter of all effort. */
function planned(backlog: readonly (Ticket & Candidate)[]): number {
  const capacity = backlog.reduce((sum, { effort }) => sum + effort, 0) / 4;
  return truthOf(fitting(ranked(backlog, 'gain-per-effort'), capacity));
}

export interface Outcome {
  /** (predicted - true) / predicted over all top tens: by typed means, by corrected ones. */
  readonly typed: number;
  readonly corrected: number;
  /** Share of the typed disappointment that is gone. */
  readonly cut: number;
  /** True gain of the plan against RICE's. */
  readonly plan: number;
}

/** One world, with a record of `record` items, over `count` backlogs. */
export function rankWorld(seed: number, count: number, world: World, record: number): Outcome {
  const random = randomFrom(seed);
  const sums = { typed: 0, typedTrue: 0, corrected: 0, correctedTrue: 0, plan: 0, rice: 0 };
  for (let team = 0; team < count; team++) {
    const width = widthOf(world, team);
    const learned = learn(recordOf(random, world, width, record));
    const backlog = backlogOf(random, world, width);
    const corrected = valued(backlog, classesOf(backlog, learned.width), learned);
    const byTyped = ranked(
      backlog.map((ticket) => ({ ...ticket, gain: ticket.chance * ticket.mean })),
      'gain',
    ).slice(0, TOP);
    const byCorrected = ranked(corrected, 'gain').slice(0, TOP);
    for (const { gain } of byTyped) sums.typed += gain;
    for (const { gain } of byCorrected) sums.corrected += gain;
    sums.typedTrue += truthOf(byTyped);
    sums.correctedTrue += truthOf(byCorrected);
    sums.plan += planned(corrected);
    sums.rice += planned(riceOf(backlog));
  }
  const typed = sums.typed - sums.typedTrue;
  const off = sums.corrected - sums.correctedTrue;
  return { typed: typed / sums.typed, corrected: off / sums.corrected, cut: 1 - Math.abs(off / typed), plan: sums.plan / sums.rice };
}

/** Least cut by items of record. */
const LEAST_CUT: Readonly<Record<number, number>> = { 0: 0.6, 10: 0.85, 30: 0.9 };

export function simulate(seed: number, scale: number): Figure[] {
  const worlds: World[] = ['O', 'U', 'K', 'G'];
  return worlds.flatMap((world) =>
    [0, 10, 30, 100].flatMap((record): Figure[] => {
      const { typed, corrected, cut, plan } = rankWorld(seed, Math.round(1000 * scale), world, record);
      const least = LEAST_CUT[record];
      return [
        ...(record === 0 ? [{ what: `${world}, typed: disappointment`, measured: typed, required: undefined }] : []),
        { what: `${world}, record ${record}: disappointment`, measured: corrected, required: undefined },
        // In G there is little to cut, so no share of it is told.
        ...(world === 'G'
          ? []
          : [
              {
                what: `${world}, record ${record}: cut`,
                measured: cut,
                required: least === undefined ? undefined : between(least, 1, scale),
              },
            ]),
        {
          what: `${world}, record ${record}: plan / RICE's`,
          measured: plan,
          required: between(world === 'G' ? 0.97 : 1.03, Infinity, scale),
        },
      ];
    }),
  );
}
