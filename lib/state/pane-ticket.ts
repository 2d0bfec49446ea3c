// The ticket that a pane of a tab shows: asked of our own script there, as the browser knows only the tab's address.
import { browser } from '../browser.ts';
import { paneAt } from '../trackers/addresses.ts';
import type { Site } from '../model/site.ts';
import type { Tab } from './tab.ts';

/** Run inside the page by the browser, in our own world there, so it may use nothing from outside of itself. */
const readPane = (): string | undefined => globalThis.azimuth?.stay?.ticket;

/** The same tab, with what its pane shows; at once where its address leaves no room for one. */
export async function withPane<T extends Tab>(tab: T, sites: readonly Site[]): Promise<T> {
  if (tab.id === undefined || paneAt(tab.url ?? '', sites) === undefined) return tab;
  const looked = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: readPane }).catch(() => []);
  const pane: unknown = looked[0]?.result;
  return typeof pane === 'string' ? { ...tab, pane } : tab;
}
