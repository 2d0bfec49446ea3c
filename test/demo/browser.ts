/**
 * The stand-in pages in a real browser: that they hydrate, navigate, go back, throw guests out and hold on to the focus as
 * the live pages do. Run by hand: `node test/demo/browser.ts`. What it prints last is the number of checks.
 */
import assert from 'node:assert/strict';
import { openBrowser } from './chromium.ts';
import { githubChecks } from './browser-github.ts';
import { jiraChecks } from './browser-jira.ts';
import { linearChecks } from './browser-linear.ts';

const browser = await openBrowser();
let passed = 0;
try {
  for (const [name, check] of [...githubChecks, ...jiraChecks, ...linearChecks]) {
    await check(browser);
    for (const page of browser.context.pages().slice(1)) {
      assert.deepEqual(await page.evaluate(() => window.__errors), [], name);
      await page.close();
    }
    passed += 1;
    console.log(`ok ${name}`);
  }
  assert.deepEqual(browser.complaints, []);
  console.log(`${passed} checks`);
} finally {
  await browser.close();
}
