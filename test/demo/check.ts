import type { Page } from 'playwright-core';
import type { Browser } from './chromium.ts';

/** A sentence that is true of a page, and how to see it. */
export type Check = [name: string, check: (browser: Browser) => Promise<void>];

/** Puts a plain element of somebody else's in front of the first match, from the page's own world. */
export async function insertGuest(page: Page, selector: string): Promise<void> {
  await page.evaluate((found) => {
    const guest = document.createElement('some-guest');
    guest.attachShadow({ mode: 'open' }).innerHTML = '<input>';
    document.querySelector(found)?.prepend(guest);
  }, selector);
}

export function guests(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('some-guest').length);
}

/** Resolves once `read` in the page says `true`. */
export async function until(page: Page, read: () => boolean): Promise<void> {
  await page.waitForFunction(read, undefined, { timeout: 8000, polling: 50 });
}
