// The work on each input: how many answered tickets name it, and what they come to in its unit.
import { moments } from '../impact/effect.ts';
import type { Db, FrameworkRow } from '../store/db.ts';
import { tagPages } from '../store/read.ts';

export interface WorkOnInput {
  readonly tickets: number;
  /** The sum of the means, each by its chance. */
  readonly change: number;
}

/** By the input's id, for all answers given under a framework. */
export async function workOf(db: Db, { team, id }: Pick<FrameworkRow, 'team' | 'id'>): Promise<ReadonlyMap<string, WorkOnInput>> {
  const work = new Map<string, WorkOnInput>();
  for await (const page of tagPages(db)) {
    for (const { answer, team: own } of page) {
      if (own !== team || answer.framework !== id || answer.kind !== 'effects') continue;
      for (const effect of answer.effects) {
        const before = work.get(effect.input) ?? { tickets: 0, change: 0 };
        const change = before.change + effect.chance * moments(effect).mean;
        work.set(effect.input, { tickets: before.tickets + 1, change });
      }
    }
  }
  return work;
}
