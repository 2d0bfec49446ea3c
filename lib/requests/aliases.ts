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
  if (!['ticket', 'tickets', 'tags', 'facts'].some((field) => field in message)) return message;
  const aliases = await aliasesIn(db);
  return aliases.length === 0 ? message : { ...message, ...Object.fromEntries(atHome(aliases, message)) };
}

/** The fields of a message that name tickets, by their homes: an id, many, or things with an id each. */
function* atHome(aliases: readonly Alias[], message: object): Iterable<[string, unknown]> {
  for (const [field, value] of Object.entries(message)) {
    if (field === 'ticket') yield [field, homeOf(aliases, String(value))];
    if ((field === 'tickets' || field === 'tags' || field === 'facts') && Array.isArray(value))
      yield [
        field,
        value.map((one: unknown) =>
          typeof one === 'object' && one
            ? Object.fromEntries([...Object.entries(one), ...atHome(aliases, one)])
            : homeOf(aliases, String(one)),
        ),
      ];
  }
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
