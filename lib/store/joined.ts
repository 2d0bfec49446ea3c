// Joining a team, leaving it, and beginning anew with an endpoint that was set back.
import type { Member, Place, Standing } from '../sync/ports.ts';
import type { JoinReply } from '../sync/protocol-team.ts';
import type { Identity, Write } from './db.ts';
import { isOwn, memberIn, placeIn, putPlace, queueAll } from './outbox.ts';
import { remake } from './remake.ts';
import { identify } from './transact.ts';

/** The team that was left last: where its log was read to. */
interface Former {
  readonly team: string;
  readonly person: string;
  readonly epoch: string;
}

export async function standingIn(tx: Write): Promise<Standing | undefined> {
  const [member, place] = [await memberIn(tx), await placeIn(tx)];
  const refresh = (await tx.objectStore('meta').get('sign-in')) as string | undefined;
  return member && place ? { member, place, refresh: refresh ?? '' } : undefined;
}

/**
 * From now on this device is the team's. What was done here before, without a team, is sent to it; what it has had already,
 * because somebody comes back, is not.
 */
export async function join(tx: Write, reply: JoinReply, origin: string, now: number): Promise<void> {
  const meta = tx.objectStore('meta');
  const who = await identify(tx);
  const { team, epoch, you, name, hideUntilAnswered } = reply.team;
  const place = await placeIn(tx);
  const before = (await memberIn(tx))?.joined ?? ((await meta.get('former')) as Former | undefined);
  const known = place?.epoch ?? ((await meta.get('former')) as Former | undefined)?.epoch;
  if (before !== undefined && before.team !== team) await forgetOthers(tx, who);
  const same = before?.team === team && known === epoch;
  const member: Member = {
    ...{ origin, name, hideUntilAnswered, device: who.device, since: now },
    local: { team: who.team, person: who.person },
    joined: { team, person: you.person },
    you: { person: you.person, name: you.name, role: you.role },
  };
  await meta.put(member, 'membership');
  await meta.put(reply.refresh, 'sign-in');
  await meta.delete('joining');
  await meta.delete('former');
  // Somebody who comes back reads on where they stopped.
  const { retryAt: _, ...kept } = place ?? { skew: 0 };
  await putPlace(tx, same && place ? { ...kept, epoch, fails: 0 } : { epoch, skew: 0, fails: 0 });
  const theirs = same ? new Set(await tx.objectStore('sent').getAllKeys()) : new Set<string>();
  const refused = (await tx.objectStore('quarantine').index('way').getAllKeys('out')).map((key) => String(key).slice('out/'.length));
  await queueAll(tx, who, new Set([...theirs, ...(same ? refused : [])]), false);
}

/** What came from another team's people goes before one joins the next: it is not this one's to see. */
async function forgetOthers(tx: Write, who: Identity): Promise<void> {
  const ops = tx.objectStore('ops');
  const all = await ops.index('entity').getAll(IDBKeyRange.bound([who.team], [who.team, []]));
  const others = all.filter((op) => !isOwn(op, who));
  for (const { op } of others) await ops.delete(op);
  for (const name of ['outbox', 'quarantine', 'sent'] as const) await tx.objectStore(name).clear();
  await remake(tx, others);
}

export async function newEpoch(tx: Write, epoch: string): Promise<void> {
  const [place, member] = [await placeIn(tx), await memberIn(tx)];
  if (!place || !member || place.epoch === epoch) return;
  const { after: _a, known: _k, pulling: _p, paused: _q, answer: _n, ...rest } = place;
  await putPlace(tx, { ...rest, epoch } satisfies Place);
  const refused = (await tx.objectStore('quarantine').index('way').getAllKeys('out')).map((key) => String(key).slice('out/'.length));
  await queueAll(tx, await identify(tx), new Set(refused), true);
  await tx.objectStore('sent').clear();
}

/** @param here whether the team's data stays on this device */
export async function leave(tx: Write, here: 'keep' | 'delete'): Promise<void> {
  const [meta, member, place] = [tx.objectStore('meta'), await memberIn(tx), await placeIn(tx)];
  if (member && here === 'keep' && place) await meta.put({ ...member.joined, epoch: place.epoch } satisfies Former, 'former');
  if (member) await tx.objectStore('outbox').clear();
  for (const key of ['membership', 'sync', 'sign-in', 'joining', 'sync-state']) await meta.delete(key);
  if (here === 'delete') await meta.delete('members');
}
