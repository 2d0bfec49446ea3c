// Gathering what an export holds: answers, their worth, and the frameworks and readings it was worked from.
import { FORMAT, type Estimate, type Estimates, type UsedFramework } from '../formats/estimates.ts';
import { dayHere } from '../model/day.ts';
import type { Tag } from '../model/tag.ts';
import { ticketUrl } from '../model/ticket.ts';
import { unitName } from '../phrases/answer.ts';
import { ownUnderSample } from './sample.ts';
import { SAMPLE_TEAM } from '../sample/planner.ts';
import type { Db } from '../store/db.ts';
import { frameworks, tagPages } from '../store/read.ts';
import { type Basis, loadBasis } from './basis.ts';
import { impactOfRow, matcher, rowOf, textOf } from './ranking.ts';
import { createSlices } from './slices.ts';

export interface Wanted {
  /** As typed in the backlog's filter; empty for all. */
  readonly find: string;
  /** Sample data too. */
  readonly sample: boolean;
  readonly version: string;
  readonly now: Date;
}

export interface Gathered {
  readonly estimates: Estimates;
  /** Answers that are exported, and those left out because they are samples. */
  readonly count: number;
  readonly samples: number;
}

const usedFramework = ({ framework, readings }: Basis): UsedFramework => ({
  ...{ id: framework.id, name: framework.name, version: framework.version, metrics: framework.metrics },
  ...(framework.sample ? { sample: true } : {}),
  readings: [...readings.values()].map(({ metric, date, value, source }) => ({ metric, date, value, source })),
});

/** What came with the sample; an answer somebody gave under it is theirs. */
const isSample = (tag: Tag): boolean => tag.team === SAMPLE_TEAM && ownUnderSample([tag]).length === 0;

function estimateOf(tag: Tag, basis: Basis | undefined, known: ReadonlySet<string>): Estimate {
  const url = ticketUrl(tag.shown);
  const row = basis && rowOf(tag, basis, known);
  const impact = basis && row?.group === 'ranked' ? impactOfRow(row, basis) : undefined;
  return {
    ...{ ticket: tag.shown, ...(url && { url }), title: tag.title, answer: tag.answer },
    ...(impact && basis
      ? { gain: { mean: impact.mean, p10: impact.p10, p90: impact.p90, chance: impact.chance, unit: unitName(basis.northStar) } }
      : {}),
    ...(tag.effort === undefined ? {} : { effort: tag.effort }),
    ...(tag.evidence === undefined ? {} : { evidence: tag.evidence }),
    ...(tag.note === undefined ? {} : { note: tag.note }),
    ...{ at: tag.at, person: 'me', ...(isSample(tag) ? { sample: true } : {}) },
  };
}

/**
 * Reads and works out everything, in slices.
 * @param first stop after so many, for a preview; the count then goes on without working anything out
 * @param progress called with the number of answers read so far
 */
export async function gather(
  db: Db,
  wanted: Wanted,
  first = Number.POSITIVE_INFINITY,
  progress: (read: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Gathered> {
  const rows = await frameworks(db);
  const bases = new Map(await Promise.all(rows.map(async (row) => [row.id, await loadBasis(db, row, dayHere(wanted.now))] as const)));
  const known = new Set(bases.keys());
  const slices = createSlices();
  const matches = matcher(wanted.find);
  const estimates: Estimate[] = [];
  let [count, samples, read] = [0, 0, 0];
  for await (const page of tagPages(db)) {
    signal?.throwIfAborted();
    for (const tag of page) {
      const basis = bases.get(tag.answer.framework);
      if (!matches(textOf(tag, basis?.inputs ?? []))) continue;
      if (isSample(tag) && !wanted.sample) samples++;
      else if (++count <= first) estimates.push(estimateOf(tag, basis, known));
      const over = slices.rest();
      if (over) await over;
    }
    progress((read += page.length));
  }
  const used = new Set(estimates.map(({ answer }) => answer.framework));
  return {
    ...{ count, samples },
    estimates: {
      format: FORMAT,
      generator: { name: 'Azimuth', version: wanted.version },
      exportedAt: wanted.now.toISOString(),
      frameworks: [...bases.values()].filter(({ framework }) => used.has(framework.id)).map(usedFramework),
      estimates,
    },
  };
}
