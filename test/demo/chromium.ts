import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { startTrackers, type TrackerOptions } from '../../demo/server.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
];

/** A browser that finds the stand-in trackers under their real names. `complaints` collects what its console says. */
export interface Browser {
  context: BrowserContext;
  /** A page at `github.com/...`, loaded. */
  open(address: string): Promise<Page>;
  complaints: string[];
  close(): Promise<void>;
}

export async function openBrowser(options: TrackerOptions = {}): Promise<Browser> {
  const trackers = await startTrackers(options);
  const profile = await mkdtemp(join(tmpdir(), 'azimuth-pages-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    viewport: { width: 1440, height: 1000 },
    args: [...ARGUMENTS, `--host-resolver-rules=${trackers.hostRules}`],
  });
  const complaints: string[] = [];
  return {
    context,
    complaints,
    async open(address) {
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && complaints.push(`${address}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`${address}: ${error.message}`));
      await page.goto(trackers.url(address));
      return page;
    },
    async close() {
      await context.close();
      await trackers.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
