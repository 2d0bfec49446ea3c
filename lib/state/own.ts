// How the extension's own pages ask for something to be written.
import { browser } from '../browser.ts';
import type { Done } from '../ask.ts';
import type { OwnAsk } from '../messages.ts';

/** Sends one request to the background; a worker that was just stopped gets a second try. Never throws. */
export async function ask(message: OwnAsk): Promise<Done> {
  const send = (): Promise<Done> => browser.runtime.sendMessage(message);
  return send()
    .catch(send)
    .catch((): Done => ({ state: 'refused', why: 'failed' }));
}

/** A fresh name for a request; repeating a request under its name does nothing twice. */
export const newRequest = (): string => crypto.randomUUID();
