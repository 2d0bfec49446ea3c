// Rate limits: token buckets in the store, since there may be any number of processes.
import { Refused } from '../refused.ts';
import type { Rate } from '../settings.ts';
import { first, type Store } from '../store/store.ts';

interface Spending {
  readonly team: string;
  /** The bucket: a device's, or a purpose of the team. */
  readonly name: string;
  readonly cost: number;
}

const number = (parameter: string): string => `CAST(${parameter} AS double precision)`;
const [COST, NOW, BURST, FLOW] = [number('$3'), 'CAST($4 AS bigint)', number('$5'), number('$6')];
/** What has flowed in since, up to the brim. */
const FLOWN = `bucket.level + (${NOW} - bucket.at) * ${FLOW}`;
const LEVEL = `CASE WHEN ${FLOWN} < ${BURST} THEN ${FLOWN} ELSE ${BURST} END`;
const SPEND = `INSERT INTO bucket (team, name, level, at) VALUES ($1, $2, ${BURST} - ${COST}, ${NOW})
  ON CONFLICT (team, name) DO UPDATE SET level = ${LEVEL} - ${COST}, at = ${NOW} WHERE ${LEVEL} >= ${COST} RETURNING level`;

/** Takes from a bucket. @throws Refused `too_many` where it does not hold so much, with when it will */
export async function spend(store: Store, { team, name, cost }: Spending, now: number, { perMinute, burst }: Rate): Promise<void> {
  const flow = perMinute / 60_000;
  const left = await store.loosely((q) => first(q, SPEND, [team, name, cost, now, burst, flow]));
  if (left) return;
  const bucket = await first<{ level: number; at: number }>(store, 'SELECT level, at FROM bucket WHERE team = $1 AND name = $2', [
    team,
    name,
  ]);
  const missing = cost - Math.min(burst, (bucket?.level ?? 0) + (now - (bucket?.at ?? now)) * flow);
  throw new Refused('too_many', undefined, { retryAfter: Math.max(1, Math.ceil(missing / flow / 1000)) });
}
