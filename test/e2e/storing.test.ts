// "Saved" is honest: it appears when the answer is on disk, not before, and never when it is not.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barePage } from '../pages/bare.ts';
import type { Background } from './browsers.ts';
import { ISSUE, panel, setStage, type Stage } from './stage.ts';

const HOSTILE = '"><img src=x onerror="window.__hacked=1"><script>window.__hacked=1</script>=cmd|calc ';

/** Makes every later write of the worker hang for a while before it completes, or end in an abort. */
const disturb = (worker: Background, how: 'hold' | 'abort' | 'refuse', ms = 0): Promise<void> =>
  worker.evaluate(
    ([how, ms]) => {
      const real = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof real>) {
        if (how === 'refuse') throw new DOMException('The connection was closed.', 'InvalidStateError');
        const tx = real.apply(this, args);
        if (args[1] !== 'readwrite') return tx;
        const store = tx.objectStore(tx.objectStoreNames[0] as string);
        const until = Date.now() + Number(ms);
        const spin = (): void => {
          if (Date.now() < until) store.count().onsuccess = spin;
          else if (how === 'abort') tx.abort();
        };
        spin();
        return tx;
      };
      (globalThis as { undisturb?: () => void }).undisturb = () => (IDBDatabase.prototype.transaction = real);
    },
    [how, ms] as const,
  );
const undisturb = (worker: Background): Promise<void> => worker.evaluate(() => (globalThis as { undisturb?: () => void }).undisturb?.());

async function type(page: Page, text: string): Promise<void> {
  await panel(page).getByRole('radio').first().check();
  await panel(page).getByRole('textbox', { name: 'By how much?' }).fill(text);
  // The draft is stored before the disturbance begins: what is tested is the save.
  await panel(page).getByRole('status').getByText('Draft kept').waitFor();
}

/** Everything stored about a ticket, read the way the extension's pages read. */
async function operations(stage: Stage, ticket: string): Promise<{ op: string; set: { answer?: { effects?: { text: string }[] } } }[]> {
  const page = await stage.own('manifest.json');
  const found = await page.evaluate(
    (key) =>
      new Promise<never[]>((resolve, reject) => {
        const open = indexedDB.open('azimuth');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('ops').objectStore('ops').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result.filter((op: { key: string }) => op.key === key) as never[]);
          };
        };
      }),
    ticket,
  );
  await page.close();
  return found;
}

describe('storing an answer', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({
      server: {
        extra: (host, url) =>
          host === 'github.com' && url.pathname === '/azimuth-sample/planner/issues/6'
            ? {
                status: 200,
                headers: { 'content-type': 'text/html' },
                body: barePage('x').replaceAll('x</', `${HOSTILE.replaceAll('<', '&lt;').repeat(100)}</`),
              }
            : undefined,
      },
    });
    await stage.sample();
  });
  afterAll(() => stage.close());
  afterEach(() => page.close());

  it('says nothing of "Saved" while the transaction is still open', async () => {
    page = await stage.open(ISSUE);
    await type(page, '+2..3');
    const worker = await stage.worker();
    await disturb(worker, 'hold', 1500);
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await page.waitForTimeout(900);
    expect(await panel(page).getByText('Saved', { exact: true }).count()).toBe(0);
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await undisturb(worker);
  });

  it('keeps what is typed while the answer is on its way, and says that it is not in it', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/1912');
    await type(page, '+2..3');
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    const worker = await stage.worker();
    await disturb(worker, 'hold', 1000);
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await box.fill('+2..30');
    await panel(page).getByRole('status').getByText('Saved without the last change').waitFor();
    await undisturb(worker);
    expect(await box.inputValue()).toBe('+2..30');
    expect((await operations(stage, 'github:azimuth-sample/planner#1912')).map(({ set }) => set.answer?.effects?.[0]?.text)).toEqual([
      '+2..3',
    ]);
    await page.reload();
    expect(await box.inputValue()).toBe('+2..30');
    await panel(page).getByRole('button', { name: 'Cancel' }).click();
    await panel(page).getByText('by Activation +2 to +3').waitFor();
  });

  it('says "Not saved" when the transaction is aborted, keeps the answer, and saves it at the next try', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/1779');
    await type(page, '+3..4');
    const worker = await stage.worker();
    await disturb(worker, 'abort');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByRole('alert').getByText('Not saved').waitFor();
    expect(await panel(page).getByText('Saved', { exact: true }).count()).toBe(0);
    expect(await panel(page).evaluate((element) => element.shadowRoot?.textContent)).toContain('+3 to +4');
    await undisturb(worker);
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect((await operations(stage, 'github:azimuth-sample/planner#1779')).length).toBe(1);
  });

  it('does not pretend when the storage is refused, neither for a save nor for the question', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/1748');
    await type(page, '+1..4');
    const worker = await stage.worker();
    await disturb(worker, 'refuse');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByRole('alert').getByText('The browser refused to open its storage').waitFor();
    await page.reload();
    await panel(page).getByText('the browser refused the storage').waitFor();
    await undisturb(worker);
  });

  it('stores once when the worker is killed between the key press and the save', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/1886');
    await type(page, '+1..2');
    await disturb(await stage.worker(), 'hold', 3000);
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await page.waitForTimeout(300);
    await stage.stopBackground();
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect((await operations(stage, 'github:azimuth-sample/planner#1886')).length).toBe(1);
  });

  it('answers from a worker that was dead', async () => {
    await stage.stopBackground();
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/1811');
    await panel(page).getByText('by Collaboration +0.5 to +1.6').waitFor();
  });

  it('shows an answer given in one tab in the other, and the later of two wins', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/1824');
    const other = await stage.open('https://github.com/azimuth-sample/planner/issues/1824');
    await panel(other).getByRole('radio').first().waitFor();
    await page.bringToFront();
    await type(page, '+1..3');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await panel(other).getByText('by Activation +1 to +3').waitFor();
    await other.bringToFront();
    await panel(other).getByRole('button', { name: 'Edit' }).click();
    await panel(other).getByRole('textbox', { name: 'By how much?' }).fill('+2..6');
    await panel(other).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByText('by Activation +2 to +6').waitFor();
    expect((await operations(stage, 'github:azimuth-sample/planner#1824')).length).toBe(2);
    await other.close();
  });

  it('stores on the ticket it was pressed on when the address changes while saving', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/1831');
    await type(page, '+2..5');
    const worker = await stage.worker();
    await disturb(worker, 'hold', 800);
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await page.waitForTimeout(100);
    await page.evaluate(() => window.__host.navigate('/azimuth-sample/planner/issues/1858'));
    await page.locator('azimuth-panel[data-ticket$="#1858"]').waitFor();
    await page.waitForTimeout(1200);
    await undisturb(worker);
    expect((await operations(stage, 'github:azimuth-sample/planner#1831')).length).toBe(1);
    expect((await operations(stage, 'github:azimuth-sample/planner#1858')).length).toBe(1);
    await page.evaluate(() => window.__host.navigate('/azimuth-sample/planner/issues/1831'));
    await panel(page).getByText('by Activation +2 to +5').waitFor();
  });

  it('takes a title of 10,000 characters with HTML in it as text', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/6');
    await type(page, '+1..2');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(await page.evaluate('window.__hacked')).toBe(undefined);
  });
});
