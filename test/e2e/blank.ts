// A browser of each kind without the extension, for what has to come out the same in every engine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../setup/browser.ts';
import { findFirefox } from '../../setup/firefox.ts';
import { launchFirefox } from '../../setup/firefox-launch.ts';
import { FIREFOX } from './browsers.ts';

/** Runs a script in an empty page, and hands back what the expression comes to, as text. */
export type RunIn = (script: string, expression: string) => Promise<string>;

async function run(page: Page, script: string, expression: string): Promise<string> {
  await page.addScriptTag({ content: script });
  return page.evaluate<string>(expression);
}

const inChromium: RunIn = async (script, expression) => {
  const browser = await chromium.launch({ executablePath: (await findBrowser()).path });
  try {
    return await run(await browser.newPage(), script, expression);
  } finally {
    await browser.close();
  }
};

const inFirefox: RunIn = async (script, expression) => {
  const profileDir = mkdtempSync(join(tmpdir(), 'azimuth-blank-'));
  const { context, close } = await launchFirefox({ browser: await findFirefox(), profileDir, headless: true });
  try {
    return await run(await context.newPage(), script, expression);
  } finally {
    await close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** The browser of this run of the tests, by name. */
export const BLANK: Readonly<Record<string, RunIn>> = FIREFOX ? { Firefox: inFirefox } : { Chromium: inChromium };
