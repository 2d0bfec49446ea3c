// The tasks of a page's main thread, from the browser's own trace. In processor time: by the clock a task is as long as
// the machine is busy with something else.
import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock: since when, and how long. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
}

export interface Task {
  /** Milliseconds of processor time. */
  readonly ms: number;
  /** Whether a function or a script of an extension ran in it; whatever else was done in it counts as well. */
  readonly ours: boolean;
}

/** Every task of the main thread of a page's process while `act` runs. */
export async function tasksOf(page: Page, act: () => Promise<unknown>): Promise<Task[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'] },
  });
  await act();
  const events = await ended(session);
  const main = new Set(events.filter(isMainThread).map(threadOf));
  const onMain = events.filter((event) => event.ph === 'X' && main.has(threadOf(event)));
  const runs = onMain.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension:'));
  return onMain
    .filter(({ name }) => name === 'RunTask')
    .map((task) => ({ ms: (task.tdur ?? 0) / 1000, ours: runs.some((run) => threadOf(run) === threadOf(task) && within(run, task)) }));
}

const within = ({ ts }: TraceEvent, { ts: from, dur = 0 }: TraceEvent): boolean => ts >= from && ts < from + dur;

async function ended(session: CDPSession): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  return events;
}

const isMainThread = ({ name, args }: TraceEvent): boolean => name === 'thread_name' && args?.name === 'CrRendererMain';
const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
