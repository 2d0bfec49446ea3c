// What the stage itself promises: nothing that a page throws goes unseen, and nothing comes in front of a test's page.
import { expect, it } from 'vitest';
import { ISSUE, setStage } from './stage.ts';
it('is set once the page that opens after installing is there, and sees what a page throws', async () => {
  const stage = await setStage();
  expect(stage.context.pages().map((page) => page.url())).toContain(stage.address('welcome.html'));
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
