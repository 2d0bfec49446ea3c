// The team's answers as the dashboard exports them, with their worth at the newest readings.
import type { Estimate, UsedFramework } from '../../lib/formats/estimates.ts';
import { csv } from '../../lib/formats/csv.ts';
import { json } from '../../lib/formats/json.ts';
import { impactOf } from '../../lib/impact/impact.ts';
import { type Ground, groundOf, pricerOf } from '../../lib/impact/pricing.ts';
import type { Tag } from '../../lib/model/tag.ts';
import { ticketUrl } from '../../lib/model/ticket.ts';
import type { Queries } from '../store/store.ts';
import { members } from './people.ts';
import { type Standing, standingOf } from './standing.ts';

export const FORMATS = { json, csv };

interface Basis {
  readonly ground: Ground;
  readonly used: UsedFramework;
}

function basisOf(framework: Standing['frameworks'][number], readings: Standing['readings'], today: string): Basis {
  // No reading of a day to come counts.
  const newest = new Map(
    [...(readings.get(framework.id) ?? [])].flatMap(([metric, all]) => {
      const last = all.findLast(({ date }) => date <= today);
      return last ? [[metric, last] as const] : [];
    }),
  );
  const { id, name, version, metrics, sample, formula, multipliers } = framework;
  return {
    ground: groundOf(framework, (metric) => newest.get(metric)?.value),
    used: {
      ...{ id, name, version, metrics },
      ...(sample && { sample }),
      ...(formula && { formula }),
      ...(multipliers?.length && { multipliers }),
      readings: [...newest.values()],
    },
  };
}

function estimateOf(tag: Tag, basis: Basis | undefined, person: string): Estimate {
  const { shown, title, answer, effort, evidence, note, at } = tag;
  const url = ticketUrl(shown);
  const terms = basis && answer.kind === 'effects' ? pricerOf(basis.ground)(answer.effects) : undefined;
  const impact = terms && impactOf(terms);
  const unit = basis && (basis.ground.northStar.unit || basis.ground.northStar.name);
  return {
    ...{ ticket: shown, ...(url && { url }), title, answer },
    ...(impact && unit && { gain: { mean: impact.mean, p10: impact.p10, p90: impact.p90, chance: impact.chance, unit } }),
    ...(effort !== undefined && { effort }),
    ...(evidence !== undefined && { evidence }),
    ...(note !== undefined && { note }),
    ...{ at, person },
  };
}

/** @param me whose answers are "me" in the file, as in one made by the dashboard */
export async function* exported(q: Queries, team: string, me: string, format: keyof typeof FORMATS, now: number): AsyncGenerator<string> {
  const at = new Date(now).toISOString();
  const standing = await standingOf(q, team);
  const names = new Map((await members(q, team)).map(({ person, name }) => [person, name]));
  const bases = new Map(standing.frameworks.map((framework) => [framework.id, basisOf(framework, standing.readings, at.slice(0, 10))]));
  async function* rows(): AsyncGenerator<Estimate> {
    for await (const tag of standing.tags)
      yield estimateOf(tag, bases.get(tag.answer.framework), tag.person === me ? 'me' : (names.get(tag.person) ?? tag.person));
  }
  yield* FORMATS[format].write(rows(), {
    frameworks: [...bases.values()].map(({ used }) => used),
    generator: { name: 'azimuth-endpoint', version: '1' },
    exportedAt: at,
    decisions: standing.records.filter((record) => record.kind === 'decision'),
    budgets: standing.records.filter((record) => record.kind === 'budget'),
  });
}
