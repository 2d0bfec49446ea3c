// Which atlassian.net site a custom domain is, by the marks of pages that are open: both name the same Jira. It is only
// proposed; the user says whether it is so.
import { browser } from '../browser.ts';
import type { Alias } from '../model/alias.ts';
import { hostIn, patternOf, type Site } from '../model/site.ts';

const NAMED = 'https://*.atlassian.net/*';

/** Run inside the page by the browser, so it may use nothing from outside of itself. */
const readMark = (): { host: string; id: string } => ({
  host: location.hostname,
  id: document.querySelector<HTMLMetaElement>('meta[name="ajs-cloud-id"]')?.content ?? '',
});

type Mark = ReturnType<typeof readMark>;

async function marksAt(url: string): Promise<Mark[]> {
  const tabs = await browser.tabs.query({ url, discarded: false }).catch(() => []);
  const read = tabs.map(async ({ id }): Promise<Mark[]> => {
    if (id === undefined) return [];
    const looked = await browser.scripting.executeScript({ target: { tabId: id }, func: readMark }).catch(() => []);
    return looked.flatMap(({ result }) => (result as Mark | undefined) ?? []);
  });
  return (await Promise.all(read)).flat().filter(({ id }) => id !== '');
}

/** What could be said of the custom domains of which nothing is said yet. */
export async function twinsAmong(sites: readonly Site[], aliases: readonly Alias[]): Promise<Alias[]> {
  const open = sites.filter(({ flavour, origin }) => flavour === 'cloud' && !aliases.some(({ from }) => from === `jira:${hostIn(origin)}`));
  if (open.length === 0) return [];
  const named = await marksAt(NAMED);
  const found = open.map(async ({ origin }): Promise<Alias[]> => {
    const [mark] = await marksAt(patternOf(origin));
    const homes = new Set(named.filter(({ id }) => id === mark?.id).map(({ host }) => host));
    // Two that say so are one too many to propose any.
    return homes.size === 1 ? [...homes].map((host) => ({ from: `jira:${hostIn(origin)}`, to: `jira:${host}` })) : [];
  });
  return (await Promise.all(found)).flat();
}
