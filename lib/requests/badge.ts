// What the toolbar button says about the ticket in a tab.
import { covers, placeOf, shortTicket } from '../model/ticket.ts';
import { say } from '../say.ts';
import type { Db } from '../store/db.ts';
import { atAGlance, claiming, tagOf } from '../store/read.ts';

export interface Badge {
  readonly text: string;
  readonly title: string;
}

/** A tick where the ticket is answered; nothing elsewhere, because an unanswered ticket is not a reproach. */
export async function badgeOf(db: Db, ticket: string | undefined): Promise<Badge> {
  if (ticket === undefined) return { text: '', title: say('name') };
  const { glances, never, person } = await atAGlance(db);
  const [row] = never.some((one) => covers(one, placeOf(ticket))) ? [] : claiming(glances, ticket);
  if (!row) return { text: '', title: say('name') };
  const tag = await tagOf(db, row.team, ticket, person);
  return tag ? { text: '✓', title: say('badgeTagged', shortTicket(ticket)) } : { text: '', title: say('badgeOpen', shortTicket(ticket)) };
}
