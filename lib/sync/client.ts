// A round: what waits goes out, what is new comes in. Every request is short, every answer is stored whole before the next
// question; a worker that is stopped anywhere goes on from what is stored. The rules are those of docs/sync.md.
import { pageOf } from './outgoing.ts';
import type { Ports, Standing } from './ports.ts';
import { MOST_PULLED, MOST_PUSHED, PullEnvelope, PushReply } from './protocol.ts';
import { TeamReply } from './protocol-team.ts';
import { type Ask, signedIn } from './request.ts';
import { pause, said, stops, Trouble } from './trouble.ts';

/** A round ends after so many pages, for others to have their turn; the next goes on. */
const MOST_PAGES = 200;
/** The endpoint's clock is believed so often in one round. */
const MOST_RESTAMPS = 3;

/** Why a round ended. `more`: there is more to do at once. */
export type Outcome = 'alone' | 'synced' | 'more' | 'paused' | 'waiting' | 'stopped';

/**
 * Does one round. Never throws but when it is aborted or nothing can be stored; what went wrong is kept with the time of the
 * next try.
 * @param asked somebody asked for it: what was to be waited for is not waited for
 */
export async function round(ports: Ports, signal: AbortSignal, asked = false): Promise<Outcome> {
  const standing = await ports.store.standing();
  if (!standing) return 'alone';
  const { place } = standing;
  if (!asked && (place.retryAt ?? 0) > ports.now()) return 'waiting';
  try {
    if (!(await ports.allowed(standing.member.origin))) throw new Trouble('no-access');
    await ports.store.face({ phase: 'working', at: ports.now() });
    await ports.store.tryAside(ports.version);
    const outcome = await exchange(ports, signedIn(ports, standing, signal), signal);
    await done(ports, outcome);
    return outcome;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Trouble)) throw error;
    return failed(ports, error);
  }
}

async function done(ports: Ports, outcome: Outcome): Promise<void> {
  const at = ports.now();
  if (outcome === 'synced') await ports.store.face({ phase: 'synced', at, syncedAt: at }, { fails: 0 });
  else if (outcome === 'paused') await ports.store.face({ phase: 'paused', at }, { fails: 0 });
  else await ports.store.face({ phase: 'waiting', at }, { fails: 0 });
}

async function failed(ports: Ports, trouble: Trouble): Promise<Outcome> {
  const standing = await ports.store.standing();
  // Left meanwhile.
  if (!standing) return 'alone';
  const fails = standing.place.fails + 1;
  const stopped = stops(trouble.code);
  if (trouble.code === 'signed-out') await ports.access.set(undefined);
  const retryAt = ports.now() + (stopped ? 3_600_000 : pause(fails, ports.random(), trouble));
  const face = { phase: stopped ? ('stopped' as const) : ('waiting' as const), at: ports.now(), error: said(trouble.code) };
  await ports.store.face(face, { fails, retryAt });
  return stopped ? 'stopped' : 'waiting';
}

/** Sends and fetches until both have nothing more, beginning anew where the endpoint was set back. */
async function exchange(ports: Ports, request: Ask, signal: AbortSignal): Promise<Outcome> {
  for (let anew = 0; anew < 3; anew++) {
    try {
      const sent = await send(ports, request, signal);
      const got = await fetchNew(ports, request, signal);
      return got === 'synced' && sent === 'more' ? 'more' : got;
    } catch (error) {
      if (!(error instanceof Trouble) || error.code !== 'epoch-changed') throw error;
      await ports.store.newEpoch(error.epoch ?? (await request({ method: 'GET', path: '/v1/team' }, TeamReply)).epoch);
    }
  }
  throw new Trouble('unreachable');
}

/** @throws Trouble `epoch-changed` where a reply is of another epoch than the one known here */
async function here(ports: Ports, epoch?: string): Promise<Standing> {
  const standing = await ports.store.standing();
  if (!standing) throw new Trouble('signed-out');
  if (epoch !== undefined && epoch !== standing.place.epoch) throw new Trouble('epoch-changed', { epoch });
  return standing;
}

async function send(ports: Ports, request: Ask, signal: AbortSignal): Promise<'all' | 'more'> {
  let [most, restamps] = [MOST_PUSHED, 0];
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    signal.throwIfAborted();
    const { member } = await here(ports);
    const waiting = await ports.store.waiting(most, ports.now());
    if (waiting.length === 0) return 'all';
    const { page, large } = pageOf(waiting, member, most);
    if (large) {
      await ports.store.refuse(large, 'too_large', ports.now());
      continue;
    }
    const body = { ops: page.map(({ pushed }) => pushed) };
    const reply = await request({ method: 'POST', path: '/v1/push', body }, PushReply).catch((error: unknown) => {
      if (error instanceof Trouble && tooMuch(error)) return error;
      throw error;
    });
    if (reply instanceof Trouble) {
      const [only] = page;
      // One that no request gets through with would hold up all that come after it.
      if (page.length === 1 && only) await ports.store.refuse(only.waiting.op, reply.status === 413 ? 'too_large' : 'invalid', ports.now());
      else most = Math.ceil(page.length / 2);
      continue;
    }
    await here(ports, reply.epoch);
    const { settled, ahead } = await ports.store.settle(page, reply.results, reply, ports.now());
    most = MOST_PUSHED;
    if (ahead !== undefined) {
      if (++restamps > MOST_RESTAMPS) throw new Trouble('clock');
      await ports.store.restamp(ahead, reply.serverTime);
    } else if (settled === 0) throw new Trouble('unreachable');
  }
  return 'more';
}

/** Whether fewer operations at once could help. */
const tooMuch = ({ code, status }: Trouble): boolean => code === 'refused' && (status === 400 || status === 413 || status === 422);

async function fetchNew(ports: Ports, request: Ask, signal: AbortSignal): Promise<Outcome> {
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    signal.throwIfAborted();
    const { place } = await here(ports);
    if (place.paused) return 'paused';
    const query = new URLSearchParams({
      ...(place.after !== undefined && { after: place.after }),
      ...(place.known !== undefined && { known: place.known }),
      limit: String(MOST_PULLED),
    });
    const page = await request({ method: 'GET', path: `/v1/pull?${query}` }, PullEnvelope);
    await here(ports, page.epoch);
    const taken = await ports.store.take(page, place.after, page, ports.now());
    if (taken === 'paused') return 'paused';
    if (taken === 'taken' && !page.more) return 'synced';
  }
  return 'more';
}
