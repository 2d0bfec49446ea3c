// When we say a gap closes at 75 %, does it close three times in four?
import { chanceClosed } from '../../lib/impact/coverage.ts';
import { type Item, learn, type Learned } from '../../lib/impact/record.ts';
import { between, type Figure, meanOf, type Random, randomFrom, times } from './random.ts';

export const name = 'Target';

const WIDTHS = [1, 1.5, 1.9, 2.4];
/** As typed: every number is believed, and tickets are independent. */
const CREDULOUS: Learned = { width: 1, level: 1, variance: 0, doubt: 0 };

interface Ticket {
  readonly chance: number;
  readonly mean: number;
  readonly sd: number;
  readonly effect: number;
}

function quarterOf(random: Random, level: number, width: number): Ticket[] {
  const count = 4 + Math.floor(17 * random.uniform());
  const now = level + 0.2 * random.normal();
  return times(count, () => {
    const mean = Math.abs(1 + 0.6 * random.normal());
    const sd = 0.5 * mean * Math.exp(0.3 * random.normal());
    const chance = random.middle();
    const moves = random.uniform() < chance;
    const size = now * mean + width * sd * random.normal();
    return { chance, mean, sd, effect: moves ? size : 0 };
  });
}

const effectOf = (quarter: readonly Ticket[]): number => quarter.reduce((sum, { effect }) => sum + effect, 0);
const promiseOf = (quarter: readonly Ticket[]): number => quarter.reduce((sum, { chance, mean }) => sum + chance * mean, 0);

function itemOf(random: Random, quarter: readonly Ticket[]): Item {
  const noise = 0.5 * promiseOf(quarter);
  return { tags: quarter, actual: effectOf(quarter) + noise * random.normal(), noise };
}

/** P(gap closed) without classes: M' = M, W' = k^2 W. */
const chanceOf = (quarter: readonly Ticket[], gap: number, learned: Learned): number =>
  chanceClosed(
    quarter.map(({ chance, mean, sd }) => ({ chance, mean, variance: (learned.width * sd) ** 2 })),
    gap,
    learned,
  );

interface Forecast {
  readonly said: number;
  readonly closed: boolean;
}

/** How often what was said at 70 % or more came true, and the Brier score of all forecasts. */
function judge(forecasts: readonly Forecast[]): { readonly said: number; readonly came: number; readonly brier: number } {
  const sure = forecasts.filter(({ said }) => said >= 0.7);
  return {
    said: meanOf(sure.map(({ said }) => said)),
    came: meanOf(sure.map(({ closed }) => closed)),
    brier: meanOf(forecasts.map(({ said, closed }) => (said - Number(closed)) ** 2)),
  };
}

/** Forecasts of teams after `record` quarters, typed and corrected; `level` is their mean level. */
export function forecast(
  seed: number,
  teams: number,
  record: number,
  level = 0.75,
): { readonly typed: ReturnType<typeof judge>; readonly corrected: ReturnType<typeof judge> } {
  const random = randomFrom(seed);
  const typed: Forecast[] = [];
  const corrected: Forecast[] = [];
  for (let team = 0; team < teams; team++) {
    const own = Math.max(0, level + 0.25 * random.normal());
    const width = WIDTHS[team % 4] ?? 1;
    const learned = learn(times(record, () => itemOf(random, quarterOf(random, own, width))));
    const quarter = quarterOf(random, own, width);
    const gap = promiseOf(quarter) * (0.3 + 1.1 * random.uniform());
    const closed = effectOf(quarter) >= gap;
    typed.push({ said: chanceOf(quarter, gap, CREDULOUS), closed });
    corrected.push({ said: chanceOf(quarter, gap, learned), closed });
  }
  return { typed: judge(typed), corrected: judge(corrected) };
}

export function simulate(seed: number, scale: number): Figure[] {
  const teams = Math.round(4000 * scale);
  const { typed } = forecast(seed, teams, 0);
  const rows = (what: string, { said, came, brier }: ReturnType<typeof judge>, required: boolean): Figure[] => [
    { what: `${what}: said`, measured: said, required: undefined },
    { what: `${what}: came`, measured: came, required: undefined },
    { what: `${what}: |said - came|`, measured: Math.abs(said - came), required: required ? between(0, 0.06, scale) : undefined },
    { what: `${what}: Brier`, measured: brier, required: required ? between(0, 0.22, scale) : undefined },
  ];
  return [
    ...rows('typed', typed, false),
    ...[0, 8].flatMap((record) => rows(`record ${record}`, forecast(seed, teams, record).corrected, true)),
    ...[0.5, 1].flatMap((level) =>
      [0, 8].flatMap((record) =>
        rows(`level ${level}, record ${record}`, forecast(seed, teams, record, level).corrected, false).slice(0, 2),
      ),
    ),
  ];
}
