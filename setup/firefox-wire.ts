// Between Playwright and Firefox: what Playwright takes for granted and this Firefox does not have, or does otherwise,
// and commands of our own, some of them to the browser itself (`--remote-allow-system-access`).
import type { BrowserContext } from 'playwright-core';
import {
  between,
  type InsideBrowser,
  type InsideKeyboard,
  type InsidePage,
  insideOf,
  type Message,
  type Transport,
} from './firefox-inside.ts';
import { browsingContext, OWN_PAGE, runFirst, tellDownloads, tellLoaded } from './firefox-own-pages.ts';

export interface Wire {
  /** A command of WebDriver BiDi. @throws with what Firefox says */
  send(method: string, params: Record<string, unknown>): Promise<unknown>;
  /** Evaluates an expression in a page, or in the browser itself; a promise is awaited. The value travels as JSON. */
  evaluate(expression: string, where: { context: string } | 'browser'): Promise<unknown>;
}

/** Above every number that Playwright gives, below the two it keeps for the end. */
const OURS = 2 ** 52;

const wires = new WeakMap<InsideBrowser, Wire>();

/** The wire to the Firefox that a context is in. */
export function wireOf(context: BrowserContext): Wire {
  const wire = wires.get(insideOf(context));
  if (!wire) throw new Error('This is no Firefox started by us.');
  return wire;
}

interface Answer {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

function commands(transport: Transport, waiting: Map<number, Answer>): Wire {
  let last = OURS;
  const send: Wire['send'] = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      transport.send({ id, method, params });
    });
  /** Any window of the browser's own: they are the same to us, and come and go. */
  const window = async (): Promise<string> => {
    const { contexts } = (await send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })) as {
      contexts: { context: string }[];
    };
    return contexts[0]?.context ?? '';
  };
  return {
    send,
    evaluate: async (expression, where) => {
      const target = where === 'browser' ? { context: await window() } : where;
      const asJson = `(async () => JSON.stringify({ value: await (${expression}) }))()`;
      const answer = (await send('script.evaluate', { expression: asJson, target, awaitPromise: true })) as {
        result?: { value: string };
        exceptionDetails?: { text: string };
      };
      if (!answer.result) throw new Error(answer.exceptionDetails?.text ?? 'Firefox gave no value.');
      return (JSON.parse(answer.result.value) as { value?: unknown }).value;
    },
  };
}

/** Light or dark, print, less motion: Firefox has them, but not as a command yet. */
async function dress(wire: Wire, page: InsidePage | undefined): Promise<void> {
  if (!page) return;
  const { media, colorScheme, reducedMotion, forcedColors } = page._page.emulatedMedia();
  const overrides = {
    prefersColorSchemeOverride: colorScheme === 'light' || colorScheme === 'dark' ? colorScheme : 'none',
    prefersReducedMotionOverride: reducedMotion === 'reduce' ? 'reduce' : 'none',
    forcedColorsOverride: forcedColors === 'active' ? 'active' : 'none',
    mediumOverride: media === 'no-override' ? '' : media,
  };
  const set = `((page) => void (page && Object.assign(page, ${JSON.stringify(overrides)})))(${browsingContext(page._session.sessionId)})`;
  await wire.evaluate(set, 'browser');
}

/** As a person's typing would: Playwright's own way writes the value and raises an event of its own, which a page can tell. */
async function typeTruly(this: InsideKeyboard, progress: Parameters<InsideKeyboard['sendText']>[0], text: string): Promise<void> {
  const { _session, _browserContext } = this._page;
  const insert = `void document.execCommand('insertText', false, ${JSON.stringify(text)})`;
  await progress.race(wires.get(_browserContext._browser)?.evaluate(insert, { context: _session.sessionId }) ?? Promise.resolve());
}

between((transport) => {
  const waiting = new Map<number, Answer>();
  const wire = commands(transport, waiting);
  let inside: InsideBrowser | undefined;
  const addresses = new Map<unknown, string>();
  const closing = new Map<unknown, unknown>();
  let lastOwn: string | undefined;
  let downloads: Promise<void> | undefined;
  const say = (message: Message): void => ours.onmessage?.(message);
  const answer = (message: Message, work: Promise<unknown>): void => {
    const { id } = message as { id: number };
    work.then(
      () => say({ id, type: 'success', result: {} }),
      (error: Error) => say({ id, type: 'error', error: 'unknown error', message: error.message }),
    );
  };
  const ours: Transport = {
    close: () => transport.close(),
    send: (message) => {
      const { method, params = {} } = message;
      if (method === 'emulation.setMediaFeaturesOverride') {
        const [context = ''] = (params['contexts'] as string[] | undefined) ?? [];
        return answer(message, dress(wire, inside?._bidiPages.get(context)));
      }
      if (method === 'script.addPreloadScript') {
        // Who asked goes on to open a page: it is answered once the script is there for ours as well.
        const first = (params['contexts'] ?? []) as string[];
        const there = first.map((context) => runFirst(wire, context, String(params['functionDeclaration'])));
        return void Promise.allSettled(there).then(() => transport.send(message));
      }
      const ownPage = OWN_PAGE.test(addresses.get(params['context']) ?? '');
      if (method === 'browsingContext.close' && ownPage) closing.set(message.id, params['context']);
      // It would wait for an event that never comes.
      const asleep = method === 'browsingContext.reload' && ownPage;
      transport.send(asleep ? { ...message, params: { ...params, wait: 'none' } } : message);
    },
  };
  transport.onclose = (reason) => ours.onclose?.(reason);
  transport.onmessage = (message) => {
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (asked) {
      waiting.delete(message.id as number);
      return message.type === 'error' ? asked.reject(new Error(`${message.error}: ${message.message}`)) : asked.resolve(message.result);
    }
    say(message);
    const closed = closing.get(message.id);
    // Nor does it say that such a page is gone.
    if (closed && closing.delete(message.id))
      say({ type: 'event', method: 'browsingContext.contextDestroyed', params: { context: closed } });
    const { method, params = {} } = message;
    if (method === 'browsingContext.contextCreated' && !params['parent'])
      // Once Playwright has made its page of it; one that closes at once needs no colours.
      setImmediate(() => dress(wire, inside?._bidiPages.get(params['context'] as string)).catch(() => {}));
    if (method === 'browsingContext.navigationCommitted') {
      addresses.set(params['context'], String(params['url']));
      if (!OWN_PAGE.test(String(params['url']))) return;
      lastOwn = params['context'] as string;
      tellLoaded(wire, params, say).catch(() => {});
      downloads ??= tellDownloads(wire, () => lastOwn, say).catch(() => {});
    }
  };
  return {
    transport: ours,
    connected: (browser) => {
      inside = browser;
      wires.set(browser, wire);
      for (const page of browser._bidiPages.values()) {
        (Object.getPrototypeOf(page.rawKeyboard) as InsideKeyboard).sendText = typeTruly;
        dress(wire, page).catch(() => {});
      }
    },
  };
});
