// Joining a team by an invite, and leaving it.
import * as z from 'zod/mini';
import type { Ports } from './ports.ts';
import { JoinReply } from './protocol-team.ts';
import { ask, keepAccess, signedIn } from './request.ts';
import { refusalOf, Trouble } from './trouble.ts';
import type { TeamRefusal } from './state.ts';

/** Of invites, for names of tries to join. */
const newTry = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/**
 * Makes this device the team's. Where the reply is lost, the same invite asked again gives the same.
 * @param name how the person wants to be called; not needed where the endpoint knows them
 */
export async function joinTeam(
  ports: Ports,
  { origin, invite, name }: { readonly origin: string; readonly invite: string; readonly name?: string | undefined },
  signal: AbortSignal,
): Promise<TeamRefusal | undefined> {
  if (!(await ports.allowed(origin))) return 'no-access';
  const { request, device } = await ports.store.tryToJoin(invite, newTry());
  try {
    const body = { invite, request, device, ...(name !== undefined && { name }) };
    const reply = await ask(ports, origin, { method: 'POST', path: '/v1/join', body }, JoinReply, signal);
    await ports.store.joined(reply, origin, ports.now());
    await keepAccess(ports, reply);
    return undefined;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.code === 'refused' && error.status === 400 && name === undefined) return 'name-needed';
    return refusalOf(error);
  }
}

/** @returns why the endpoint could not be told, where it could not; nothing has changed here then */
export async function leaveTeam(
  ports: Ports,
  { here, there, anyway = false }: { readonly here: 'keep' | 'delete'; readonly there: 'keep' | 'delete'; readonly anyway?: boolean },
  signal: AbortSignal,
): Promise<TeamRefusal | undefined> {
  const standing = await ports.store.standing();
  if (!standing) return 'not-joined';
  const path = `/v1/members/${standing.member.joined.person}?tags=${there}`;
  const told = await signedIn(
    ports,
    standing,
    signal,
  )({ method: 'DELETE', path }, z.looseObject({})).catch((error: unknown) => {
    if (error instanceof Trouble) return error;
    throw error;
  });
  // Who is signed out has left already.
  if (told instanceof Trouble && told.code !== 'signed-out' && !anyway) return refusalOf(told);
  await ports.store.left(here);
  await ports.access.set(undefined);
  return undefined;
}
