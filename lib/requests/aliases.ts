// Tickets at two addresses: said by the user and taken back, and what a message means by it.
import { type Alias, homeOf, withAlias } from '../model/alias.ts';
import type { Db } from '../store/db.ts';
import { aliasesIn, keepAliases } from '../store/aliases.ts';
import type { Writer } from '../store/write.ts';

/**
 * A message as it is meant: whatever address a ticket was met at, it is that of its home. Every message of a page comes
 * through here, once its right to speak of the ticket at that address is clear.
 */
export async function meant<M extends object>(db: Db, message: M): Promise<M> {
  if (!('ticket' in message) && !('tickets' in message)) return message;
  const aliases = await aliasesIn(db);
  const home = (ticket: unknown): string => homeOf(aliases, String(ticket));
  if ('tickets' in message && Array.isArray(message.tickets)) return { ...message, tickets: message.tickets.map(home) };
  return 'ticket' in message ? { ...message, ticket: home(message.ticket) } : message;
}

/** @returns whether it is kept: not where it would say nothing, or go round in a circle */
export async function addAlias(writer: Writer, alias: Alias): Promise<boolean> {
  let kept = false;
  await change(writer, (known) => {
    const more = withAlias(known, alias);
    kept = more !== undefined;
    return more ?? known;
  });
  return kept;
}

export const removeAlias = (writer: Writer, from: string): Promise<void> =>
  change(writer, (known) => known.filter((alias) => alias.from !== from));

async function change(writer: Writer, make: (known: readonly Alias[]) => readonly Alias[]): Promise<void> {
  await writer.write([], {
    note: async (tx) => {
      const known = ((await tx.objectStore('meta').get('aliases')) as readonly Alias[] | undefined) ?? [];
      const next = make(known);
      if (next !== known) await keepAliases(tx, known, next);
    },
  });
}
