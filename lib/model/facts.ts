// What a tracker says of a ticket besides its title: who has it, what it is called there, what it belongs to. Seen on pages and in
// files, kept on this device only, and never trusted for more than to sort, filter and group by. All of it is hostile text.
import * as z from 'zod/mini';
import { FACT_LENGTH, TITLE_LENGTH } from './fact-text.ts';

const Words = z.string().check(z.maxLength(FACT_LENGTH));
const Ticket = z.string().check(z.maxLength(300));

/** What is absent was not seen, which says nothing; an empty list was seen to be empty. */
export const TicketFacts = z.object({
  /** As the address spells it. */
  ticket: Ticket,
  title: z.optional(z.string().check(z.maxLength(TITLE_LENGTH))),
  /** `open` until it is worked off, `done` when it was, `dropped` when it will not be. */
  state: z.optional(z.enum(['open', 'done', 'dropped'])),
  /** When it was done, ISO time: as a tracker says, else when it was first seen done here. */
  done: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/))),
  /** The tracker's own word for its state: "In Review". */
  status: z.optional(Words),
  /** Bug, Story, Epic; `Pull request` for one. */
  type: z.optional(Words),
  assignees: z.optional(z.array(Words).check(z.maxLength(20))),
  labels: z.optional(z.array(Words).check(z.maxLength(50))),
  /** Milestone, sprint, cycle or fix version. */
  milestone: z.optional(Words),
  /** The tracker's priority, and its own estimate in points. */
  priority: z.optional(Words),
  points: z.optional(z.number().check(z.gte(0), z.lte(10000))),
  /** The ticket this one is a part of. */
  parent: z.optional(Ticket),
  /** What a pull request closes. */
  closes: z.optional(z.array(Ticket).check(z.maxLength(20))),
});
export type TicketFacts = z.infer<typeof TicketFacts>;

/** What is known after something more was seen: what was not seen this time stays. @param at ISO time at which it was seen */
export function seenMore(known: TicketFacts | undefined, seen: TicketFacts, at: string): TicketFacts {
  const { done: _, ...facts } = { ...known, ...seen };
  if (facts.state !== 'done') return facts;
  // One that was opened again and is done once more was done the second time.
  return { ...facts, done: seen.done ?? (known?.state === 'done' ? known.done : undefined) ?? at };
}
