// npm run bench:backlog [-- --tags 1000,10000]: the backlog opened, sorted, filtered and exported with 1,000, 10,000 and 100,000 answers
// stored, beside a floor in the same browser: the same answers read by plain IndexedDB pages, and a plain sort of an array of
// as many numbers. Timed in the page, to the frame after what was asked for is there; floor and page take turns.
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { buildUnlessNamed } from './build.ts';
import { median, print, range, short } from './figures.ts';
import { type Stored, withStored } from './stored.ts';

const ROUNDS = 5;
const PATIENCE_MS = 180_000;

const { values } = parseArgs({ options: { tags: { type: 'string', default: '1000,10000,100000' } } });
const COUNTS = values.tags.split(',').map(Number);

/** Reads every answer a page at a time, as plainly as can be, and sorts as many numbers. Gives ms for both. */
async function floor(): Promise<{ read: number; sort: number; count: number }> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('azimuth');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const start = performance.now();
  const found: { effort?: number }[] = [];
  const store = db.transaction('tags').objectStore('tags');
  let after: IDBKeyRange | null = null;
  for (;;) {
    const page = await new Promise<{ team: string; ticket: string; person: string; effort?: number }[]>((resolve) => {
      const asked = store.getAll(after, 200);
      asked.onsuccess = () => resolve(asked.result);
    });
    found.push(...page);
    const last = page.at(-1);
    if (!last || page.length < 200) break;
    after = IDBKeyRange.lowerBound([last.team, last.ticket, last.person], true);
  }
  const read = performance.now() - start;
  db.close();
  const numbers = found.map((row, i) => ({ value: (row.effort ?? 0) + ((i * 7919) % 1000) / 1000 }));
  const begun = performance.now();
  numbers.sort((a, b) => a.value - b.value);
  return { read, sort: performance.now() - begun, count: found.length };
}

/** Does something in the page and gives the time until a condition holds, ms, to the frame after. @param act, holds code for the page */
async function until(page: Page, act: string, holds: string): Promise<number> {
  return page.evaluate(`(async () => {
    const start = performance.now();
    ${act}
    while (!(${holds})) {
      if (performance.now() - start > ${PATIENCE_MS}) throw new Error('It did not come about: ' + ${JSON.stringify(holds)});
      await new Promise((next) => requestAnimationFrame(next));
    }
    return performance.now() - start;
  })()`);
}

const FIRST = `document.querySelector('.list > .row[data-key] .title')?.textContent`;

/** ms from the navigation to the frame after the first rows, and after all is read and added up. */
async function opened(page: Page, address: string): Promise<{ first: number; whole: number }> {
  await page.goto('about:blank');
  await page.goto(address);
  const frameAfter = async (selector: string): Promise<number> => {
    await page.locator(selector).first().waitFor({ timeout: PATIENCE_MS });
    return page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now()))));
  };
  const first = await frameAfter('.list > .row[data-key]');
  return { first, whole: await frameAfter('main .overview') };
}

/** By a column's head, and back; ms for one of them. */
async function sorted(page: Page, column: string): Promise<number> {
  const before = await page.evaluate(`${FIRST}`);
  const press = `[...document.querySelectorAll('[role="columnheader"] button')].find((one) => one.textContent.includes(${JSON.stringify(column)})).click()`;
  return until(page, press, `${FIRST} !== ${JSON.stringify(before)}`);
}

async function filtered(page: Page): Promise<number> {
  const box = `const box = document.querySelector('input[type="search"]'); const set = (text) => { Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, text); box.dispatchEvent(new Event('input', { bubbles: true })); };`;
  const took = await until(page, `${box} set('100077')`, `document.querySelectorAll('.list > .row[data-key]').length === 1`);
  await until(page, `${box} set('')`, `document.querySelectorAll('.list > .row[data-key]').length > 1`);
  return took;
}

/** Everything as CSV, from the press until the file is whole. */
async function exported({ stage }: Stored): Promise<{ took: number; heap: number }> {
  const page = await stage.own('dashboard.html#/data?sample=1');
  await page.getByRole('radio', { name: /^CSV/ }).check({ timeout: PATIENCE_MS });
  const save = page.getByRole('button', { name: 'Save file' });
  await page.waitForFunction(() => document.querySelector('[aria-disabled="true"]') === null, null, { timeout: PATIENCE_MS });
  const start = performance.now();
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE_MS }), save.click()]);
  await download.path();
  const took = performance.now() - start;
  const heap = await page.evaluate(() => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0);
  await page.close();
  return { took, heap };
}

async function measure(count: number): Promise<void> {
  const stored = await withStored(count, 26);
  try {
    const page = await stored.stage.context.newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    const address = stored.stage.address('dashboard.html#/backlog');
    const floors: { read: number; sort: number }[] = [];
    const turns: { first: number; open: number; sort: number; filter: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      floors.push(await stored.desk.evaluate(floor));
      const { first, whole: open } = await opened(page, address);
      const sort = await sorted(page, 'Effort');
      await sorted(page, 'Expected');
      turns.push({ first, open, sort, filter: await filtered(page) });
    }
    const { took, heap } = await exported(stored);
    const name = `${count.toLocaleString('en')} tags`;
    const [read, sort] = [floors.map((one) => one.read), floors.map((one) => one.sort)];
    const [open, sorting, filter] = [turns.map((one) => one.open), turns.map((one) => one.sort), turns.map((one) => one.filter)];
    const firsts = turns.map(({ first }) => first);
    print(
      `backlog's first rows, ${name}`,
      median(firsts),
      'ms',
      [{ name: 'floor plain reads', value: median(read) }],
      `range ${range(firsts)}`,
    );
    print(
      `backlog opened and added up, ${name}`,
      median(open),
      'ms',
      [{ name: 'floor plain reads', value: median(read) }],
      `range ${range(open)}`,
    );
    print(`backlog sorted, ${name}`, median(sorting), 'ms', [{ name: 'floor array sort', value: median(sort) }], `range ${range(sorting)}`);
    print(`backlog filtered, ${name}`, median(filter), 'ms', [{ name: 'floor array sort', value: median(sort) }], `range ${range(filter)}`);
    print(
      `everything exported as CSV, ${name}`,
      took,
      'ms',
      [{ name: 'floor plain reads', value: median(read) }],
      `heap after it ${short(heap / 1e6)} MB`,
    );
  } finally {
    await stored.stage.close();
  }
}

buildUnlessNamed();
for (const count of COUNTS) await measure(count);
