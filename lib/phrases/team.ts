// People, refusals and single changes of a team, in words.
import { say, type Word } from '../say.ts';
import type { InviteFault } from '../sync/invite.ts';
import type { Role } from '../sync/protocol-team.ts';
import type { Aside, AsideCode, Sent, TeamRefusal } from '../sync/state.ts';

const REFUSALS: Readonly<Record<TeamRefusal | InviteFault, Word>> = {
  'not-joined': 'teamNotJoined',
  'joined-already': 'teamJoinedAlready',
  'invite-gone': 'teamInviteGone',
  'not-an-invite': 'teamNotInvite',
  'not-encrypted': 'teamNotEncrypted',
  'name-needed': 'teamNameNeeded',
  'no-access': 'teamNoAccess',
  unreachable: 'teamUnreachable',
  'signed-out': 'teamSignedOut',
  forbidden: 'teamForbidden',
  conflict: 'teamConflict',
  'too-old': 'teamTooOld',
  invalid: 'teamInvalid',
  busy: 'teamBusy',
  storage: 'teamStorage',
};
export const refusalPhrase = (why: TeamRefusal | InviteFault): string => say(REFUSALS[why]);

const ROLES: Readonly<Record<Role, Word>> = { viewer: 'roleViewer', editor: 'roleEditor', admin: 'roleAdmin' };
const ROLES_WHAT: Readonly<Record<Role, Word>> = { viewer: 'roleViewerWhat', editor: 'roleEditorWhat', admin: 'roleAdminWhat' };
export const roleName = (role: Role): string => say(ROLES[role]);
/** "Editor: answers, logs readings". */
export const rolePhrase = (role: Role): string => `${say(ROLES[role])}: ${say(ROLES_WHAT[role])}`;

/** By person's id, as the endpoint last told them. */
export type Names = ReadonlyMap<string, string>;
/** A name, else a few characters of the id: the endpoint has not been asked yet. */
export const memberName = (person: string, names: Names): string =>
  names.get(person) ?? say('memberUnknown', person.replace(/^p-/, '').slice(0, 4));

const ASIDES: Readonly<Record<Exclude<AsideCode, 'stale_base'>, Word>> = {
  clock_ahead: 'asideClock',
  schema_unknown: 'asideSchema',
  forbidden: 'asideForbidden',
  foreign_device: 'asideDevice',
  other_content: 'asideOther',
  invalid: 'asideInvalid',
  too_large: 'asideLarge',
  unreadable: 'asideUnreadable',
  newer: 'asideNewer',
  'mass-removal': 'asideRemoval',
};

/** Why a change is kept aside. */
export function asidePhrase({ code, there }: Pick<Aside, 'code' | 'there'>): string {
  if (code !== 'stale_base') return say(ASIDES[code]);
  return there?.framework === null ? say('asideStaleGone') : say('asideStale', there?.version ?? '?');
}

const KINDS: Readonly<Record<Sent['kind'], Word>> = { tag: 'opTag', framework: 'opFramework', reading: 'opReading', record: 'opRecord' };
const isKind = (kind: unknown): kind is Sent['kind'] => typeof kind === 'string' && Object.hasOwn(KINDS, kind);

/** "Answer: PLN-12". What was put aside may be anything: hostile text, for display only. */
export function operationPhrase(operation: unknown): string {
  const { kind, key } = (operation ?? {}) as { readonly kind?: unknown; readonly key?: unknown };
  const text = typeof key === 'string' ? key.slice(0, 300) : '?';
  if (!isKind(kind)) return text;
  return say(KINDS[kind], kind === 'tag' ? text.replace(/^\w+:/, '') : text.replaceAll('/', ' / '));
}

const FIELDS: Readonly<Record<string, Word>> = {
  answer: 'partAnswer',
  effort: 'partEffort',
  evidence: 'partEvidence',
  note: 'partNote',
  seen: 'opTitle',
  framework: 'partFramework',
  value: 'partValue',
  deleted: 'opRemoved',
};
/** "answer, effort": the fields an operation set, those without a word of their own as they are called. */
export const fieldsPhrase = (fields: readonly string[]): string =>
  // That an answer is not removed says nothing; that it is says it all.
  (fields.length > 1 ? fields.filter((field) => field !== 'deleted') : fields)
    .slice(0, 12)
    .map((field) => (Object.hasOwn(FIELDS, field) ? say(FIELDS[field] as Word) : field.slice(0, 40)))
    .join(', ');
