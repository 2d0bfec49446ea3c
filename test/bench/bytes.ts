// How much script of ours a page runs, as the browser reports it: file names and manifests can promise anything.
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Stage } from '../e2e/stage.ts';
import { figure, heading, table } from './figures.ts';
import { type MeasuredPage, PAGES } from './pages.ts';

const AFTER_LOAD_MS = 2000;
/** What all scripts on a page may come to: with the panel open on it, where none is wanted, and what chips may add. */
const AIM = { panel: 25_000, none: 4_000, chips: 6_000 };
/** Its content scripts, built from commit 9ff846edd (2026-02-28), gzip. */
const REFINED_GITHUB = 349_000;

interface Script {
  readonly url: string;
  /** Bytes after gzip, level 9; each script by itself, as a store or a browser would keep it. */
  readonly bytes: number;
}

/**
 * The extension's scripts that ran on a page until two seconds after its load, or longer until what is wanted is there; each as
 * often as it ran.
 * @throws when the panel is not there though it should be, or the other way round: the figure would be of something else
 */
async function scriptsOn(stage: Stage, { name, url, panel, chips }: MeasuredPage): Promise<Script[]> {
  const page = await stage.context.newPage();
  const session = await stage.context.newCDPSession(page);
  const own = `chrome-extension://${stage.extensionId}`;
  const ours = new Set<number>();
  const found: { id: string; url: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => context.origin === own && ours.add(context.id));
  session.on('Debugger.scriptParsed', (script) => {
    // By address, and by the world it runs in: code that was injected as text has no address.
    if (script.url.startsWith(`${own}/`) || ours.has(script.executionContextId)) found.push({ id: script.scriptId, url: script.url });
  });
  await session.send('Runtime.enable');
  await session.send('Debugger.enable');
  await page.goto(url, { waitUntil: 'load' });
  await wait(AFTER_LOAD_MS);
  // A page that wakes late, or on a busy machine, has what is wanted later.
  for (const wanted of [panel ? 'azimuth-panel' : '', chips ? 'azimuth-chip' : ''].filter(Boolean))
    await page.locator(wanted).first().waitFor({ state: 'attached' });
  const scripts = await Promise.all(
    found.map(async ({ id, url: from }) => {
      const { scriptSource } = await session.send('Debugger.getScriptSource', { scriptId: id });
      return { url: from.slice(own.length), bytes: gzipSync(scriptSource, { level: 9 }).length };
    }),
  );
  const panels = await page.locator('azimuth-panel').count();
  const rows = await page.locator('azimuth-chip').count();
  await page.close();
  if (rows > 0 !== Boolean(chips)) throw new Error(`${name} shows ${rows} chips, which is not what was to be measured.`);
  if (panels !== Number(panel)) throw new Error(`${name} shows ${panels} panels, where ${Number(panel)} was to be measured.`);
  return scripts;
}

const grouped = (bytes: number): string => bytes.toLocaleString('en');

/** Measures and prints the bytes of script on each kind of page, beside the aim and a peer. */
export async function printBytes(stage: Stage): Promise<void> {
  heading(`Scripts of ours that ran until ${AFTER_LOAD_MS / 1000} s after load, or until what is wanted is there; bytes after gzip`);
  const rows: string[][] = [];
  for (const page of PAGES) {
    const scripts = await scriptsOn(stage, page);
    const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
    const aim = (page.panel ? AIM.panel : AIM.none) + (page.chips ? AIM.chips : 0);
    const name = `script bytes, ${page.name}`;
    figure(name, bytes, 'bytes gzip', { name: 'aim', value: aim }, { name: 'peer Refined GitHub', value: REFINED_GITHUB });
    rows.push([
      page.name,
      page.panel ? 'open' : 'not wanted',
      grouped(bytes),
      grouped(aim),
      (bytes / aim).toFixed(2),
      bytes > aim ? `OVER by ${grouped(bytes - aim)}` : 'within',
      (bytes / REFINED_GITHUB).toFixed(3),
      scripts.map((script) => `${script.url} ${grouped(script.bytes)}`).join(' + ') || 'none ran',
    ]);
  }
  table(['page', 'panel', 'sum', 'aim', 'sum/aim', '', `sum/Refined GitHub's ${grouped(REFINED_GITHUB)}`, 'scripts'], rows);
}
