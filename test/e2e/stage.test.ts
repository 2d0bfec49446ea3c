// What the stage itself promises: nothing that a page throws goes unseen.
import { expect, it } from 'vitest';
import { ISSUE, setStage } from './stage.ts';
it('sees what a page throws', async () => {
  const stage = await setStage();
  const page = await stage.open(ISSUE);
  await page.evaluate(
    () =>
      void setTimeout(() => {
        throw new TypeError('on purpose');
      }),
  );
  await page.evaluate(
    () =>
      void setTimeout(() => {
        throw 'a string';
      }),
  );
  await page.evaluate(() => void Promise.reject(new Error('rejected')));
  // Thrown after those three, and told after them.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await expect(stage.close()).rejects.toThrow(/on purpose[\s\S]*a string[\s\S]*rejected/);
});
