// What the tests of chips ask of a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAB_STOPS = 30;

export const chips = (page: Page) => page.locator('azimuth-chip');
/** The selector of a ticket's chips, by the end of its id. */
export const chip = (end: string): string => `azimuth-chip[data-ticket$="${end}"]`;
export const editor = (page: Page) => page.locator('azimuth-editor');

/** Each row's size, and where its parts are: px, ours left out. */
export const geometry = (page: Page, row: string): Promise<unknown> =>
  page.locator(row).evaluateAll((rows) =>
    rows.slice(0, 20).map((one) => {
      const box = one.getBoundingClientRect();
      const cells = [...one.children, ...(one.firstElementChild?.children ?? [])].filter(
        ({ localName }) => !localName.startsWith('azimuth-'),
      );
      return [
        [box.top, box.width, box.height].map(Math.round),
        ...cells.map((cell) => {
          const { left, width, height } = cell.getBoundingClientRect();
          return [left - box.left, width, height].map(Math.round);
        }),
      ];
    }),
  );

/** Accessibility faults by rule, with how many elements have them. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(root: unknown): Promise<{ violations: { id: string; nodes: unknown[] }[] }> } };
    return (await axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.length}`);
  });
}

/** What the Tab key comes to, one after the other. */
export async function focusOrder(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
  });
  const stops: string[] = [];
  for (let i = 0; i < TAB_STOPS; i++) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const at = document.activeElement as HTMLElement;
        return `${at.localName} ${at.getAttribute('href') ?? at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 30) ?? ''}`;
      }),
    );
  }
  return stops;
}

/** Presses the extension's own key on a page. */
export async function pressCommand(stage: Stage, page: Page): Promise<void> {
  const worker = await stage.worker();
  await worker.evaluate(async (url) => {
    const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
    await chrome.tabs.sendMessage(tab?.id ?? -1, { tell: 'focus' }, { frameId: 0 });
  }, page.url());
}
