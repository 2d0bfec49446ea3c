// npm run bench:impact: what a thousand tickets cost the engine, beside random draws, on one thread and in one process.
// The three take turns, and what is told is processor time of the whole process, collecting garbage included: on a busy
// machine the clock on the wall measures the others.
import { availableParallelism, cpus } from 'node:os';
import { impactOf, meanOf } from '../../lib/impact/impact.ts';
import { modelOf } from '../../lib/impact/mapping.ts';
import { parseFormula } from '../../lib/impact/formula-parse.ts';
import type { Metric } from '../../lib/model/metric.ts';
import type { Effect } from '../../lib/model/tag.ts';
import { randomFrom, times } from '../simulations/random.ts';
import { DRAWS, type Move, naiveLoop, typedLoop } from './draws.ts';
import { median, print, range, short } from './figures.ts';

const TICKETS = 1000;
/** How often a turn does them all: processor time comes in steps, and the slow ones are slow. Told for once. */
const SHARE = { engine: 5, typed: 0.3, naive: 0.05 };
const ROUNDS = 9;
const GOAL = { ms: 100, typed: 20, naive: 100 };

const metric = (id: string, kind: Metric['kind'], unit: string, role: Metric['role'] = 'input'): Metric => ({
  ...{ id, name: id, role, kind, unit, direction: 'up' },
});
/** Requirement 100: items received on time. */
const METRICS = [
  metric('received', 'count', 'items', 'north-star'),
  metric('orders', 'count', 'orders'),
  metric('items-per-order', 'ratio', 'items per order'),
  metric('fulfilment', 'rate', ''),
  metric('on-time', 'rate', ''),
];
const INPUTS = METRICS.slice(1);
const READINGS = [12_000, 2.5, 92, 85] as const;
const parsed = parseFormula('orders * items_per_order * fulfilment * on_time', METRICS);
if (!parsed.ok) throw new Error(parsed.problem.code);
const { formula } = parsed;
const model = modelOf({ metrics: METRICS, formula, current: (id) => READINGS[INPUTS.findIndex((input) => input.id === id)] });
if ('code' in model) throw new Error(model.code);

/** One, two or three effects, as many of each, in framework order. */
const random = randomFrom(1);
const tickets = times(TICKETS, (i): Omit<Effect, 'text'>[] => {
  const from = Math.floor(random.uniform() * INPUTS.length);
  const picked = times((i % 3) + 1, (k) => (from + k) % INPUTS.length).toSorted();
  return picked.map((input) => {
    const low = (READINGS[input] ?? 0) * (0.04 * random.normal());
    const high = low + (READINGS[input] ?? 0) * (0.01 + 0.05 * random.uniform());
    return { input: INPUTS[input]?.id ?? '', low, high, chance: random.middle() };
  });
});
const shares = INPUTS.map(({ kind }) => (kind === 'rate' ? 0.01 : 1));
const readings = READINGS.map((reading, i) => reading * (shares[i] ?? 1)) as unknown as readonly [number, number, number, number];
const moves = tickets.map((effects) =>
  effects.map(({ input: id, low, high, chance }): Move => {
    const input = INPUTS.findIndex((one) => one.id === id);
    const unit = shares[input] ?? 1;
    const size = { low: low * unit, high: high * unit, chance };
    return unit === 1
      ? { input, size, low: -Infinity, high: Infinity }
      : { input, size, low: -readings[input]!, high: 1 - readings[input]! };
  }),
);

/** Kept, so that nothing is left out as unused. */
let sum = 0;
const priced = (i: number): ReturnType<typeof impactOf> => {
  const found = model.priced(tickets[i] ?? []);
  if ('code' in found) throw new Error(found.code);
  return impactOf(found.terms);
};
const turns = {
  engine: (i: number) => (sum += priced(i).p90),
  typed: (i: number) => (sum += typedLoop(readings, moves[i] ?? [], i).p90),
  naive: (i: number) => (sum += naiveLoop(formula, readings, moves[i] ?? []).p90),
};

/** Milliseconds of processor time of what is done. */
function cost(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The same for 1,000 tickets. */
function turn(name: keyof typeof turns, round: number): number {
  const count = TICKETS * SHARE[name];
  const took = cost(() => {
    for (let k = 0; k < count; k++) turns[name]((k + round * count) % TICKETS);
  });
  return took / SHARE[name];
}

// All three must mean the same before their times are compared.
for (const i of [0, 1, 2, 500, 501]) {
  const [ours, drawn, walked] = [priced(i), typedLoop(readings, moves[i] ?? [], 1), naiveLoop(formula, readings, moves[i] ?? [])];
  const sd = Math.sqrt(ours.variance);
  for (const other of [drawn, walked]) {
    if (Math.abs(other.mean - ours.mean) > (5 * sd) / Math.sqrt(DRAWS)) throw new Error(`ticket ${i}: ${other.mean} against ${ours.mean}`);
  }
}

const names = ['engine', 'typed', 'naive'] as const;
for (let k = 0; k < 3; k++) for (const name of names) turn(name, k);
const rounds = times(ROUNDS, (round) => {
  const [engine = 0, typed = 0, naive = 0] = names.map((name) => turn(name, round));
  return { engine, typed, naive };
});
const ms = (name: keyof (typeof rounds)[number]): number[] => rounds.map((round) => round[name]);
const faster = (name: 'typed' | 'naive'): number[] => rounds.map((round) => round[name] / round.engine);

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads seen, one used; ${ROUNDS} rounds, medians, least-most`,
);
print(
  `${TICKETS} tickets of one to three effects, mean, P10, P50 and P90`,
  median(ms('engine')),
  'ms',
  [
    { name: 'goal', value: GOAL.ms },
    { name: `typed, compiled loop of ${DRAWS} draws`, value: median(ms('typed')) },
    { name: `naive loop of ${DRAWS} draws`, value: median(ms('naive')) },
  ],
  range(ms('engine')),
  `typed ${range(ms('typed'))}`,
  `naive ${range(ms('naive'))}`,
);
for (const name of ['typed', 'naive'] as const) {
  const ratios = faster(name);
  const goal = GOAL[name];
  console.log(
    `faster than the ${name} loop: ${short(median(ratios))} times (${range(ratios)}; goal ${goal}, ${median(ratios) >= goal ? 'met' : 'MISSED'})`,
  );
}
const MANY = 20;
const means = times(ROUNDS, () => {
  const took = cost(() => {
    for (let k = 0; k < MANY * TICKETS; k++) {
      const found = model.priced(tickets[k % TICKETS] ?? []);
      if (!('code' in found)) sum += meanOf(found.terms);
    }
  });
  return took / MANY;
});
print(`${TICKETS} means alone, which is what ranks`, median(means), 'ms', [], range(means));
if (!Number.isFinite(sum)) throw new Error('A ticket without a number.');
