// Chips on the lists that the stand-in trackers do not have: one for each row, none for a link that is no row's.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LIST_PAGES } from '../pages/lists.ts';
import { chip, chips, editor } from './chip-stage.ts';
import { setStage, type Stage } from './stage.ts';

describe('chips on further lists', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({
      server: {
        extra: (host, url) => {
          const here = `https://${host}${url.pathname}${url.search}`;
          const found = Object.values(LIST_PAGES).find((one) => one.url === here);
          const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A list</title></head><body><main>${found?.body}</main></body></html>`;
          return found && { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
        },
      },
    });
    await stage.sample();
  });
  afterAll(() => stage.close());
  afterEach(() => page.close());

  it.each(Object.entries(LIST_PAGES))('%s', async (_, { url, chips: wanted }) => {
    page = await stage.open(url);
    const found = (): Promise<(string | undefined)[]> => chips(page).evaluateAll((all) => all.map((one) => one.dataset['ticket']));
    await expect.poll(found).toEqual(wanted);
    await page.waitForTimeout(400);
    expect(await found()).toEqual(wanted);
    for (const one of await chips(page).all()) expect((await one.boundingBox())?.width).toBeGreaterThanOrEqual(20);
    const end = wanted.at(-1)?.replace(/^.*(?=#|\/)/, '') ?? '';
    await page.locator(chip(end)).click();
    await editor(page)
      .getByText(/Which input does this move|by |Debt|Compliance/)
      .first()
      .waitFor();
    expect(page.url()).toBe(url);
    expect(await editor(page).getAttribute('data-ticket')).toBe(wanted.at(-1));
  });

  it('keeps to its row when the window becomes narrow', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues');
    await chips(page).nth(20).waitFor();
    await page.setViewportSize({ width: 520, height: 800 });
    // Ours are put anew behind the resizing.
    await page.waitForTimeout(500);
    const [withChips, alone, there] = await page.evaluate(() => {
      const heights = (): number[] =>
        [...document.querySelectorAll('li[role="listitem"]')].map((row) => row.getBoundingClientRect().height);
      const before = heights();
      const all = [...document.querySelectorAll('azimuth-chip')].map((one) => {
        one.remove();
        return one;
      });
      return [before, heights(), all.length];
    });
    expect(withChips).toEqual(alone);
    expect(there).toBeGreaterThan(20);
  });
});
