// Pages of the trackers that nobody here wrote, under their own addresses: the panel is there once, for the right
// ticket, in its place, and covers nothing. Skipped, visibly, where the folder with the pages is missing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panel, setStage, type Stage } from './stage.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/captures');
const PICTURES = join(import.meta.dirname, '../../test-output/captures');
const THERE = existsSync(join(FOLDER, 'pages.json'));

interface Capture {
  readonly url: string;
  readonly file: string;
  readonly ticket: string | null;
  readonly place?: 'column' | 'dock';
  readonly theme?: 'dark';
}
const PAGES: Capture[] = THERE ? JSON.parse(readFileSync(join(FOLDER, 'pages.json'), 'utf8')) : [];

/** A page as saved; a fragment gets an empty document around it. `wrapper` puts the body's content into one more element. */
function bodyOf(file: string, wrapper: string | undefined): string {
  const saved = readFileSync(join(FOLDER, file), 'utf8');
  const whole = /<body/i.test(saved) ? saved : `<!doctype html><html><head><meta charset="utf-8"></head><body>${saved}</body></html>`;
  if (!wrapper) return whole;
  return whole
    .replace(/<body[^>]*>/i, `$&<${wrapper} class="w-${wrapper.length}">`)
    .replace(/<\/body>(?![\s\S]*<\/body>)/i, `</${wrapper}></body>`);
}

/** The controls of the host whose middle the panel covers. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ours = document.querySelector('azimuth-panel');
    const box = ours?.getBoundingClientRect();
    if (!ours || !box) return [];
    return [...document.querySelectorAll('a[href], button, input, textarea, select')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((control) => {
        const { left, top, width, height } = control.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const inside = width > 0 && height > 0 && x > box.left && x < box.right && y > box.top && y < box.bottom;
        return inside && document.elementFromPoint(x, y) === ours;
      })
      .map((control) => control.outerHTML.slice(0, 120));
  });

/** How far the panel reaches out of the element it was put into, px. */
const overhang = (page: Page): Promise<number> =>
  panel(page).evaluate((element) => {
    const column = (element.parentElement as Element).getBoundingClientRect();
    const own = element.getBoundingClientRect();
    return Math.max(column.left - own.left, own.right - column.right, column.top - own.top, own.bottom - column.bottom);
  });

describe.skipIf(!THERE)('saved pages of the trackers', () => {
  let stage: Stage;
  let wrapper: string | undefined;
  beforeAll(async () => {
    stage = await setStage({
      viewport: { width: 1400, height: 1000 },
      server: {
        hosts: [...new Set(PAGES.map(({ url }) => new URL(url).hostname))].filter(
          (host) => !/github\.com|linear\.app|atlassian\.net/.test(host),
        ),
        extra: (host, url) => {
          const page = PAGES.find(
            (one) =>
              new URL(one.url).hostname === host && new URL(one.url).pathname + new URL(one.url).search === url.pathname + url.search,
          );
          return page && { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: bodyOf(page.file, wrapper) };
        },
      },
    });
    await stage.sample();
  });
  afterAll(() => stage.close());

  describe.each([undefined, 'section', 'x-layer'])('wrapped in %s', (tag) => {
    it.each(PAGES.map((page) => [page.file, page] as const))('%s', async (_, { url, ticket, place, file }) => {
      wrapper = tag;
      const page = await stage.open(url);
      if (ticket === null) {
        await page.waitForTimeout(700);
        expect(await panel(page).count()).toBe(0);
        await page.close();
        return;
      }
      await panel(page).waitFor();
      expect(await panel(page).count()).toBe(1);
      expect((await panel(page).getAttribute('data-ticket'))?.toLowerCase()).toBe(ticket.toLowerCase());
      await expect.poll(() => panel(page).getAttribute('data-place'), { timeout: 6000 }).toBe(place);
      if (place === 'column') {
        expect(await panel(page).evaluate((element) => element.getBoundingClientRect().width)).toBeGreaterThan(200);
        expect(await overhang(page)).toBeLessThanOrEqual(1);
        expect(await covered(page)).toEqual([]);
      }
      if (tag === undefined) {
        await saveAndRead(page);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await panel(page).screenshot({ path: join(PICTURES, `${file.replace(/\W+/g, '-')}-${colorScheme}.png`) });
        }
      }
      await page.close();
    });
  });

  it('looks at home in light and dark', async () => {
    wrapper = undefined;
    const dark = PAGES.find(({ ticket, theme }) => ticket && theme === 'dark');
    const page = await stage.open(dark?.url ?? '');
    await expect.poll(() => panel(page).evaluate((element) => element.shadowRoot?.firstElementChild?.className)).toMatch(/\bdark\b/);
    await page.close();
  });
});

/** Uses the framework here, answers with the keyboard, and finds the answer after a reload. */
async function saveAndRead(page: Page): Promise<void> {
  const use = panel(page).getByRole('button', { name: /^Use it here/ });
  await panel(page)
    .getByText(/Not in your framework|Which input does this move, and|by Activation/)
    .first()
    .waitFor();
  if (await use.count()) await use.click();
  await panel(page).getByRole('radio').first().waitFor();
  await panel(page).getByRole('radio').first().focus();
  for (const key of ['1', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await panel(page).getByRole('status').getByText('Saved').waitFor();
  await page.reload();
  await panel(page).getByText('by Activation +0.1 to +0.2').waitFor();
}
