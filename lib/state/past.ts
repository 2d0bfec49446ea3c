// Versions of a framework that answers were given under, ready to price by; at today's readings.
import { type Ground, groundOf } from '../impact/pricing.ts';
import { type Repriced, repriced } from '../impact/repricing.ts';
import type { Tag } from '../model/tag.ts';
import type { Db } from '../store/db.ts';
import { latestReading } from '../store/read.ts';
import { type StoredVersion, versionAt } from '../store/versions.ts';

export interface PastVersion extends StoredVersion {
  readonly ground: Ground;
}

/** By version number. */
export type Past = ReadonlyMap<number, PastVersion>;

/** The framework as it is now, with the newest readings there are of its metrics. */
export interface Present {
  readonly team: string;
  readonly framework: { readonly id: string; readonly version: number };
  readonly readings: ReadonlyMap<string, { readonly value: number }>;
}

/**
 * The versions that answers were given under, the present one left out.
 * @param answers whatever tags there are; those of other frameworks do not count @param today ISO day
 */
export async function loadPast(
  db: Db,
  { team, framework, readings }: Present,
  answers: Iterable<Tag['answer']>,
  today: string,
): Promise<Past> {
  const versions = new Set<number>();
  for (const answer of answers) {
    if (answer.kind === 'effects' && answer.framework === framework.id && answer.version !== framework.version)
      versions.add(answer.version);
  }
  const past = new Map<number, PastVersion>();
  for (const version of versions) {
    const stored = await versionAt(db, team, framework.id, version);
    if (stored) past.set(version, { ...stored, ground: await groundThen(db, team, stored, readings, today) });
  }
  return past;
}

/** What has left the framework since may still have readings. */
async function groundThen(db: Db, team: string, { framework }: StoredVersion, known: Present['readings'], today: string): Promise<Ground> {
  const gone = framework.metrics.filter(({ id }) => !known.has(id));
  const found = await Promise.all(gone.map(({ id }) => latestReading(db, team, framework.id, id, today)));
  const values = new Map([...known, ...found.flatMap((reading) => (reading ? [[reading.metric, reading] as const] : []))]);
  return groundOf(framework, (metric) => values.get(metric)?.value);
}

/** A number that the framework changed, and the version it was before. */
export interface Shift extends Repriced {
  readonly past: PastVersion;
}

/** What the framework changed of an answer's number since it was given; `undefined` where it shows the same. */
export function shiftOf(answer: Tag['answer'], past: Past, now: Ground): Shift | undefined {
  const then = answer.kind === 'effects' ? past.get(answer.version) : undefined;
  const shift = answer.kind === 'effects' && then && repriced(answer.effects, then.ground, now);
  return shift ? { ...shift, past: then } : undefined;
}
