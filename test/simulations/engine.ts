// Do the points say what a million draws say, where the formula multiplies?
import { halves, type Size, Z } from '../../lib/impact/effect.ts';
import { impactOf } from '../../lib/impact/impact.ts';
import { modelOf } from '../../lib/impact/mapping.ts';
import { parseFormula } from '../../lib/impact/formula-parse.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { between, type Figure, meanOf, type Random, randomFrom, times } from './random.ts';

export const name = 'Engine';

const MOST_INPUTS = 6;
/** Tickets for each number of inputs. */
const TICKETS = 8;
const DRAWS = 1_000_000;
/** What a tracker's page could afford instead. */
const FEW_DRAWS = 10_000;

interface Ticket {
  readonly readings: readonly number[];
  /** One for each input; none is likelier than 1. */
  readonly sizes: readonly Size[];
}

/** Effects of a few per cent of the readings, on either side of nothing; every other one with a middle of its own. */
function ticketOf(random: Random, inputs: number): Ticket {
  const readings = times(inputs, () => 100 * Math.exp(random.normal()));
  const sizes = readings.map((reading, i): Size => {
    const [below, above] = [0.02, 0.02].map((share) => share * reading * Math.exp(random.normal() / 2));
    const mid = 0.03 * reading * random.normal();
    const [low, high] = [mid - Z * (below ?? 0), mid + Z * (above ?? 0)];
    const chance = Math.round(100 * (0.3 + 0.7 * random.uniform())) / 100;
    return { low, high, chance, ...(i % 2 === 0 && { mid }) };
  });
  return { readings, sizes };
}

interface Found {
  readonly mean: number;
  readonly sd: number;
  readonly p10: number;
  readonly p90: number;
}

function byPoints({ readings, sizes }: Ticket): Found {
  const metrics: Metric[] = readings.map((_, i) => ({
    id: `x${i}`,
    name: `X ${i}`,
    role: 'input',
    kind: 'count',
    unit: '',
    direction: 'up',
  }));
  const parsed = parseFormula(metrics.map(({ id }) => id).join(' * '), metrics);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const model = modelOf({ metrics, formula: parsed.formula, current: (id) => readings[metrics.findIndex((metric) => metric.id === id)] });
  const priced = 'code' in model ? model : model.priced(sizes.map((size, i) => ({ ...size, input: `x${i}` })));
  if ('code' in priced) throw new Error(priced.code);
  const { mean, variance, p10, p90 } = impactOf(priced.terms);
  return { mean, sd: Math.sqrt(variance), p10, p90 };
}

function byDraws({ readings, sizes }: Ticket, random: Random, draws: number): Found {
  const parts = sizes.map((size) => ({ ...halves(size), chance: size.chance }));
  const start = readings.reduce((product, reading) => product * reading, 1);
  const gains = new Float64Array(draws);
  let sum = 0;
  for (let i = 0; i < draws; i++) {
    const event = random.uniform();
    let product = 1;
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k];
      let value = readings[k] ?? 0;
      if (part && event < part.chance) {
        const score = random.normal();
        value += part.mid + (score < 0 ? part.below : part.above) * score;
      }
      product *= value;
    }
    gains[i] = product - start;
    sum += product - start;
  }
  const mean = sum / draws;
  let square = 0;
  for (let i = 0; i < draws; i++) square += ((gains[i] ?? 0) - mean) ** 2;
  gains.sort();
  const at = (level: number): number => gains[Math.ceil(draws * level) - 1] ?? 0;
  return { mean, sd: Math.sqrt(square / draws), p10: at(0.1), p90: at(0.9) };
}

const rms = (values: readonly number[]): number => Math.sqrt(meanOf(values.map((value) => value * value)));

export function simulate(seed: number, scale: number): Figure[] {
  const random = randomFrom(seed);
  const draws = Math.round(DRAWS * scale);
  const apart = times(MOST_INPUTS - 1, (i) => i + 2).flatMap((inputs) =>
    times(TICKETS, () => {
      const ticket = ticketOf(random, inputs);
      const drawn = byDraws(ticket, random, draws);
      const off = (other: Found): { mean: number; sd: number; quantiles: number[] } => ({
        mean: (other.mean - drawn.mean) / drawn.sd,
        sd: other.sd / drawn.sd - 1,
        quantiles: [(other.p10 - drawn.p10) / drawn.sd, (other.p90 - drawn.p90) / drawn.sd],
      });
      return { inputs, points: off(byPoints(ticket)), few: off(byDraws(ticket, random, FEW_DRAWS)) };
    }),
  );
  const quantiles = apart.flatMap(({ points }) => points.quantiles);
  const few = apart.map((one) => one.few);
  return [
    { what: 'mean, off in sd (rms)', measured: rms(apart.map(({ points }) => points.mean)), required: between(0, 0.005, scale) },
    { what: 'P10 and P90, off in sd (rms)', measured: rms(quantiles), required: between(0, 0.03, scale) },
    { what: 'the worst of them', measured: Math.max(...quantiles.map(Math.abs)), required: undefined },
    ...times(MOST_INPUTS - 1, (i) => i + 2).map((inputs) => ({
      what: `P10 and P90 of ${inputs} inputs`,
      measured: rms(apart.filter((one) => one.inputs === inputs).flatMap(({ points }) => points.quantiles)),
      required: undefined,
    })),
    { what: 'sd, off by its share (rms)', measured: rms(apart.map(({ points }) => points.sd)), required: undefined },
    { what: `mean of ${FEW_DRAWS} draws`, measured: rms(few.map((one) => one.mean)), required: undefined },
    { what: `P10 and P90 of ${FEW_DRAWS} draws`, measured: rms(few.flatMap((one) => one.quantiles)), required: undefined },
  ];
}
