// What our own pages ask about the team.
import { OF_TEAM, type TeamCall, type TeamMessage } from '../sync/messages.ts';
import type { Db } from '../store/db.ts';
import { syncStateOf, teamOf } from '../store/synced.ts';
import { readInvite } from '../sync/invite.ts';
import { joinTeam, leaveTeam } from '../sync/joining.ts';
import { signedIn } from '../sync/request.ts';
import type { SyncReply, TeamRefusal } from '../sync/state.ts';
import { requestOf, TEAM_REPLIES, type TeamAnswer, type TeamReplies } from '../sync/team-calls.ts';
import { refusalOf, Trouble } from '../sync/trouble.ts';
import type { Sync } from './sync.ts';

export const isOfTeam = (message: { readonly ask: string }): message is TeamMessage => Object.hasOwn(OF_TEAM, message.ask);

const refused = (why: TeamRefusal) => ({ state: 'refused' as const, why });

/** How it stands now. */
async function standing(db: Db): Promise<SyncReply> {
  const [sync, team] = await Promise.all([syncStateOf(db, Date.now()), teamOf(db)]);
  return { state: 'sync', sync, ...(team && { team }) };
}

/** Does what a page asks, and says how it stands then. What there is to send goes behind the answer. */
export async function ofTeam(open: () => Promise<Db>, sync: Sync, message: TeamMessage): Promise<SyncReply | TeamAnswer> {
  const behind = (): void => void sync.run(true).catch((error: unknown) => console.error('Azimuth could not sync.', error));
  const signal = new AbortController().signal;
  switch (message.ask) {
    case 'team':
      return callTeam(sync, message.what);
    case 'syncState':
      await sync.heal();
      void sync.run().catch(() => {});
      break;
    case 'syncNow':
      if ((await sync.run(true)) === 'alone') return refused('not-joined');
      break;
    case 'joinTeam': {
      const link = readInvite(message.link);
      if (typeof link === 'string') return refused('not-an-invite');
      const why = (await mayJoin(await open(), link)) ?? (await joinTeam(sync.ports, { ...link, name: message.name }, signal));
      if (why !== undefined) return refused(why);
      behind();
      break;
    }
    case 'leaveTeam': {
      const why = await leaveTeam(sync.ports, { here: message.here, there: message.there, anyway: message.anyway === true }, signal);
      // A team that was lost with the database can only be forgotten.
      const lost = why === 'not-joined' && (await syncStateOf(await open(), Date.now())).error !== undefined;
      if (why !== undefined && !lost) return refused(why);
      if (lost) await sync.store.left('keep');
      await sync.forget();
      break;
    }
    case 'answerPause':
      await sync.store.answer(message.answer);
      behind();
      break;
    case 'retryRefused':
      await sync.store.retry(message.keys);
      behind();
      break;
    case 'discardRefused':
      await sync.store.discard(message.keys);
      break;
  }
  return standing(await open());
}

/** One team at a time. Whoever was signed out joins again, where they were. */
async function mayJoin(db: Db, { origin, invite }: { readonly origin: string; readonly invite: string }): Promise<TeamRefusal | undefined> {
  const [team, { error }] = await Promise.all([teamOf(db), syncStateOf(db, Date.now())]);
  if (!team) return undefined;
  const again = error?.code === 'signed-out' && team.origin === origin && invite.startsWith(`azi_${team.team}_`);
  return again ? undefined : 'joined-already';
}

async function callTeam(sync: Sync, what: TeamCall): Promise<TeamAnswer> {
  const known = await sync.store.standing();
  if (!known) return refused('not-joined');
  try {
    const reply = await signedIn(sync.ports, known, new AbortController().signal)(requestOf(what), TEAM_REPLIES[what.call]);
    if (what.call === 'team') {
      const { name, hideUntilAnswered, you } = reply as TeamReplies['team'];
      await sync.store.renamed({ name, hideUntilAnswered, you: { person: you.person, name: you.name, role: you.role } });
    }
    if (what.call === 'members') await sync.store.met((reply as TeamReplies['members']).members.map(({ person, name }) => [person, name]));
    return { state: 'team', reply: reply as TeamReplies[TeamCall['call']] };
  } catch (error) {
    if (error instanceof Trouble) return refused(refusalOf(error));
    throw error;
  }
}
