// Frameworks and readings for the Status page and the popup: none, few and many.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Framework } from '../../lib/model/framework.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { dayHere } from '../../lib/model/day.ts';
import type { Stage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DAY_MS = 86_400_000;
const WEEKS = 40;
const MOST = 1000;

export const dayBefore = (days: number): string => new Date(Date.parse(dayHere(new Date())) - days * DAY_MS).toISOString().slice(0, 10);

/** Violations as `rule: elements`. */
export async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: unknown): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    return (await axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
  });
}

/** How many pages a PDF has; one browser writes its page objects plainly, another packs them. */
export function pagesIn(pdf: Buffer): number {
  const plain = pdf.toString('latin1');
  const unpacked = [...plain.matchAll(/\bstream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(pdf.subarray(index + length)).toString('latin1');
    } catch {
      return '';
    }
  });
  return [plain, ...unpacked].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const goals = (baseline: number, target: number, stretch?: number): Partial<Metric> => ({
  baseline: { value: baseline, date: dayBefore(42) },
  target: { value: target, date: dayBefore(-48) },
  ...(stretch === undefined ? {} : { stretch: { value: stretch, date: dayBefore(-48) } }),
});
const metric = (id: string, name: string, role: Metric['role'], more: Partial<Metric> = {}): Metric => ({
  ...{ id, name, role, kind: 'count', unit: 'teams', direction: 'up' },
  ...more,
});
const LONG = 'Share of new teams that finish their first project within fourteen days of signing up';

/** Six inputs with long names, three outcomes, three guardrails and a health metric; one guardrail is broken. */
export const crowded: Framework = {
  id: 'crowded',
  name: 'A planner for very large and very small organisations',
  version: 1,
  claims: ['github:azimuth-sample/planner'],
  metrics: [
    metric('teams', 'Weekly active teams completing at least one project together', 'north-star', {
      ...{ unit: 'weekly active teams', window: 'week', owner: 'Product leadership' },
      ...goals(6150, 7450, 7900),
    }),
    ...Array.from({ length: 6 }, (_, i) =>
      metric(`input-${i}`, `${LONG} ${i + 1}`, 'input', {
        ...{ shortName: `Activation ${i + 1}`, kind: 'rate', unit: '', window: '14 days', denominator: 'new teams of all sizes' },
        ...{ owner: 'Growth and onboarding', sensitivity: { low: 45, high: 75 } },
        ...goals(26 + i, 36 + i, 40 + i),
      }),
    ),
    metric('revenue', 'Recurring revenue', 'outcome', { unit: 'dollars', ...goals(1_700_000, 1_950_000) }),
    metric('churn', 'Monthly churn', 'outcome', { kind: 'rate', unit: '', direction: 'down', ...goals(6, 4) }),
    metric('share', 'Market share in the countries we are in', 'outcome', { kind: 'rate', unit: '' }),
    metric('support', 'Support contacts per hundred teams', 'guardrail', { unit: 'contacts', direction: 'down', ...goals(9, 12) }),
    metric('load', 'Board load time, 75th percentile', 'guardrail', { unit: 's', direction: 'down', ...goals(2, 2.5) }),
    metric('trust', 'Teams that trust the numbers', 'guardrail', { kind: 'rate', unit: '' }),
    metric('score', 'Recommend score', 'health', { unit: 'points' }),
  ],
};

/** Where each metric was, and where it is now. */
const COURSES: Readonly<Record<string, readonly [from: number, to: number, noise: number]>> = {
  teams: [6150, 6840, 55],
  ...Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`input-${i}`, [26 + i, 26 + i + i, 0.6]])),
  ...{ revenue: [1_700_000, 1_840_000, 9000], churn: [6.1, 5.1, 0.1], share: [11, 12, 0.2] },
  ...{ support: [9, 13.1, 0.3], load: [2.1, 2.45, 0.06], score: [41, 41, 2] },
};
const ripple = (i: number): number => ((i * 7919 + 104_729) % 2003) / 1001.5 - 1;

export function readingsOf(framework: Framework): { metric: string; date: string; value: number; origin: string }[] {
  return framework.metrics.flatMap(({ id }, m) => {
    const [from, to, noise] = COURSES[id] ?? [0, 0, 0];
    const late = id === 'input-1' ? 11 : 0;
    if (!COURSES[id]) return [];
    return Array.from({ length: WEEKS }, (_, i) => {
      const way = Math.max(0, 1 - (WEEKS - 1 - i) / 6);
      const outage = id === 'teams' && i === 27 ? -510 : 0;
      const value = from + (to - from) * way + (i === WEEKS - 1 ? 0 : noise * ripple(i * 5 + m * 31)) + outage;
      const digits = from > 1000 ? 0 : from < 3 ? 2 : 1;
      return { metric: id, date: dayBefore((WEEKS - 1 - i) * 7 + late), value: Number(value.toFixed(digits)), origin: 'a.csv' };
    });
  });
}

/** Stores a framework and its readings as the dashboard does. */
export async function store(stage: Stage, framework: Framework, readings = readingsOf(framework)): Promise<void> {
  const page = await stage.own('manifest.json');
  const send = (message: Record<string, unknown>): Promise<{ state: string }> =>
    page.evaluate((sent) => chrome.runtime.sendMessage({ request: crypto.randomUUID(), ...sent }), message);
  const replies = [await send({ ask: 'saveFramework', framework })];
  const team = await page.evaluate(async (id) => {
    const asked = indexedDB.open('azimuth');
    await new Promise((resolve) => (asked.onsuccess = resolve));
    const all = asked.result.transaction('frameworks').objectStore('frameworks').getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    asked.result.close();
    return (all.result as { id: string; team: string }[]).find((row) => row.id === id)?.team ?? '';
  }, framework.id);
  for (let i = 0; i < readings.length; i += MOST) {
    replies.push(await send({ ask: 'importReadings', team, framework: framework.id, readings: readings.slice(i, i + MOST) }));
  }
  await page.close();
  const refused = replies.find(({ state }) => state !== 'done');
  if (refused) throw new Error(`Not stored: ${JSON.stringify(refused)}`);
}

/** Makes the browser refuse its storage to a page, from its next load on. */
export const refuseStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'InvalidStateError');
    };
  });
