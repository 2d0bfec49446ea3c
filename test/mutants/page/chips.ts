// What is seen of chips in a list: each in the row whose link names its ticket, at most one in a row, and in nothing that
// was prose, navigation or a menu before the page was changed.
import type { Origin } from './origin.ts';

/** What nothing of ours stands in, whether in a list or beside a ticket. */
const NEVER = ['comment', 'navigation', 'editor', 'menu'];
const HIGHEST = 8;

/** Whether a link leads to a ticket, as ids spell it. */
function leadsTo(ticket: string, link: HTMLAnchorElement): boolean {
  const url = decodeURIComponent(link.href).toLowerCase();
  const id = ticket.toLowerCase();
  const github = /^github:(?:[^/]+\/)?([^/]+\/[^/]+)#(\d+)$/.exec(id);
  if (github) {
    const [, repo, number] = github;
    return new RegExp(`/${repo}/(issues|pull)/${number}(?![0-9])`).test(url) || url.includes(`${repo?.replace('/', '|')}|${number}`);
  }
  const key = id.slice(id.lastIndexOf('/') + 1);
  return new RegExp(`(/browse/|/issue/|/issues/|selectedissue=)${key}(?![0-9])`).test(url);
}

const chipsHere = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('azimuth-chip')];

/** The tickets of all chips that can be seen, in the alphabet's order. */
export const ticketsShown = (): string[] =>
  chipsHere()
    .filter((chip) => chip.getBoundingClientRect().width > 0)
    .map(({ dataset }) => dataset['ticket'] ?? '')
    .toSorted();

/** Every chip that is not where it belongs now, in words. */
export function misplacedChips(origin: Origin): string[] {
  return chipsHere().flatMap((chip) => {
    const { ticket = '' } = chip.dataset;
    let row: Element | null = chip.parentElement;
    const own = (link: HTMLAnchorElement): boolean => leadsTo(ticket, link);
    while (row && !(row instanceof HTMLAnchorElement && own(row)) && ![...row.querySelectorAll<HTMLAnchorElement>('a[href]')].some(own))
      row = row.parentElement;
    if (!row || row === document.body) return [`${ticket} in no row of its own`];
    for (let at = chip.parentElement; at; at = at.parentElement) {
      const wrong = NEVER.find((what) => origin.is(at as Element, what));
      if (wrong) return [`${ticket} in ${wrong}: ${at.outerHTML.slice(0, 80)}`];
    }
    const others = [...row.querySelectorAll<HTMLElement>('azimuth-chip')].filter((other) => other !== chip);
    return others.length > 0 ? [`${ticket} with ${others.map((other) => other.dataset['ticket']).join(' and ')} in one row`] : [];
  });
}

/** The chips with which something around them is higher than without, in words. */
export function grownByChips(): string[] {
  const chips = chipsHere();
  const around = new Map<Element, number>();
  const nearest = chips.map((chip) => {
    for (let at = chip.parentElement, i = 0; at && i < HIGHEST; at = at.parentElement, i++)
      around.set(at, at.getBoundingClientRect().height);
    return chip.parentElement;
  });
  const before = chips.map((chip) => chip.style.cssText);
  for (const chip of chips) chip.style.setProperty('display', 'none', 'important');
  const other = (at: Element | null): boolean =>
    at !== null && around.has(at) && Math.abs((around.get(at) ?? 0) - at.getBoundingClientRect().height) > 0.6;
  const grown = nearest.flatMap((at, i) =>
    other(at?.closest('li, tr, a') ?? at) ? [`${chips[i]?.dataset['ticket']} has a higher row`] : [],
  );
  const holders = [...around.keys()].filter(other).map((at) => `higher with chips: ${at.outerHTML.slice(0, 80)}`);
  for (const [i, chip] of chips.entries()) chip.style.cssText = before[i] ?? '';
  return [...grown, ...holders.slice(0, 3)];
}
