// A store with a framework in it, and the words the badge needs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '../../lib/model/framework.ts';
import { saveFramework } from '../../lib/requests/framework.ts';
import type { Save } from '../../lib/requests/tags.ts';
import type { TagRow } from '../../lib/store/db.ts';
import { FRAMEWORK } from '../messages/examples.ts';
import { moves, request, type Store } from '../store/open.ts';

export const TEAM = 't-1';
export const TICKET = 'github:Acme/App#12';

/** Makes a framework the way the dashboard does. */
export const addFramework = ({ db, writer }: Store, more: Partial<Framework> = {}, team = TEAM): Promise<boolean> =>
  saveFramework(db, writer, { request: request(), team, framework: { ...FRAMEWORK, ...more } });

export const saveOf = (more: Partial<Save> = {}): Save => ({
  ticket: TICKET,
  request: request(),
  team: TEAM,
  title: 'A title',
  answer: moves(),
  ...more,
});

/** The operation that gave a tag's answer: what an undo takes back. */
export const madeBy = (row: TagRow): string => row.cells['answer']?.op ?? '';

/** The browser's words, as in an English browser. */
export function speakEnglish(): void {
  const words = JSON.parse(readFileSync(join(import.meta.dirname, '../../public/_locales/en/messages.json'), 'utf8')) as Record<
    string,
    { message: string }
  >;
  const getMessage = (name: string, values: readonly string[] = []) =>
    (words[name]?.message ?? '').replace(/\$([1-9])/g, (_, n) => values[n - 1] ?? '');
  Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
}
