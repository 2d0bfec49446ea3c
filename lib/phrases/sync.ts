// How it stands with the team, in words: one line for every page of ours, and what is said and advised about each trouble.
import { locale } from '../impact/locale.ts';
import { say, type Word } from '../say.ts';
import type { SyncState, SyncTrouble } from '../sync/state.ts';

export interface SyncLine {
  readonly text: string;
  readonly tone: 'muted' | 'warn' | 'bad';
}

/** "14:05" on the same day, else "21 Nov, 14:05". @param at, now ms since 1970 */
export function momentPhrase(at: number, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const day = today ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(locale(), { ...day, hour: '2-digit', minute: '2-digit' }).format(at);
}

/** The state in one line: what is stored here, what waits, when all of it was there. @param now ms since 1970 */
export function syncLine({ phase, waiting, syncedAt, refused }: SyncState, now: number): SyncLine {
  const waits = waiting > 0 ? say('syncWaiting', waiting) : undefined;
  const synced = syncedAt === undefined ? say('syncNever') : say('syncSynced', momentPhrase(syncedAt, now));
  switch (phase) {
    case 'alone':
      return { text: say('shellOnThisDevice'), tone: 'muted' };
    case 'paused':
      return { text: say('syncPaused'), tone: 'warn' };
    case 'stopped':
      return { text: waiting > 0 ? say('syncStoppedN', waiting) : say('syncStopped'), tone: 'bad' };
    case 'working':
      return { text: waiting > 0 ? say('syncWorkingN', waiting) : say('syncWorking'), tone: 'muted' };
    case 'waiting':
      return { text: waits ?? (syncedAt === undefined ? say('syncSavedHere') : synced), tone: 'muted' };
    case 'synced':
      return refused > 0 ? { text: say('syncRefused', refused), tone: 'warn' } : { text: waits ?? synced, tone: 'muted' };
  }
}

const TROUBLES: Readonly<Record<SyncTrouble['code'], Word>> = {
  offline: 'syncOffline',
  unreachable: 'syncUnreachable',
  busy: 'syncBusy',
  'no-access': 'syncNoAccess',
  'signed-out': 'teamSignedOut',
  'too-old': 'syncTooOld',
  clock: 'syncClock',
  'lost-database': 'syncLostDatabase',
  storage: 'syncStorage',
};

/** What went wrong, and what to do about it. */
export const troublePhrase = ({ code }: SyncTrouble): string => say(TROUBLES[code]);
