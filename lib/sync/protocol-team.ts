// What devices and the team's endpoint say to each other about the team: joining, tokens, members, invites, settings, the feed
// for those without the extension. Shared with the server: no effects here.
import * as z from 'zod/mini';
import { DeviceId, Epoch, PersonId, TeamId } from './protocol.ts';

export const ROLES = ['viewer', 'editor', 'admin'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** viewer: reads. editor: own tags, readings, records. admin: frameworks, people, settings, others' tags (removing only). */
export const RANK: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, admin: 2 };

export const ACCESS_TOKEN_MS = 15 * 60_000;
export const REFRESH_TOKEN_MS = 180 * 86_400_000;
/** For so long, and until its successor is first used, the refresh token before gives the same successor again. */
export const ROTATION_GRACE_MS = 60_000;
export const INVITE_MS = 72 * 3_600_000;
/** For so long the same device may join again with the same `request`: the reply may have been lost. */
export const JOIN_GRACE_MS = 10 * 60_000;
export const MOST_MEMBERS = 2000;
export const MOST_DEVICES = 50;

const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{Cc}\p{Cs}]+$/u));
const secret = (prefix: string) => z.string().check(z.regex(new RegExp(`^${prefix}_t-[0-9a-f]{16}_[A-Za-z0-9_-]{22,64}$`)));
/** The team's id is part of each: what is looked up is looked up within one team. */
export const Invite = secret('azi');
export const AccessToken = secret('aza');
export const RefreshToken = secret('azr');
const Time = z.int();

export const JoinRequest = z.strictObject({
  invite: Invite,
  /** Random, made once for each try to join and kept until a reply has come: the same device may then ask again. */
  request: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  device: DeviceId,
  /** How the person wants to be called; not needed where the invite is for somebody who is a member already. */
  name: z.optional(Name),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

export const Tokens = z.object({
  access: AccessToken,
  /** ms since 1970, by the endpoint's clock. */
  accessExpires: Time,
  refresh: RefreshToken,
  refreshExpires: Time,
  serverTime: Time,
});
export type Tokens = z.infer<typeof Tokens>;

export const TeamSettings = z.object({
  name: Name,
  /** Others' answers are not shown before one's own is given. Kept by the extension: they are in what is pulled. */
  hideUntilAnswered: z.boolean(),
});
export type TeamSettings = z.infer<typeof TeamSettings>;

export const TeamReply = z.object({
  team: TeamId,
  ...TeamSettings.shape,
  epoch: Epoch,
  /** Whether the page and the feed for those without the extension are on. */
  feed: z.boolean(),
  you: z.object({ person: PersonId, name: Name, role: Role, device: DeviceId }),
});
export type TeamReply = z.infer<typeof TeamReply>;

export const JoinReply = z.object({ ...Tokens.shape, team: TeamReply });
export type JoinReply = z.infer<typeof JoinReply>;

export const RefreshRequest = z.strictObject({ refresh: RefreshToken });
export const TeamChange = z.strictObject({ name: z.optional(Name), hideUntilAnswered: z.optional(z.boolean()) });
export type TeamChange = z.infer<typeof TeamChange>;

export const Member = z.object({
  person: PersonId,
  name: Name,
  role: Role,
  joined: Time,
  /** Revoked or left; their tags stand unless they were deleted. */
  left: z.optional(Time),
});
export type Member = z.infer<typeof Member>;
export const MembersReply = z.object({ members: z.array(Member) });

/** `role` by admins, not of the last admin; `name` by the member itself. */
export const MemberChange = z.strictObject({ role: z.optional(Role), name: z.optional(Name) });
export type MemberChange = z.infer<typeof MemberChange>;

/** Revoking a member, or leaving. `tags=delete` also takes the content of all their tags out of the log, for good. */
export const LeaveQuery = z.strictObject({ tags: z.optional(z.enum(['keep', 'delete'])) });

export const Device = z.object({ device: DeviceId, person: PersonId, since: Time, seen: Time, signedIn: z.boolean() });
export const DevicesReply = z.object({ devices: z.array(Device) });
export type Device = z.infer<typeof Device>;

/** Admins invite anybody; `person` re-admits a member, also one who left. Everybody may invite a further device of their own. */
export const InviteRequest = z.strictObject({ role: z.optional(Role), person: z.optional(PersonId) });
export type InviteRequest = z.infer<typeof InviteRequest>;

/** `invite` is said once and nowhere kept. The link is ORIGIN/join#INVITE: behind the #, it reaches no log. */
export const InviteReply = z.object({ id: z.string(), invite: Invite, expires: Time });
export type InviteReply = z.infer<typeof InviteReply>;

export const OpenInvite = z.object({
  id: z.string(),
  role: Role,
  person: z.optional(PersonId),
  by: PersonId,
  expires: Time,
});
export type OpenInvite = z.infer<typeof OpenInvite>;
export const InvitesReply = z.object({ invites: z.array(OpenInvite) });

/** Turning the feed on makes a new secret address; the one before ends. */
export const FeedChange = z.strictObject({ on: z.boolean() });
/** Paths at the endpoint's origin; said once. */
export const FeedReply = z.object({ on: z.boolean(), page: z.optional(z.string()), json: z.optional(z.string()) });

export const AuditEntry = z.object({
  n: z.int(),
  at: Time,
  /** `system` for what the endpoint's own commands did. */
  by: z.string(),
  action: z.string(),
  about: z.string(),
  /** SHA-256 over the one before and this one's content, hex. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditQuery = z.strictObject({
  after: z.optional(z.string().check(z.regex(/^\d{1,12}$/))),
  limit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,2}$/))),
});
export const AuditReply = z.object({ entries: z.array(AuditEntry), more: z.boolean() });

export const ExportQuery = z.strictObject({ format: z.optional(z.enum(['json', 'csv'])) });

export const Done = z.object({ done: z.literal(true) });
