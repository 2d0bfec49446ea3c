// Who looks, by the team that was joined, and what its people are called.
import type { Names } from '../phrases/team.ts';
import type { Db, Identity } from '../store/db.ts';
import { membershipOf, namesOf } from '../store/synced.ts';
import type { Viewer } from '../team/visible.ts';

/** @returns `undefined` where no team is joined */
export async function viewerOf(db: Pick<Db, 'get'>): Promise<Viewer | undefined> {
  const member = await membershipOf(db);
  return member && { ...member.local, hides: member.hideUntilAnswered && member.you.role !== 'viewer' };
}

/** This device's person, and what others are called. */
export async function peopleIn(db: Pick<Db, 'get'>): Promise<{ readonly me: string | undefined; readonly names: Names }> {
  const [who, names] = await Promise.all([db.get('meta', 'identity') as Promise<Identity | undefined>, namesOf(db)]);
  return { me: who?.person, names };
}
