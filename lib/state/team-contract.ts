// The view "Team" as its parts know it: what is shown, what can be done, and what is done to the world outside.
import type { ReadonlySignal } from '@preact/signals';
import type { Names } from '../phrases/team.ts';
import type { InviteFault } from '../sync/invite.ts';
import type { TeamCall } from '../sync/messages.ts';
import type { Device, InviteRequest, Member, OpenInvite, Role, TeamChange } from '../sync/protocol-team.ts';
import type { Aside, JoinedTeam, Sent, SyncReply, SyncState, TeamRefusal } from '../sync/state.ts';
import type { TeamAnswer } from '../sync/team-calls.ts';

/** What this device knows without asking anybody. */
export interface TeamModel {
  readonly sync: SyncState;
  readonly team: JoinedTeam | undefined;
  /** Answers that joining would send: made here, the sample's left out. */
  readonly toSend: number;
  readonly asides: readonly Aside[];
  /** Newest first, as many as are shown. */
  readonly sent: readonly Sent[];
  readonly sentMore: boolean;
}

/** What the endpoint said of the team's people. */
export interface Roster {
  readonly members: readonly Member[];
  readonly invites: readonly OpenInvite[];
  readonly devices: readonly Device[];
  /** This device. */
  readonly here: string;
}

/** An invite that was just made: nobody can be told its link again. */
export interface MadeInvite {
  readonly id: string;
  readonly link: string;
  /** Whom it is for, where that is a member already. */
  readonly person: string | undefined;
}

export interface Leaving {
  readonly here: 'keep' | 'delete';
  readonly there: 'keep' | 'delete';
  readonly anyway?: true;
}

export type Why = TeamRefusal | InviteFault;
export type SyncAsk =
  | { readonly ask: 'syncNow' | 'syncState' }
  | { readonly ask: 'answerPause'; readonly answer: 'apply' | 'keep' }
  | { readonly ask: 'retryRefused' | 'discardRefused'; readonly keys: 'all' | string[] }
  | ({ readonly ask: 'leaveTeam' } & Leaving);

/** What is done to the world outside. None of them throws. */
export interface TeamHands {
  read(): Promise<TeamModel>;
  sync(message: SyncAsk): Promise<SyncReply>;
  team<C extends TeamCall['call']>(what: Extract<TeamCall, { call: C }>): Promise<TeamAnswer<C>>;
  join(link: string, name?: string): Promise<SyncReply | { readonly state: 'refused'; readonly why: Why }>;
  /** Asks the browser for the endpoint's host: in the press itself. */
  allow(origin: string): Promise<boolean>;
  copy(text: string): Promise<boolean>;
  say(text: string, undo?: () => void): void;
  complain(text: string): void;
}

export interface TeamView {
  /** `undefined` before the first read. */
  readonly model: ReadonlySignal<TeamModel | undefined>;
  /** Why the people cannot be shown; `undefined` while the endpoint is asked. */
  readonly roster: ReadonlySignal<Roster | TeamRefusal | undefined>;
  readonly names: ReadonlySignal<Names>;
  readonly made: ReadonlySignal<MadeInvite | undefined>;
  /** Something is under way that a second press would only repeat. */
  readonly busy: ReadonlySignal<boolean>;
  refresh(): Promise<void>;
  /** Asks the endpoint about its people. */
  meet(): Promise<void>;
  readonly verbs: TeamVerbs;
}

export interface TeamVerbs {
  /** @returns why not, else nothing */
  join(link: string, name: string): Promise<Why | undefined>;
  syncNow(): Promise<void>;
  allow(): Promise<void>;
  answerPause(answer: 'apply' | 'keep'): Promise<void>;
  retry(keys: 'all' | string[]): Promise<void>;
  discard(key: string): Promise<void>;
  changeTeam(change: TeamChange): Promise<void>;
  rename(name: string): Promise<void>;
  changeRole(member: Member, role: Role): Promise<void>;
  remove(member: Member, tags: 'keep' | 'delete'): Promise<void>;
  invite(invite: InviteRequest): Promise<void>;
  forgetInvite(): void;
  copyInvite(): Promise<void>;
  takeBack(invite: OpenInvite): Promise<void>;
  signOut(device: Device): Promise<void>;
  /** @returns why not, else nothing */
  leave(how: Leaving): Promise<TeamRefusal | undefined>;
}
