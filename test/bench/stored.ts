// Browsers with much and with little stored, for what must not depend on it.
import type { Page } from 'playwright-core';
import type { Framework } from '../../lib/model/framework.ts';
import { dayHere } from '../../lib/model/day.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { ISSUE, panel, setStage, type Stage } from '../e2e/stage.ts';

export interface Stored {
  readonly name: string;
  readonly stage: Stage;
  /** An own page that can send what the dashboard sends. */
  readonly desk: Page;
  /** The tab with the ticket the popup speaks of. */
  readonly tab: number;
  readonly framework: Framework;
  readonly team: string;
}

const BATCH = 2000;
const MOST_IMPORTED = 1000;

export const today = (): string => dayHere(new Date());
const weeksAgo = (weeks: number): string => new Date(Date.parse(today()) - weeks * 7 * 86_400_000).toISOString().slice(0, 10);

export const send = (desk: Page, message: Record<string, unknown>): Promise<{ state: string }> =>
  desk.evaluate((sent) => chrome.runtime.sendMessage({ request: crypto.randomUUID(), ...sent }), message);

/** A browser with a framework, weekly readings of all its metrics, and answered tickets with their operations. */
export async function withStored(tags: number, weeks: number): Promise<Stored> {
  const stage = await setStage();
  const desk = await stage.own('manifest.json');
  const { sample: _, ...framework } = { ...sampleFramework(today()), id: 'bench', name: 'Bench' };
  await send(desk, { ask: 'saveFramework', framework });
  const { team, person } = await desk.evaluate(whoIs);
  const dates = Array.from({ length: weeks }, (_, i) => weeksAgo(weeks - i));
  const readings = framework.metrics.flatMap(({ id, baseline }, m) =>
    dates.map((date, i) => ({
      metric: id,
      date,
      value: Number(((baseline?.value ?? 1) * (0.98 + ((i * (m + 3)) % 7) / 100)).toFixed(2)),
      origin: 'a.csv',
    })),
  );
  for (let i = 0; i < readings.length; i += MOST_IMPORTED) {
    const done = await send(desk, { ask: 'importReadings', team, framework: 'bench', readings: readings.slice(i, i + MOST_IMPORTED) });
    if (done.state !== 'done') throw new Error(`The readings were not stored: ${JSON.stringify(done)}`);
  }
  for (let from = 0; from < tags; from += BATCH) await desk.evaluate(putTags, { from, to: Math.min(tags, from + BATCH), team, person });
  const page = await stage.open(ISSUE);
  await panel(page).waitFor();
  const tab = await desk.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1, `${ISSUE}*`);
  return { name: `${tags.toLocaleString('en')} tags, ${weeks} weeks`, stage, desk, tab, framework, team };
}

async function whoIs(): Promise<{ team: string; person: string }> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('azimuth');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const asked = db.transaction('meta').objectStore('meta').get('identity');
  await new Promise((resolve) => (asked.onsuccess = resolve));
  db.close();
  return asked.result as { team: string; person: string };
}

/** Rows as a save makes them, put in directly: a hundred thousand saves would take an hour. */
async function putTags({ from, to, team, person }: { from: number; to: number; team: string; person: string }): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('azimuth');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const tx = db.transaction(['tags', 'ops'], 'readwrite');
  for (let i = from; i < to; i++) {
    const id = `github:azimuth-sample/planner#${i === 0 ? 1842 : 100_000 + i}`;
    const title = `Ticket ${i} with a title as long as titles are`;
    const low = 1 + (i % 40) / 20;
    const effect = { input: 'activation', low, high: low + 2, chance: 0.8, text: `${low}..${low + 2} 80%` };
    const answer = { kind: 'effects', effects: [effect], framework: 'bench', version: 1 };
    const op = `bench-tag-${i}`;
    const hlc = (Date.now() - i * 60_000).toString(16).padStart(12, '0') + '0000' + 'b'.repeat(16);
    const effort = 1 + (i % 13);
    const set = { answer, seen: { id, title }, effort, deleted: false };
    const cells = Object.fromEntries(Object.entries(set).map(([field, value]) => [field, { value, hlc, op }]));
    const at = new Date(Date.now() - i * 60_000).toISOString();
    tx.objectStore('tags').put({ team, ticket: id, person, shown: id, title, answer, effort, at, cells });
    tx.objectStore('ops').put({ op, device: 'b'.repeat(16), n: i + 1, hlc, team, person, kind: 'tag', key: id, set, schema: 1 });
  }
  await new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(tx.error);
  });
  db.close();
}
