// Thirty tickets in at most five minutes, on each tracker's list: pauses counted, the program's own time measured.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from './stage.ts';
import { callSweep, GITHUB_LIST, JIRA_BACKLOG, LINEAR_LIST } from './sweep-stage.ts';
import { sweepThirty } from './thirty.ts';

const FIVE_MINUTES = 300_000;

describe('thirty tickets', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ viewport: { width: 1280, height: 832 } });
    await stage.sample();
  }, 60_000);
  afterAll(() => stage.close());

  it.each([
    ['GitHub', GITHUB_LIST],
    ['Jira', JIRA_BACKLOG],
    ['Linear', LINEAR_LIST],
  ])(
    '%s: within five minutes, each once, over pages and rows that are recycled',
    async (name, url) => {
      const page = await stage.open(url);
      await page.locator('azimuth-chip').first().waitFor();
      await callSweep(stage, page);
      // Few of GitHub's are open: the answered ones too.
      if (name === 'GitHub') {
        await page.keyboard.press('p');
        await page.keyboard.press('k');
      }
      const played = await sweepThirty(page, 7, false);
      console.log(
        `${name}: ${((played.person + played.program) / 60_000).toFixed(2)} min (person ${Math.round(played.person / 1000)} s, program ${Math.round(played.program / 1000)} s)`,
      );
      expect(played.person + played.program).toBeLessThanOrEqual(FIVE_MINUTES);
      expect(new Set(played.tickets).size).toBe(30);
      const keys = (await page.evaluate<{ type: string }[]>('window.__heard ?? []')).filter(({ type }) => type.startsWith('key'));
      expect(keys).toEqual([]);
      await page.close();
    },
    120_000,
  );
});
