// Thirty tickets swept by somebody who reads each title, decides twice, and presses a key a step.
import type { Page } from 'playwright-core';
import { human } from './human.ts';
import { bar } from './sweep-stage.ts';

export interface Played {
  /** Pauses of the person together, and what the program took beyond them, ms. */
  readonly person: number;
  readonly program: number;
  readonly stored: number;
  readonly tickets: readonly string[];
}

/** What is in turn, once its form is there to be answered; `end` at the end of the page. */
const ready = async (page: Page, but: string): Promise<{ id: string; title: string }> => {
  const handle = await page.waitForFunction(
    (before) => {
      const root = document.querySelector('azimuth-sweep')?.shadowRoot;
      if (root?.querySelector('.bar[data-phase="end"]')) return { id: 'end', title: '' };
      const id = root?.querySelector('.title .id')?.textContent ?? '';
      return id !== '' && id !== before && root?.querySelector('.option')
        ? { id, title: root.querySelector('.title')?.textContent ?? '' }
        : undefined;
    },
    but,
    { polling: 10 },
  );
  return (await handle.jsonValue()) as { id: string; title: string };
};

/**
 * @param wait whether the pauses are waited for; else they are counted, and only the program takes its time
 */
export async function sweepThirty(page: Page, seed: number, wait: boolean): Promise<Played> {
  const person = human(seed);
  const tickets: string[] = [];
  let [paused, program, stored, before] = [0, 0, 0, ''];
  const pause = async (ms: number): Promise<void> => {
    paused += ms;
    if (wait) await page.waitForTimeout(ms);
  };
  const press = async (key: string): Promise<void> => {
    await pause(person.key());
    const from = performance.now();
    await page.keyboard.press(key);
    program += performance.now() - from;
  };
  while (tickets.length < 30) {
    const from = performance.now();
    const now = await ready(page, before);
    program += performance.now() - from;
    if (now.id === 'end') {
      await pause(person.decide());
      await press('n');
      before = 'end';
      await bar(page).locator('.bar[data-phase="asking"]').waitFor();
      before = tickets.at(-1) ?? '';
      continue;
    }
    before = now.id;
    tickets.push(now.id);
    await pause(person.read(now.title));
    const kind = person.any();
    await pause(person.decide());
    if (kind < 0.1) {
      await press('j');
      continue;
    }
    await press(kind < 0.25 ? '0' : String(1 + Math.floor(person.any() * 4)));
    await pause(person.decide());
    if (kind > 0.95) for (const key of ['t', '+', '1', '.', '.', '2']) await press(key);
    else await press(['a', 's', 'd'][Math.floor(person.any() * 3)] ?? 's');
    await pause(person.decide());
    await press('Enter');
    stored++;
  }
  await ready(page, before);
  return { person: paused, program, stored, tickets };
}
