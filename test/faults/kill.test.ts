// The browser is killed the instant it says "Saved". This proves that a save is whole or not at all; that it is on
// the disk itself, and not only with the system, is proven in synced.test.ts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panel, setStage, type Stage } from '../e2e/stage.ts';
import { clickSave, saved, ticketKey, ticketUrl, typeAnswer, UNANSWERED } from './answering.ts';
import { faultsOf, stored } from './stored.ts';

const ROUNDS = 10;
const textOf = (round: number): string => `+${round + 1}..${round + 3}`;

describe('a browser killed as it says "Saved"', () => {
  let stage: Stage;
  let sampleTags = 0;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
    sampleTags = (await stored(stage)).tags.length;
  });
  afterAll(() => stage.close());

  it(`has every answer after ${ROUNDS} kills, whole`, async () => {
    const delays: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const number = UNANSWERED[round] as number;
      const page = await stage.open(ticketUrl(number));
      await typeAnswer(page, textOf(round));
      const shown = Promise.withResolvers<number>();
      await page.exposeBinding('heardSaved', (_, at: number) => shown.resolve(at));
      await panel(page).evaluate((element) => {
        const root = element.shadowRoot as ShadowRoot;
        new MutationObserver((_, observer) => {
          if (root.querySelector('[role="status"]')?.textContent !== 'Saved') return;
          observer.disconnect();
          (window as unknown as { heardSaved(at: number): void }).heardSaved(Date.now());
        }).observe(root, { childList: true, subtree: true, characterData: true });
      });
      await clickSave(page);
      const at = await shown.promise;
      delays.push(Date.now() - at);
      stage = await stage.restart('kill');
      const found = await stored(stage);
      const faults = UNANSWERED.slice(0, round + 1).flatMap((one, i) => faultsOf(found, ticketKey(one), textOf(i)));
      expect(faults).toEqual([]);
      expect(found.tags.length).toBe(sampleTags + round + 1);
    }
    console.log(
      `${ROUNDS} kills, ${Math.min(...delays)} to ${Math.max(...delays)} ms after "Saved": ${ROUNDS} of ${ROUNDS} answers there, 0 torn`,
    );
    // And as people see it.
    const page = await stage.open(ticketUrl(UNANSWERED[ROUNDS - 1] as number));
    await panel(page)
      .getByText(`+${ROUNDS} to +${ROUNDS + 2}`)
      .first()
      .waitFor();
    expect(await saved(page).count()).toBe(0);
  });
});
