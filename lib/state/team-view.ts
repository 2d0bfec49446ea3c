// The view "Team": what is known here, what the endpoint says of its people, and what can be done about both. Everything that
// is asked of the endpoint goes through the background; what is pressed is said in words when it is done, and why where it is not.
import { signal } from '@preact/signals';
import { type Names, refusalPhrase, roleName } from '../phrases/team.ts';
import { say } from '../say.ts';
import type { TeamCall } from '../sync/messages.ts';
import type { TeamRefusal } from '../sync/state.ts';
import type { TeamAnswer } from '../sync/team-calls.ts';
import type { MadeInvite, Roster, SyncAsk, TeamHands, TeamModel, TeamVerbs, TeamView } from './team-contract.ts';

export function createTeamView(hands: TeamHands): TeamView {
  const model = signal<TeamModel | undefined>(undefined);
  const roster = signal<Roster | TeamRefusal | undefined>(undefined);
  const names = signal<Names>(new Map());
  const made = signal<MadeInvite | undefined>(undefined);
  const busy = signal(false);

  const refresh = async (): Promise<void> => {
    model.value = await hands.read();
  };

  async function meet(): Promise<void> {
    if (!model.peek()?.team) {
      roster.value = undefined;
      return;
    }
    const [about, members, invites, devices] = await Promise.all([
      hands.team({ call: 'team' }),
      hands.team({ call: 'members' }),
      hands.team({ call: 'invites' }),
      hands.team({ call: 'devices' }),
    ]);
    if (about.state === 'refused' || members.state === 'refused') {
      const refused = about.state === 'refused' ? about : members;
      // What was shown before is worth more than nothing.
      if (refused.state === 'refused' && (roster.peek() === undefined || typeof roster.peek() === 'string')) roster.value = refused.why;
      return;
    }
    names.value = new Map(members.reply.members.map(({ person, name }) => [person, name]));
    roster.value = {
      members: members.reply.members,
      // Not everybody may see these.
      invites: invites.state === 'team' ? invites.reply.invites : [],
      devices: devices.state === 'team' ? devices.reply.devices : [],
      here: about.reply.you.device,
    };
  }

  /** One thing at a time. */
  async function work<T>(deed: () => Promise<T>): Promise<T | undefined> {
    if (busy.peek()) return undefined;
    busy.value = true;
    try {
      return await deed();
    } finally {
      busy.value = false;
    }
  }
  const told = async (message: SyncAsk): Promise<TeamRefusal | undefined> => {
    const reply = await hands.sync(message);
    await refresh();
    return reply.state === 'refused' ? reply.why : undefined;
  };
  const said = async (message: SyncAsk, done?: string): Promise<void> => {
    const why = await work(() => told(message));
    if (why) hands.complain(refusalPhrase(why));
    else if (done !== undefined) hands.say(done);
  };
  /** Has the endpoint change something, and shows it. @returns whether it did */
  async function change<C extends TeamCall['call']>(
    what: Extract<TeamCall, { call: C }>,
    done?: { readonly text: string; readonly undo?: () => void },
  ): Promise<Extract<TeamAnswer<C>, { state: 'team' }> | undefined> {
    const answer = await work(() => hands.team(what));
    if (!answer) return undefined;
    if (answer.state === 'refused') {
      hands.complain(refusalPhrase(answer.why));
      await meet();
      return undefined;
    }
    if (done) hands.say(done.text, done.undo);
    await Promise.all([meet(), refresh()]);
    return answer as Extract<TeamAnswer<C>, { state: 'team' }>;
  }

  const verbs: TeamVerbs = {
    join: async (link, name) => {
      // No waiting before the browser is asked.
      const joining = hands.join(link, name.trim() || undefined);
      const reply = await work(() => joining);
      if (!reply) return undefined;
      if (reply.state === 'refused') return reply.why;
      await refresh();
      hands.say(say('teamJoined', reply.team?.name ?? ''));
      await meet();
      return undefined;
    },
    syncNow: async () => {
      await said({ ask: 'syncNow' });
      await meet();
    },
    allow: async () => {
      const origin = model.peek()?.team?.origin;
      if (origin === undefined) return;
      if (await hands.allow(origin)) await verbs.syncNow();
      else hands.complain(refusalPhrase('no-access'));
    },
    answerPause: (answer) => said({ ask: 'answerPause', answer }, say(answer === 'apply' ? 'pauseApplied' : 'pauseKept')),
    retry: (keys) => said({ ask: 'retryRefused', keys }, say('asideRetried')),
    discard: (key) => said({ ask: 'discardRefused', keys: [key] }, say('asideDiscarded')),
    changeTeam: async (wanted) => {
      const before = model.peek()?.team;
      const undo =
        before &&
        (() => void verbs.changeTeam(wanted.name === undefined ? { hideUntilAnswered: before.hideUntilAnswered } : { name: before.name }));
      await change({ call: 'changeTeam', change: wanted }, { text: say('teamStored'), ...(undo && { undo }) });
    },
    rename: async (name) => {
      const you = model.peek()?.team?.you;
      if (!you) return;
      await change(
        { call: 'changeMember', person: you.person, change: { name } },
        { text: say('teamStored'), undo: () => void verbs.rename(you.name) },
      );
    },
    changeRole: async (member, role) => {
      const { person, name, role: before } = member;
      const undo = (): void => void verbs.changeRole({ ...member, role }, before);
      await change({ call: 'changeMember', person, change: { role } }, { text: say('memberChanged', name, roleName(role)), undo });
    },
    remove: async ({ person, name }, tags) => {
      await change({ call: 'removeMember', person, tags }, { text: say('memberRemoved', name) });
    },
    invite: async (wanted) => {
      const origin = model.peek()?.team?.origin ?? '';
      const answer = await change({ call: 'invite', invite: wanted });
      if (answer) made.value = { id: answer.reply.id, link: `${origin}/join#${answer.reply.invite}`, person: wanted.person };
    },
    forgetInvite: () => {
      made.value = undefined;
    },
    copyInvite: async () => {
      const link = made.peek()?.link;
      if (link === undefined) return;
      if (await hands.copy(link)) hands.say(say('inviteCopied'));
      else hands.complain(say('inviteNotCopied'));
    },
    takeBack: async ({ id }) => {
      if (await change({ call: 'removeInvite', id }, { text: say('inviteTaken') })) if (made.peek()?.id === id) made.value = undefined;
    },
    signOut: async ({ device }) => {
      await change({ call: 'removeDevice', device }, { text: say('deviceSignedOut') });
    },
    leave: async (how) => {
      const name = model.peek()?.team?.name ?? '';
      const why = await work(() => told({ ask: 'leaveTeam', ...how }));
      if (why) return why;
      roster.value = made.value = undefined;
      hands.say(say(how.here === 'delete' ? 'leaveDoneAll' : 'leaveDone', name));
      return undefined;
    },
  };
  return { model, roster, names, made, busy, refresh, meet, verbs };
}
