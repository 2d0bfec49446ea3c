// What our own pages may ask about the team. The background answers the first ones with a `SyncReply` (state.ts), `team` with
// a `TeamAnswer`. No page ever gets a token.
import * as z from 'zod/mini';
import { DeviceId, PersonId } from './protocol.ts';
import { InviteRequest, MemberChange, TeamChange } from './protocol-team.ts';

const Key = z.string().check(z.maxLength(140), z.regex(/^(in|out)\/.+$/));
const Keys = z.union([z.literal('all'), z.array(Key).check(z.minLength(1), z.maxLength(1000))]);

/** What is asked of the endpoint for a page about the team. */
export const TeamCall = z.discriminatedUnion('call', [
  z.strictObject({ call: z.literal('team') }),
  z.strictObject({ call: z.literal('changeTeam'), change: TeamChange }),
  z.strictObject({ call: z.literal('members') }),
  z.strictObject({ call: z.literal('changeMember'), person: PersonId, change: MemberChange }),
  z.strictObject({ call: z.literal('removeMember'), person: PersonId, tags: z.enum(['keep', 'delete']) }),
  z.strictObject({ call: z.literal('devices') }),
  z.strictObject({ call: z.literal('removeDevice'), device: DeviceId }),
  z.strictObject({ call: z.literal('invites') }),
  z.strictObject({ call: z.literal('invite'), invite: InviteRequest }),
  z.strictObject({ call: z.literal('removeInvite'), id: z.string().check(z.regex(/^[\w-]{1,80}$/)) }),
  z.strictObject({ call: z.literal('audit'), after: z.optional(z.int().check(z.gte(0))) }),
  z.strictObject({ call: z.literal('feed'), on: z.boolean() }),
]);
export type TeamCall = z.infer<typeof TeamCall>;

export const OF_TEAM = {
  /** Starts a round now, whatever was to be waited for, and answers when it has ended. */
  syncNow: z.strictObject({ ask: z.literal('syncNow') }),
  /** Answers at once, and has a round begun where one is due: a page of ours has opened. */
  syncState: z.strictObject({ ask: z.literal('syncState') }),
  /**
   * By a link ORIGIN/join#INVITE. The page has asked the browser for the endpoint's host before, in the press itself
   * (`joinByLink` in lib/state/joining.ts). Answers when joined; what there is to send goes on its way behind the answer.
   */
  joinTeam: z.strictObject({
    ask: z.literal('joinTeam'),
    link: z.string().check(z.maxLength(500)),
    /** How the person wants to be called; `name-needed` where it is missing and the endpoint does not know them. */
    name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  }),
  /**
   * `here`: what becomes of the team's data on this device. `there`: of one's own tags at the endpoint. `anyway`: also where the
   * endpoint cannot be told (an admin can remove the member then).
   */
  leaveTeam: z.strictObject({
    ask: z.literal('leaveTeam'),
    here: z.enum(['keep', 'delete']),
    there: z.enum(['keep', 'delete']),
    anyway: z.optional(z.literal(true)),
  }),
  /** To a pull that paused: `apply` removes the tags as the team did; `keep` leaves them here and lists the removals aside. */
  answerPause: z.strictObject({ ask: z.literal('answerPause'), answer: z.enum(['apply', 'keep']) }),
  /** Operations kept aside (`asides` in lib/store/synced.ts): sent or applied again, or dropped for good. */
  retryRefused: z.strictObject({ ask: z.literal('retryRefused'), keys: Keys }),
  discardRefused: z.strictObject({ ask: z.literal('discardRefused'), keys: Keys }),
  team: z.strictObject({ ask: z.literal('team'), what: TeamCall }),
} as const;

export type TeamMessage = z.infer<(typeof OF_TEAM)[keyof typeof OF_TEAM]>;
