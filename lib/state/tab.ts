// The ticket in the browser's tab, and all the popup shows: read once, before the first paint, from what is kept for it.
import type { Question } from '../ask.ts';
import { homeOf } from '../model/alias.ts';
import type { Framework } from '../model/framework.ts';
import type { Dated, Metric } from '../model/metric.ts';
import type { Site } from '../model/site.ts';
import { placeOf, shortTicket } from '../model/ticket.ts';
import { questionOf } from '../requests/question.ts';
import type { Db } from '../store/db.ts';
import { courseBy, type Glance } from '../store/glance.ts';
import { type AtAGlance, atAGlance, claiming, readingsOf, saidNever, tagOf } from '../store/read.ts';
import { mayShow, ticketAt } from '../trackers/addresses.ts';
import { type MetricStatus, standingBy, standingOf } from './status.ts';

/** The part of a browser's tab that is used; address and title are absent where the extension may not read them. */
export interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  /** The ticket that a pane of its page shows, where the address names none: the page's own word, to be checked. */
  readonly pane?: string | undefined;
}

export interface TicketHere {
  readonly ticket: string;
  readonly title: string;
  readonly place: string;
  readonly state: 'ask' | 'unclaimed' | 'never' | 'no-framework';
  /** What is asked about it, and the answer if there is one; only in state `ask`. */
  readonly question: Question | undefined;
}

/** How a framework stands, as far as the popup shows it. */
export interface PopupStatus {
  readonly team: string;
  readonly framework: Pick<Framework, 'id' | 'name' | 'sample' | 'metrics' | 'formula' | 'multipliers'>;
  readonly northStar: MetricStatus<Dated>;
  readonly inputs: readonly MetricStatus<Dated>[];
  readonly guardrails: readonly MetricStatus<Dated>[];
}

export interface PopupModel {
  readonly frameworks: readonly Pick<Framework, 'id' | 'name'>[];
  /** `undefined` when there is no framework at all. */
  readonly status: PopupStatus | undefined;
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

/** What a pane shows, where the page is one that can show it. */
const paned = ({ pane, url = '' }: Tab, sites: readonly Site[]): string | undefined =>
  pane !== undefined && /^(github|jira|linear):\S{1,280}(#|-)\d+$/.test(pane) && mayShow(url, sites)(pane) ? pane : undefined;

/** The ticket in a tab, its answer read by its key. @returns `undefined` when the tab shows no ticket */
async function ticketIn(
  db: Db,
  tab: Tab,
  today: string,
  { glances, never, person, sites, aliases }: AtAGlance,
): Promise<TicketHere | undefined> {
  const named = ticketAt(tab.url ?? '', sites) ?? paned(tab, sites);
  if (named === undefined) return undefined;
  const ticket = homeOf(aliases, named);
  const place = placeOf(ticket);
  const here = { ticket, place, title: named === tab.pane ? '' : titleOf(tab.title ?? '', ticket), question: undefined };
  if (saidNever(never, ticket, aliases)) return { ...here, state: 'never' };
  const [claimant, ...others] = claiming(glances, ticket, aliases);
  if (!claimant) return { ...here, state: glances.length > 0 ? 'unclaimed' : 'no-framework' };
  const tag = await tagOf(db, claimant.team, ticket, person);
  const newest = (metric: string): number | undefined => claimant.courses[metric]?.points.findLast(({ date }) => date <= today)?.value;
  const question = questionOf(claimant, newest, { tag, others: others.map(({ framework }) => framework.name) });
  return { ...here, title: tag?.title || here.title, state: 'ask', question };
}

const SHOWN: readonly Metric['role'][] = ['north-star', 'input', 'guardrail'];

/** How a framework stands on a day, by its glance; by all its readings only where too many of them are still to come. */
async function statusBy(db: Db, glance: Glance, today: string): Promise<PopupStatus> {
  const { team, framework, courses } = glance;
  const shown = framework.metrics.filter(({ role }) => SHOWN.includes(role));
  const seen = shown.map(({ id }) => courses[id] && courseBy(courses[id], today));
  const all = seen.includes(undefined) ? await readingsOf(db, team, framework) : undefined;
  const standing = (metric: Metric, i: number): MetricStatus<Dated> => {
    const known = seen[i];
    return known ? standingBy(metric, known, today) : standingOf<Dated>(metric, all?.get(metric.id) ?? [], today);
  };
  const standings = shown.map(standing);
  const northStar = standings.find(({ metric }) => metric.role === 'north-star');
  if (!northStar) throw new Error(`Framework ${framework.id} has no North Star Metric.`);
  const of = (role: Metric['role']): MetricStatus<Dated>[] => standings.filter(({ metric }) => metric.role === role);
  return { team, framework, northStar, inputs: of('input'), guardrails: of('guardrail') };
}

/**
 * Everything the popup shows, from a row for each framework and the tab's own answer. Without a choice it is the
 * framework that claims the tab's ticket, else the first that is no sample.
 * @param chosen a framework's id @param today ISO day
 */
export async function loadPopup(db: Db, tab: Tab, today: string, chosen?: string): Promise<PopupModel> {
  const read = await atAGlance(db);
  const { glances } = read;
  const ticket = await ticketIn(db, tab, today, read);
  const [claimant] = ticket ? claiming(glances, ticket.ticket, read.aliases) : [];
  const shown =
    glances.find(({ framework }) => framework.id === chosen) ??
    claimant ??
    glances.find(({ framework }) => !framework.sample) ??
    glances[0];
  return {
    frameworks: glances.map(({ framework: { id, name } }) => ({ id, name })),
    status: shown && (await statusBy(db, shown, today)),
    ticket,
  };
}
