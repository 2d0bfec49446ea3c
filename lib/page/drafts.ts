// Keeping what is typed: in this page's memory at once, and with the background as fast as it answers.

export interface Drafts {
  /** What was typed about a ticket in this page, if anything; `null` where a kept draft was dropped since. */
  of(ticket: string): string | null | undefined;
  /** Resolves to whether the newest text about the ticket is stored. `undefined` drops the draft. */
  keep(ticket: string, draft: string | undefined): Promise<boolean>;
  /** Resolves when nothing is on its way: an answer must not be overtaken by the draft it came from. */
  settled(): Promise<unknown>;
  /** The draft became an answer: nothing to send, nothing to bring back. */
  forget(ticket: string): void;
}

/**
 * One message at a time for each ticket: what is typed while one is on its way waits, and only the newest goes.
 * @param store gives a draft to the background; rejects or says false when it could not be stored
 */
export function createDrafts(store: (ticket: string, draft: string | undefined) => Promise<boolean>): Drafts {
  const memory = new Map<string, string | null>();
  const sending = new Map<string, Promise<boolean>>();

  async function send(ticket: string): Promise<boolean> {
    let stored = false;
    let sent: string | null | undefined;
    while (sent !== memory.get(ticket)) {
      sent = memory.get(ticket);
      stored = await store(ticket, sent ?? undefined).catch(() => false);
    }
    return stored;
  }

  return {
    settled: () => Promise.all(sending.values()),
    forget: (ticket) => void memory.set(ticket, null),
    of: (ticket) => memory.get(ticket),
    keep: (ticket, draft) => {
      memory.set(ticket, draft ?? null);
      let going = sending.get(ticket);
      if (!going) {
        going = send(ticket).finally(() => sending.delete(ticket));
        sending.set(ticket, going);
      }
      return going;
    },
  };
}
