// What Playwright does not hand out, and what is needed to drive a stock Firefox with it: its own side of the connection.
// Playwright speaks WebDriver BiDi to Firefox (its channel `moz-firefox`), in this process; `toImpl` is the way its own
// tests take. It is no public interface: the exact version in package.json is what keeps this true.
import { type BrowserContext, firefox } from 'playwright-core';

/** A message of WebDriver BiDi, either way. */
export interface Message {
  id?: number;
  type?: 'success' | 'error' | 'event';
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: string;
  message?: string;
}

export interface Transport {
  send(message: Message): void;
  close(): void;
  onmessage?: ((message: Message) => void) | undefined;
  onclose?: ((reason?: string) => void) | undefined;
}

export interface Media {
  media: 'screen' | 'print' | 'no-override';
  colorScheme: 'light' | 'dark' | 'no-preference' | 'no-override';
  reducedMotion: 'reduce' | 'no-preference' | 'no-override';
  forcedColors: 'active' | 'none' | 'no-override';
}

export interface InsideKeyboard {
  readonly _page: InsidePage;
  sendText(progress: { race<T>(work: Promise<T>): Promise<T> }, text: string): Promise<void>;
}

/** A page as Playwright's own side holds it. */
export interface InsidePage {
  readonly rawKeyboard: InsideKeyboard;
  readonly _session: { readonly sessionId: string };
  readonly _page: { emulatedMedia(): Media };
  readonly _browserContext: { readonly _browser: InsideBrowser };
}

export interface InsideBrowser {
  readonly _bidiPages: ReadonlyMap<string, InsidePage>;
  readonly options: { readonly browserProcess: { readonly process?: { readonly pid?: number } } };
}

interface InsideFirefox {
  connectToTransport(transport: Transport, options: object): Promise<InsideBrowser>;
}

type Inner = (outer: unknown) => unknown;
const inner: Inner = (outer) => (outer as { _connection: { toImpl: Inner } })._connection.toImpl(outer);

/** Playwright's side of the browser that a context is in. */
export const insideOf = (context: BrowserContext): InsideBrowser => (inner(context) as { _browser: InsideBrowser })._browser;

/** Puts something of ours between Playwright and each Firefox that it starts. */
export function between(wrap: (transport: Transport) => { transport: Transport; connected(browser: InsideBrowser): void }): void {
  const inside = (inner(firefox) as { _bidiFirefox: InsideFirefox })._bidiFirefox;
  const connect = inside.connectToTransport;
  inside.connectToTransport = async function (this: InsideFirefox, transport, options) {
    const { transport: ours, connected } = wrap(transport);
    const browser = await connect.call(this, ours, options);
    connected(browser);
    return browser;
  };
}
