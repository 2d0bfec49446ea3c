// Ids and secrets. Of a secret the store only ever has the digest.
import { createHash, createHmac, randomBytes } from 'node:crypto';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
export const hexId = (prefix: string): string => prefix + randomBytes(8).toString('hex');
export const newTeam = (): string => hexId('t-');
export const newPerson = (): string => hexId('m-');
export const newEpoch = (): string => hexId('e-');

const random = (bytes: number): string => randomBytes(bytes).toString('base64url');

export type Prefix = 'azi' | 'aza' | 'azr' | 'azs';

/** `azi_TEAM_SECRET`, 128 bits and more: there is no guessing one, and what it belongs to is looked up within its team. */
export const newSecret = (prefix: Prefix, team: string): string => `${prefix}_${team}_${random(24)}`;

/** The team a token says it is of; `undefined` for what is no token of this kind. */
export const teamOf = (token: string, prefix: Prefix): string | undefined =>
  /^(az[aris])_(t-[0-9a-f]{16})_[A-Za-z0-9_-]{22,64}$/.exec(token)?.[1] === prefix ? token.slice(4, 22) : undefined;

const FAMILY = 11;
const PART = 22;
/** A refresh token: its family, a part that stays with the family, a part that changes with each use. */
export interface RefreshParts {
  readonly family: string;
  readonly fixed: string;
}

export const newFamily = (): RefreshParts & { readonly salt: string } => ({ family: random(8), fixed: random(16), salt: random(24) });

export const refreshToken = (team: string, { family, fixed }: RefreshParts, changing = random(16)): string =>
  `azr_${team}_${family}${fixed}${changing}`;

export function refreshParts(token: string): RefreshParts | undefined {
  const body = token.slice('azr_t-0123456789abcdef_'.length);
  if (body.length !== FAMILY + 2 * PART) return undefined;
  return { family: body.slice(0, FAMILY), fixed: body.slice(FAMILY, FAMILY + PART) };
}

/** What comes after a refresh token: always the same, and not to be had from the store alone, which has no token. */
export const successorOf = (token: string, team: string, parts: RefreshParts, salt: string): string =>
  refreshToken(team, parts, createHmac('sha256', salt).update(token).digest('base64url').slice(0, PART));
