// Does the team's range hold the truth as often as it says, however many answer?
import { Z } from '../../lib/impact/effect.ts';
import { median, teamValue } from '../../lib/impact/team.ts';
import { between, type Figure, meanOf, randomFrom, times } from './random.ts';

export const name = 'Team';

/** Share of teams whose range holds the truth: of the team value, and of the medians of the ends alone. */
export function cover(seed: number, teams: number, members: number): { readonly team: number; readonly ends: number } {
  const random = randomFrom(seed);
  const held = times(teams, () => {
    const truth = 2 * random.normal();
    const shared = truth + Math.sqrt(0.3) * random.normal();
    const sizes = times(members, () => {
      const mid = shared + Math.sqrt(0.7) * random.normal();
      const half = (Z * Math.exp(0.3 * random.normal())) / 1.9;
      return { low: mid - half, high: mid + half, chance: 1 };
    });
    const { low, high } = teamValue(sizes, members) ?? { low: 0, high: 0 };
    const ends = [median(sizes.map((size) => size.low)), median(sizes.map((size) => size.high))];
    return { team: low <= truth && truth <= high, ends: (ends[0] ?? 0) <= truth && truth <= (ends[1] ?? 0) };
  });
  return { team: meanOf(held.map(({ team }) => team)), ends: meanOf(held.map(({ ends }) => ends)) };
}

export function simulate(seed: number, scale: number): Figure[] {
  return [2, 3, 5, 8].flatMap((members): Figure[] => {
    const { team, ends } = cover(seed, Math.round(10_000 * scale), members);
    return [
      { what: `${members} members: covered`, measured: team, required: between(0.7, 0.9, scale) },
      { what: `${members} members, ends alone: covered`, measured: ends, required: undefined },
    ];
  });
}
