import { expect, it, vi } from 'vitest';
import { openBehind, type TabsBehind } from '../../lib/state/behind.ts';

type Heard = Parameters<TabsBehind['onUpdated']['addListener']>[0];

/** Tabs that tell what they are made to; the new one is number 7. */
function tabs(atCreation: (tell: Heard) => void = () => {}) {
  const listeners = new Set<Heard>();
  const tell: Heard = (tab, change) => listeners.forEach((heard) => heard(tab, change));
  const browser: TabsBehind = {
    create: async () => {
      atCreation(tell);
      return { id: 7 };
    },
    onUpdated: { addListener: (heard) => listeners.add(heard), removeListener: (heard) => listeners.delete(heard) },
  };
  return { browser, tell, listeners };
}

/** Whether a promise is settled once all that waits for nothing else has run. */
async function settled(work: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open');
  for (let i = 0; i < 10; i++) await Promise.resolve();
  return (await Promise.race([work, Promise.resolve(open)])) !== open;
}

it('takes no page for loaded that has not begun: a new tab of Firefox is complete at first', async () => {
  const { browser, tell, listeners } = tabs((heard) => heard(7, { status: 'complete' }));
  const opened = openBehind(browser, 'https://ghe.example.org/');
  expect(await settled(opened)).toBe(false);
  tell(7, { status: 'loading' });
  tell(8, { status: 'loading' });
  tell(8, { status: 'complete' });
  expect(await settled(opened)).toBe(false);
  tell(7, { status: 'complete' });
  expect(await opened).toBe(7);
  expect(listeners.size).toBe(0);
});

it('hears of a page that has loaded before its tab was handed over', async () => {
  const { browser } = tabs((heard) => {
    heard(7, { status: 'loading' });
    heard(7, { status: 'complete' });
  });
  expect(await openBehind(browser, 'https://ghe.example.org/')).toBe(7);
});

it('waits no longer than it has patience, and listens no longer either', async () => {
  vi.useFakeTimers();
  const { browser, tell, listeners } = tabs();
  const opened = openBehind(browser, 'https://slow.example.org/', 500);
  tell(7, { status: 'loading' });
  await vi.advanceTimersByTimeAsync(500);
  expect(await opened).toBe(7);
  expect(listeners.size).toBe(0);
  vi.useRealTimers();
});
