// The same in real time, by the clock on the wall: a command of its own.
import { expect, it } from 'vitest';
import { setStage } from './stage.ts';
import { callSweep, JIRA_BACKLOG } from './sweep-stage.ts';
import { sweepThirty } from './thirty.ts';

it('thirty tickets of a backlog in at most five minutes', async () => {
  const stage = await setStage({ viewport: { width: 1280, height: 832 } });
  await stage.sample();
  const page = await stage.open(JIRA_BACKLOG);
  await page.locator('azimuth-chip').first().waitFor();
  const from = performance.now();
  await callSweep(stage, page);
  const { stored } = await sweepThirty(page, 11, true);
  const minutes = (performance.now() - from) / 60_000;
  console.log(`30 tickets, ${stored} answered: ${minutes.toFixed(2)} min`);
  expect(minutes).toBeLessThanOrEqual(5);
  await stage.close();
}, 400_000);
