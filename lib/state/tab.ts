// The ticket in the browser's tab, and all the popup shows: read once, before the first paint.
import type { Question } from '../ask.ts';
import type { Framework } from '../model/framework.ts';
import { placeOf, shortTicket } from '../model/ticket.ts';
import { question } from '../requests/question.ts';
import type { Db } from '../store/db.ts';
import { claimants, frameworks, ownTag } from '../store/read.ts';
import { ticketAt } from '../trackers/addresses.ts';
import { loadStatus, type StatusModel } from './status.ts';

/** The part of a browser's tab that is used; address and title are absent where the extension may not read them. */
export interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
}

export interface TicketHere {
  readonly ticket: string;
  readonly title: string;
  readonly place: string;
  readonly state: 'ask' | 'unclaimed' | 'never' | 'no-framework';
  /** What is asked about it, and the answer if there is one; only in state `ask`. */
  readonly question: Question | undefined;
}

export interface PopupModel {
  readonly frameworks: readonly Pick<Framework, 'id' | 'name'>[];
  /** `undefined` when there is no framework at all. */
  readonly status: StatusModel | undefined;
  /** `undefined` when the tab shows no ticket. */
  readonly ticket: TicketHere | undefined;
}

/**
 * A ticket's title from the tab's, without what the tracker adds to it: `Title · Issue #1 · owner/repo`,
 * `[KEY-1] Title - Site`, `KEY-1 Title`. Hostile text, for display only.
 */
export function titleOf(tabTitle: string, ticket: string): string {
  const plain = tabTitle.replace(/^\(\d+\+?\) /, '');
  if (ticket.startsWith('github:')) {
    const [head = ''] = plain.split(/ · (?:Issue|Pull Request) #\d+ · /);
    return / · Pull Request #/.test(plain) ? head.replace(/ by \S+$/, '') : head;
  }
  const key = shortTicket(ticket).toLowerCase();
  const bare = plain.toLowerCase().startsWith(`[${key}]`)
    ? plain.slice(key.length + 2)
    : plain.toLowerCase().startsWith(key)
      ? plain.slice(key.length)
      : plain;
  const title = bare.replace(/^[\s:›–-]+/, '');
  // Jira ends with the site's own name, whatever that is.
  return ticket.startsWith('jira:') ? title.replace(/ - [^-]*$/, '') : title;
}

/** @param today ISO day @returns `undefined` when the tab's address names no ticket */
export async function loadTicket(db: Db, tab: Tab, today: string): Promise<TicketHere | undefined> {
  const ticket = ticketAt(tab.url ?? '');
  if (ticket === undefined) return undefined;
  const reply = await question(db, ticket, today);
  const asked = reply.state === 'ask' ? reply : undefined;
  const tag = asked?.tag && (await ownTag(db, ticket, asked.team));
  return {
    ticket,
    place: placeOf(ticket),
    title: tag?.title || titleOf(tab.title ?? '', ticket),
    state: reply.state === 'refused' ? 'no-framework' : reply.state,
    question: asked,
  };
}

/**
 * Everything the popup shows. Without a choice it is the framework that claims the tab's ticket, else the first that
 * is no sample.
 * @param chosen a framework's id @param today ISO day
 */
export async function loadPopup(db: Db, tab: Tab, today: string, chosen?: string): Promise<PopupModel> {
  const rows = (await frameworks(db)).map(({ framework }) => framework);
  const ticket = await loadTicket(db, tab, today);
  const [claimant] = ticket ? await claimants(db, ticket.ticket) : [];
  const shown = rows.find(({ id }) => id === chosen) ?? claimant?.framework ?? rows.find(({ sample }) => !sample) ?? rows[0];
  return {
    frameworks: rows.map(({ id, name }) => ({ id, name })),
    status: shown && (await loadStatus(db, shown.id, today)),
    ticket,
  };
}
