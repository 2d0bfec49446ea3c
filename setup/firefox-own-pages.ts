// What Firefox tells of an ordinary page over BiDi and keeps to itself of a page of an extension: that it has loaded,
// that it has downloaded something; nor does it run there the scripts that shall run before the page's own.
import type { Message } from './firefox-inside.ts';
import type { Wire } from './firefox-wire.ts';

type Say = (message: Message) => void;
const event = (method: string, params: Record<string, unknown>): Message => ({ type: 'event', method, params });

export const OWN_PAGE = /^moz-extension:/;

/** A top-level page from inside the browser; the identifier is BiDi's. */
export const browsingContext = (id: string): string =>
  `ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs').NavigableManager.getBrowsingContextById(${JSON.stringify(id)})`;

/** How far a page has loaded: we ask it, and say it. */
export async function tellLoaded(wire: Wire, params: Record<string, unknown>, say: Say): Promise<void> {
  const context = params['context'] as string;
  const steps = [
    ["document.readyState !== 'loading'", 'DOMContentLoaded', 'browsingContext.domContentLoaded'],
    ["document.readyState === 'complete'", 'load', 'browsingContext.load'],
  ] as const;
  for (const [done, heard, method] of steps) {
    await wire.evaluate(`new Promise((ready) => ${done} ? ready(1) : addEventListener('${heard}', () => ready(1)))`, { context });
    say(event(method, params));
  }
}

/** The next download of an extension's page that is done, but for those told already. */
const nextDownload = (told: readonly string[]): string => `(async () => {
  const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
  const list = await Downloads.getList(Downloads.ALL);
  return new Promise((resolve) => {
    const look = ({ succeeded, source: { url }, target: { path } }) => {
      if (!succeeded || !url.startsWith('blob:moz-extension:') || ${JSON.stringify(told)}.includes(url)) return;
      list.removeView(view);
      resolve({ url, name: PathUtils.filename(path) });
    };
    const view = { onDownloadAdded: look, onDownloadChanged: look };
    list.addView(view);
  });
})()`;

/** Tells of each download, until the browser ends. @param context the page that is likely to have begun it */
export async function tellDownloads(wire: Wire, context: () => string | undefined, say: Say): Promise<void> {
  const told: string[] = [];
  for (;;) {
    const { url, name } = (await wire.evaluate(nextDownload(told), 'browser')) as { url: string; name: string };
    told.push(url);
    const download = { context: context(), download: url, navigation: url, url, suggestedFilename: name };
    say(event('browsingContext.downloadWillBegin', download));
    say(event('browsingContext.downloadEnd', { ...download, status: 'complete' }));
  }
}

/** Runs a function in each document of an extension in that tab, before any script of it; what it calls `globalThis` is the page's. */
export async function runFirst(wire: Wire, context: string, functionDeclaration: string): Promise<void> {
  const tab = await wire.evaluate(`${browsingContext(context)}?.browserId`, 'browser');
  const script = `Services.obs.addObserver((inserted) => {
    const window = inserted.defaultView;
    if (inserted.location?.protocol !== 'moz-extension:' || window?.browsingContext?.browserId !== ${tab}) return;
    const sandbox = Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
    Cu.evalInSandbox(${JSON.stringify(`((globalThis) => (${functionDeclaration})())(window)`)}, sandbox);
  }, 'document-element-inserted')`;
  const address = `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`;
  await wire.evaluate(`Services.ppmm.loadProcessScript(${JSON.stringify(address)}, true)`, 'browser');
}
