// From a navigation inside the page to the drawn question of the new ticket, with the background awake and stopped.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Stage } from '../e2e/stage.ts';
import { differences, figure, heading, median, ratios, spread, table } from './figures.ts';

const TIMES = 9;
const PATIENCE_MS = 10_000;

interface Route {
  readonly name: string;
  /** `lag=0`: the stand-in draws at once, so that what is left is ours. */
  readonly from: string;
  /** Unanswered tickets of the sample data, as path and id. */
  readonly to: readonly [path: string, ticket: string][];
  /** Where the host shows the ticket: when its text has changed, the host's own page is there. */
  readonly drawn: string;
  /** Whether each time begins with a fresh load of `from`: the panel is then brought in anew. */
  readonly again: boolean;
}

const github = (number: number): [string, string] => [
  `/azimuth-sample/planner/issues/${number}`,
  `github:azimuth-sample/planner#${number}`,
];
const linear = (number: number): [string, string] => [`/azimuth-sample/issue/PLN-${number}/x`, `linear:azimuth-sample/PLN-${number}`];
const GITHUB_DRAWN = '[data-testid="issue-header"] h1';
const LINEAR_DRAWN = '[data-view-id="issue-view"]';
const GITHUB_TICKETS = [1886, 1824, 1831, 1779, 1748].map(github);
const LINEAR_TICKETS = [91, 94, 99, 103, 105].map(linear);

/** From ticket to ticket the panel is there already; from a list it has to be brought in. */
const ROUTES: readonly Route[] = [
  {
    name: 'GitHub, ticket to ticket',
    from: 'https://github.com/azimuth-sample/planner/issues/1842?lag=0',
    to: GITHUB_TICKETS,
    drawn: GITHUB_DRAWN,
    again: false,
  },
  {
    name: 'GitHub, list to ticket',
    from: 'https://github.com/azimuth-sample/planner/issues?lag=0',
    to: GITHUB_TICKETS,
    drawn: GITHUB_DRAWN,
    again: true,
  },
  {
    name: 'Linear, ticket to ticket',
    from: 'https://linear.app/azimuth-sample/issue/PLN-88/x?lag=0',
    to: LINEAR_TICKETS,
    drawn: LINEAR_DRAWN,
    again: false,
  },
  {
    name: 'Linear, list to ticket',
    from: 'https://linear.app/azimuth-sample/team/PLN/active?lag=0',
    to: LINEAR_TICKETS,
    drawn: LINEAR_DRAWN,
    again: true,
  },
];

interface Arrival {
  /** From the call to the question in the page, ms. */
  readonly question: number;
  /** From the call to the host's own page of the ticket, ms. */
  readonly host: number;
}

/** Navigates and waits, in the page itself: no driver's round trip is in the figures. */
function navigate(page: Page, path: string, ticket: string, drawn: string): Promise<Arrival> {
  return page.evaluate(
    ([path, ticket, drawn, patience]) =>
      new Promise<Arrival>((resolve, reject) => {
        const watched = new WeakSet<Node>();
        const before = document.querySelector(drawn)?.textContent;
        let host: number | undefined;
        const look = (): void => {
          const now = performance.now() - start;
          const panel = document.querySelector<HTMLElement>('azimuth-panel');
          const root = panel?.shadowRoot;
          if (root && !watched.has(root)) {
            watched.add(root);
            observer.observe(root, { childList: true, subtree: true });
          }
          const shown = document.querySelector(drawn)?.textContent;
          if (shown && shown !== before) host ??= now;
          if (panel?.dataset['ticket'] !== ticket || !root?.querySelector('input[type="radio"]')) return;
          observer.disconnect();
          clearTimeout(timer);
          resolve({ question: now, host: host ?? now });
        };
        const observer = new MutationObserver(look);
        const timer = setTimeout(() => reject(new Error(`No question for ${ticket} within ${patience} ms.`)), patience);
        observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
        const start = performance.now();
        window.__host.navigate(path);
      }),
    [path, ticket, drawn, PATIENCE_MS] as const,
  );
}

/** A way to stop the background, which resolves once it has stopped; the next message starts another. */
async function stopper(stage: Stage): Promise<() => Promise<void>> {
  const session = await stage.context.newCDPSession(await stage.own('manifest.json'));
  await session.send('ServiceWorker.enable');
  return async () => {
    const stopped = Promise.withResolvers<void>();
    const heard = ({ versions }: { versions: { scriptURL: string; runningStatus: string }[] }): void => {
      if (versions.some((one) => one.scriptURL.includes(stage.extensionId) && one.runningStatus === 'stopped')) stopped.resolve();
    };
    const timer = setTimeout(stopped.reject, PATIENCE_MS, new Error('The background could not be stopped.'));
    session.on('ServiceWorker.workerVersionUpdated', heard);
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped.promise;
    session.off('ServiceWorker.workerVersionUpdated', heard);
    clearTimeout(timer);
  };
}

/** An empty message from the script on the page to the background and its refusal: in less than that there is no question. */
async function emptyMessages(stage: Stage, page: Page): Promise<() => Promise<number>> {
  const session = await stage.context.newCDPSession(page);
  let world: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${stage.extensionId}`) world = context.id;
  });
  await session.send('Runtime.enable');
  return async () => {
    if (world === undefined) throw new Error('The extension has no script on the page.');
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: world,
      expression:
        '(async () => { const start = performance.now(); await chrome.runtime.sendMessage({}); return performance.now() - start; })()',
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error('The empty message was not answered.');
    return result.value as number;
  };
}

/** Gets the background into a state. */
type Prepare = () => Promise<void>;
interface Measured extends Arrival {
  /** An empty message to a background in the same state just before, ms. */
  readonly floor: number;
}

/** Arrivals along a route by state of the background; the states take turns, so that a busy minute of the machine is in both. */
async function arrive(
  page: Page,
  route: Route,
  send: () => Promise<number>,
  states: Readonly<Record<string, Prepare>>,
): Promise<Map<string, Measured[]>> {
  const arrivals = new Map<string, Measured[]>(Object.keys(states).map((state) => [state, []]));
  let next = 0;
  for (let i = 0; i <= TIMES; i++) {
    for (const [state, prepare] of Object.entries(states)) {
      if (route.again) await page.goto(route.from);
      // Whatever the page did last has come to rest.
      await wait(600);
      await prepare();
      const floor = await send();
      await prepare();
      const [path, ticket] = route.to[next++ % route.to.length] as [string, string];
      const arrival = await navigate(page, path, ticket, route.drawn);
      // The first is a rehearsal: code is compiled in it.
      if (i > 0) arrivals.get(state)?.push({ ...arrival, floor });
    }
  }
  return arrivals;
}

/** Measures and prints the time to the drawn question, beside the floor of an empty message. */
export async function printArrivals(stage: Stage): Promise<void> {
  heading(`From a navigation inside the page to the drawn question, ${TIMES} times by turns, ms: median (least to most)`);
  const rows: string[][] = [];
  const stop = await stopper(stage);
  for (const route of ROUTES) {
    const page = await stage.open(route.from);
    await page.bringToFront();
    const send = await emptyMessages(stage, page);
    const states = { awake: async () => void (await send()), stopped: stop };
    for (const [state, arrivals] of await arrive(page, route, send, states)) {
      const question = arrivals.map((one) => one.question);
      const floor = arrivals.map((one) => one.floor);
      const host = arrivals.map((one) => one.host);
      const after = differences(question, host);
      const name = `navigation to question, ${route.name}, background ${state}`;
      figure(
        name,
        median(question),
        'ms',
        { name: 'floor, an empty message', value: median(floor) },
        { name: "the host's own page", value: median(host) },
      );
      rows.push([route.name, state, spread(question), spread(floor), spread(ratios(question, floor)), spread(host), spread(after)]);
    }
    await page.close();
  }
  table(['route', 'background', 'question', 'an empty message', 'ratio', "the host's own page", 'question after it'], rows);
}
