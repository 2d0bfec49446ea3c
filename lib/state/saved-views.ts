// Views of the backlog that are worth a name: kept as records, so that they sync later and every change can be taken back.
import type { OwnAsk } from '../messages.ts';
import type { View as SavedView } from '../model/record.ts';
import type { Db, FrameworkRow } from '../store/db.ts';
import { recordsOf } from '../store/read.ts';
import { newRequest } from './own.ts';

export interface NamedView {
  readonly key: string;
  readonly name: string;
  /** The view as `queryOf` prints it. */
  readonly query: string;
}

const LONGEST_NAME = 80;

/** Those of a framework, by name. */
export async function namedViews(db: Db, { team, id }: Pick<FrameworkRow, 'team' | 'id'>): Promise<readonly NamedView[]> {
  const rows = await recordsOf(db, team, 'view');
  return rows
    .filter(({ record }) => record.framework === id)
    .map(({ key, record: { name, query } }) => ({ key, name, query }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

type Of = Pick<FrameworkRow, 'team' | 'id'>;
type Asked<A extends OwnAsk['ask']> = Extract<OwnAsk, { ask: A }>;

/** Keeps a view under a name: a new one, or under the key of one that gets another name or place. `undefined` for no name. */
export function keepView({ team, id }: Of, view: Pick<NamedView, 'name' | 'query'>, key?: string): Asked<'saveRecord'> | undefined {
  const name = view.name.trim().slice(0, LONGEST_NAME).toWellFormed();
  if (name === '') return undefined;
  const record: SavedView = { kind: 'view', framework: id, name, query: view.query };
  return { ask: 'saveRecord', request: newRequest(), team, key: key ?? `view/${newRequest()}`, record };
}

export const dropView = ({ team }: Of, key: string): Asked<'removeRecord'> => ({ ask: 'removeRecord', request: newRequest(), team, key });

/** Takes back what one of the two asked for. */
export const undoView = ({ team, request }: { readonly team: string; readonly request: string }): Asked<'undoOperation'> => ({
  ...{ ask: 'undoOperation', request: newRequest(), team, op: request },
});
