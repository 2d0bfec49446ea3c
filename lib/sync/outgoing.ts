// A page of a push: what waits, as the team names it, as much as one request may hold.
import type { Operation } from '../model/operation.ts';
import { type Membership, outward } from './merge.ts';
import type { Sending, Waiting } from './ports.ts';
import { MOST_BODY_BYTES, MOST_PUSHED, type PushedOperation } from './protocol.ts';

/** Of `{"ops":[]}`, and some room besides. */
const AROUND_BYTES = 64;
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** An operation on its way: only what the protocol names goes out. */
export function pushed(op: Operation, base: number | undefined, m: Membership): PushedOperation {
  const { person, key, kind, ...named } = outward(op, m);
  const { hlc, n, device, set, schema } = named;
  return {
    ...{ op: op.op, device, n, hlc, kind, key, set, schema },
    // Somebody else's tag, which an admin removes.
    ...(kind === 'tag' && person !== m.joined.person && { of: person }),
    ...(kind === 'framework' && { base: base ?? 0 }),
  };
}

/**
 * As many from the front as fit.
 * @param most of operations; fewer than the protocol's where a page was too much for something in between
 * @returns `large`: the first alone is more than any request may hold
 */
export function pageOf(waiting: readonly Waiting[], m: Membership, most = MOST_PUSHED): { page: Sending[]; large?: Operation } {
  const page: Sending[] = [];
  let size = AROUND_BYTES;
  for (const one of waiting.slice(0, most)) {
    const body = pushed(one.op, one.base, m);
    const bytes = bytesOf(body) + 1;
    if (size + bytes > MOST_BODY_BYTES) return page.length > 0 ? { page } : { page, large: one.op };
    size += bytes;
    page.push({ waiting: one, pushed: body, bytes });
  }
  return { page };
}
