// What chips say, as far as this page knows: asked for together, kept until somebody says that it has changed.
import type { Ask, Asks, ChipValue } from '../ask.ts';
import { ticketKey } from '../model/ticket.ts';

const MOST_AT_ONCE = 200;
const RETRY_MS = 5000;

export interface Values {
  /** What is known of a ticket: `null` where it gets no chip, `undefined` while that is not known. */
  of(ticket: string): ChipValue | null | undefined;
  /** Asks for what is not known and not asked for yet. */
  want(tickets: Iterable<string>): void;
  /** To be asked for anew: one, or all. What was known is shown until the answer is there. */
  forget(ticket?: string): void;
}

/** @param changed called when more is known, or should be asked for again */
export function createValues(ask: (message: Ask<'chips'>) => Promise<Asks['chips']['reply']>, changed: () => void): Values {
  const known = new Map<string, ChipValue | null>();
  const stale = new Set<string>();
  const asked = new Set<string>();
  let waiting = new Map<string, string>();

  async function send(tickets: readonly string[]): Promise<void> {
    const reply = await ask({ ask: 'chips', tickets: [...tickets] }).catch(() => undefined);
    tickets.forEach((ticket, i) => {
      const key = ticketKey(ticket);
      asked.delete(key);
      if (reply?.state !== 'chips') return;
      known.set(key, reply.values[i] ?? null);
    });
    if (reply?.state === 'chips') changed();
    else setTimeout(changed, RETRY_MS);
  }

  return {
    of: (ticket) => known.get(ticketKey(ticket)),
    want: (tickets) => {
      for (const ticket of tickets) {
        const key = ticketKey(ticket);
        if ((known.has(key) && !stale.has(key)) || asked.has(key) || waiting.has(key)) continue;
        if (waiting.size === 0) queueMicrotask(flush);
        waiting.set(key, ticket);
      }
    },
    forget: (ticket) => {
      for (const key of ticket === undefined ? [...known.keys(), ...asked] : [ticketKey(ticket)]) {
        stale.add(key);
        asked.delete(key);
      }
      changed();
    },
  };

  function flush(): void {
    const tickets = [...waiting.values()];
    for (const key of waiting.keys()) {
      asked.add(key);
      stale.delete(key);
    }
    waiting = new Map();
    for (let i = 0; i < tickets.length; i += MOST_AT_ONCE) void send(tickets.slice(i, i + MOST_AT_ONCE));
  }
}
