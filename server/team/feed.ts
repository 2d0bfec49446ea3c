// The page and the feed for those without the extension: how the metrics do and how much is answered. No names of people, no
// tickets. Off until an admin turns it on; who has its secret address may read it.
import * as z from 'zod/mini';
import { verdictOf } from '../../lib/impact/pace.ts';
import { Refused } from '../refused.ts';
import { first, type Queries, type Store } from '../store/store.ts';
import { audit } from './audit.ts';
import { found } from './pull.ts';
import { digest, newSecret, teamOf } from './secret.ts';
import { standingOf } from './standing.ts';
import { holdTeam } from './team.ts';
import type { Who } from './who.ts';

/** Turns it on under a new address, or off. @returns the secret of the address */
export function switchFeed(store: Store, who: Who, on: boolean, now: number): Promise<string | undefined> {
  const secret = on ? newSecret('azs', who.team) : undefined;
  return store.transact(async (q) => {
    await holdTeam(q, who.team);
    await q.all('DELETE FROM feed WHERE team = $1', [who.team]);
    if (secret !== undefined) await q.insert('feed', ['team', 'hash', 'since'], [[who.team, digest(secret), now]]);
    await audit(q, who.team, now, { by: who.person, action: on ? 'feed.on' : 'feed.off', about: who.team });
    return secret;
  });
}

const FedMetric = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['north-star', 'input']),
  unit: z.string(),
  /** Its newest value. */
  value: z.optional(z.number()),
  date: z.optional(z.iso.date()),
  target: z.optional(z.object({ value: z.number(), date: z.iso.date() })),
  /** Are we winning: the word and the rule that made it. */
  verdict: z.enum(['winning', 'close', 'losing', 'unknown']),
  reason: z.string(),
});

export const Feed = z.object({
  format: z.literal('azimuth-status/v1'),
  team: z.string(),
  at: z.iso.datetime(),
  frameworks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      version: z.int(),
      metrics: z.array(FedMetric),
      /** Tickets somebody answered, and those where everybody said it is no North Star work. */
      answered: z.int(),
      notNorthStar: z.int(),
    }),
  ),
});
export type Feed = z.infer<typeof Feed>;

/** The team of a feed's secret. @throws Refused `not_found` where it is off, or the address was another's */
export async function fedTeam(q: Queries, secret: string): Promise<string> {
  const team = teamOf(secret, 'azs');
  const row = team && (await first(q, 'SELECT team FROM feed WHERE team = $1 AND hash = $2', [team, digest(secret)]));
  if (!team || !row) throw new Refused('not_found');
  return team;
}

export async function feedOf(q: Queries, team: string, now: number): Promise<Feed> {
  const { name } = await found(q, team);
  const at = new Date(now).toISOString();
  const today = at.slice(0, 10);
  const { frameworks, readings, tags } = await standingOf(q, team);
  // By framework and ticket: whether anybody says that it moves something.
  const answers = new Map<string, Map<string, boolean>>();
  for await (const { ticket, answer } of tags) {
    const of = answers.get(answer.framework) ?? new Map<string, boolean>();
    answers.set(answer.framework, of.set(ticket, of.get(ticket) === true || answer.kind === 'effects'));
  }
  return {
    format: 'azimuth-status/v1',
    team: name,
    at,
    frameworks: frameworks.map(({ id, name: called, version, metrics }) => {
      const tickets = [...(answers.get(id)?.values() ?? [])];
      const told = metrics.flatMap((metric): z.infer<typeof FedMetric>[] => {
        if (metric.role !== 'north-star' && metric.role !== 'input') return [];
        const known = (readings.get(id)?.get(metric.id) ?? []).filter(({ date }) => date <= today);
        const last = known.at(-1);
        const { word, reason } = verdictOf(metric, known, today);
        return [
          {
            ...{ id: metric.id, name: metric.name, role: metric.role, unit: metric.kind === 'rate' ? '%' : metric.unit },
            ...(last && { value: last.value, date: last.date }),
            ...(metric.target && { target: metric.target }),
            ...{ verdict: word, reason },
          },
        ];
      });
      return { id, name: called, version, metrics: told, answered: tickets.length, notNorthStar: tickets.filter((moves) => !moves).length };
    }),
  };
}
