// What the toolbar button says about the ticket in a tab.
import { homeOf } from '../model/alias.ts';
import { shortTicket } from '../model/ticket.ts';
import { say } from '../say.ts';
import type { Db } from '../store/db.ts';
import { atAGlance, claiming, saidNever, tagOf } from '../store/read.ts';

export interface Badge {
  readonly text: string;
  readonly title: string;
}

/** A tick where the ticket is answered; nothing elsewhere, because an unanswered ticket is not a reproach. */
export async function badgeOf(db: Db, ticket: string | undefined): Promise<Badge> {
  if (ticket === undefined) return { text: '', title: say('name') };
  const { glances, never, person, aliases } = await atAGlance(db);
  const [row] = saidNever(never, ticket, aliases) ? [] : claiming(glances, ticket, aliases);
  if (!row) return { text: '', title: say('name') };
  const tag = await tagOf(db, row.team, homeOf(aliases, ticket), person);
  return tag ? { text: '✓', title: say('badgeTagged', shortTicket(ticket)) } : { text: '', title: say('badgeOpen', shortTicket(ticket)) };
}
