// Does the learned width make 80 % of 80 % ranges?
import { Z } from '../../lib/impact/effect.ts';
import { normalCdf } from '../../lib/impact/normal.ts';
import { type Item, learn } from '../../lib/impact/record.ts';
import { between, type Figure, meanOf, type Random, randomFrom, times } from './random.ts';

export const name = 'Calibration';

const WIDTHS = [1.5, 1.9, 2.4];
/** How well the change is measured: all but exactly, or no better than it was guessed. */
type Measuring = 'exact' | 'noisy';

function itemOf(random: Random, width: number, measuring: Measuring): Item {
  const sd = Math.exp(random.normal() / 2);
  const mean = sd * (1.5 + random.normal());
  const noise = measuring === 'exact' ? 0.001 : sd;
  const actual = mean + width * sd * random.normal() + noise * random.normal();
  return { tags: [{ chance: 1, mean, sd }], actual, noise };
}

/** Of teams with `record` items: mean coverage of the corrected ranges, and share of teams within 70-90 %. */
export function calibrate(
  seed: number,
  teams: number,
  record: number,
  measuring: Measuring,
  known = false,
): { readonly mean: number; readonly within: number } {
  const random = randomFrom(seed);
  const coverages = times(teams, (team) => {
    const width = known ? 1 : (WIDTHS[team % 3] ?? 1);
    const learned = learn(times(record, () => itemOf(random, width, measuring)));
    return 2 * normalCdf((Z * learned.width) / width) - 1;
  });
  return { mean: meanOf(coverages), within: meanOf(coverages.map((coverage) => coverage >= 0.7 && coverage <= 0.9)) };
}

export function simulate(seed: number, scale: number): Figure[] {
  const teams = Math.round(1000 * scale);
  const records = [0, 10, 30, 100];
  const row = (what: string, measured: number, required?: Figure['required']): Figure => ({ what, measured, required });
  return [
    row('typed: mean coverage', meanOf(times(teams, (team) => 2 * normalCdf(Z / (WIDTHS[team % 3] ?? 1)) - 1))),
    ...records.flatMap((record) => {
      const exact = calibrate(seed, teams, record, 'exact');
      return [
        row(`record ${record}: mean coverage`, exact.mean, record >= 10 ? between(0.75, 0.82, scale) : undefined),
        row(`record ${record}: teams within 70-90 %`, exact.within, record >= 30 ? between(0.9, 1, scale) : undefined),
      ];
    }),
    ...records.slice(1).flatMap((record) => {
      const noisy = calibrate(seed, teams, record, 'noisy');
      return [
        row(`record ${record}, noisy: mean coverage`, noisy.mean),
        row(`record ${record}, noisy: teams within 70-90 %`, noisy.within),
      ];
    }),
    ...records.map((record) => row(`k 1, record ${record}: mean coverage`, calibrate(seed, teams, record, 'exact', true).mean)),
  ];
}
