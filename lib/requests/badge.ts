// What the toolbar button says about the ticket in a tab.
import { shortTicket } from '../model/ticket.ts';
import { say } from '../say.ts';
import type { Db } from '../store/db.ts';
import { claimants, isNeverHere, ownTag } from '../store/read.ts';

export interface Badge {
  readonly text: string;
  readonly title: string;
}

/** A tick where the ticket is answered; nothing elsewhere, because an unanswered ticket is not a reproach. */
export async function badgeOf(db: Db, ticket: string | undefined): Promise<Badge> {
  const [row] = ticket === undefined || (await isNeverHere(db, ticket)) ? [] : await claimants(db, ticket);
  if (ticket === undefined || !row) return { text: '', title: say('name') };
  const tag = await ownTag(db, ticket, row.team);
  return tag ? { text: '✓', title: say('badgeTagged', shortTicket(ticket)) } : { text: '', title: say('badgeOpen', shortTicket(ticket)) };
}
