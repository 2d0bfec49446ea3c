// The work on each input: how many answered tickets name it, and what they come to in its unit.
import { moments } from '../impact/effect.ts';
import type { Db, FrameworkRow } from '../store/db.ts';
import { answerPages } from '../store/read.ts';
import { teamAnswer } from '../impact/team.ts';
import { visibleTo } from '../team/visible.ts';
import { viewerOf } from './viewer.ts';

export interface WorkOnInput {
  readonly tickets: number;
  /** The sum of the means, each by its chance. */
  readonly change: number;
}

/** By the input's id, for all answers given under a framework. */
export async function workOf(db: Db, { team, id }: Pick<FrameworkRow, 'team' | 'id'>): Promise<ReadonlyMap<string, WorkOnInput>> {
  const work = new Map<string, WorkOnInput>();
  const viewer = await viewerOf(db);
  for await (const page of answerPages(db)) {
    for (const all of page) {
      const given = visibleTo(all, viewer).flatMap(({ team: own, answer }) => (own === team && answer.framework === id ? [answer] : []));
      const [only] = given;
      const effects = given.length > 1 ? teamAnswer(given).effects : only?.kind === 'effects' ? only.effects : [];
      for (const effect of effects) {
        const before = work.get(effect.input) ?? { tickets: 0, change: 0 };
        const change = before.change + effect.chance * moments(effect).mean;
        work.set(effect.input, { tickets: before.tickets + 1, change });
      }
    }
  }
  return work;
}
