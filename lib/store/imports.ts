// Which imports there were: a row for each chunk, written by the transaction that stored it, so that an import can be found and
// taken back after the page that made it is gone.
import type { Db, Write } from './db.ts';

export type ImportKey = ['import', team: string, request: string];
/** What every chunk of one import has in common, and how much this one stored. */
export interface ChunkRow {
  readonly team: string;
  /** What was imported; readings where it does not say. */
  readonly kind?: 'answers' | 'records';
  /** Of readings; answers and records may be of several, and say none. */
  readonly framework: string;
  /** The chunk's own name, and its import's. */
  readonly request: string;
  readonly id: string;
  /** Empty for what was pasted. */
  readonly file: string;
  /** ISO. */
  readonly at: string;
  readonly rows: number;
  /** How many rows went back to what they were; absent while it was not taken back. */
  readonly back?: number;
}

/** One import of a framework. */
export interface Imported {
  readonly id: string;
  readonly team: string;
  /** `entries`: answers with decisions, budgets or views, or these alone. */
  readonly kind: 'readings' | 'answers' | 'entries';
  readonly file: string;
  readonly at: string;
  readonly rows: number;
  /** Of those taken back: how many were changed since and stayed. */
  readonly left: number;
  /** Chunks that were not taken back, in the order they were stored. */
  readonly open: readonly string[];
  /** Whether anything is left of it that could go back; of a very large one it is taken for granted. */
  readonly undoable: boolean;
}

/** Chunks that are looked into for something to take back. */
const LOOKED_INTO = 20;

const keyOf = ({ team, request }: Pick<ChunkRow, 'team' | 'request'>): ImportKey => ['import', team, request];
export const importsUnder = (team: string): IDBKeyRange => IDBKeyRange.bound(['import', team], ['import', team, []]);
/** The operations of a chunk are named after it and counted. */
export const operationsOf = (request: string): IDBKeyRange => IDBKeyRange.bound(`${request}-`, `${request}-\uffff`);

export const noteChunk = async (tx: Write, row: ChunkRow): Promise<void> => void (await tx.objectStore('meta').put(row, keyOf(row)));

/** Notes that a chunk was taken back; of one that nobody noted, nothing. */
export async function noteBack(tx: Write, of: Pick<ChunkRow, 'team' | 'request'>, back: number): Promise<void> {
  const meta = tx.objectStore('meta');
  const row = (await meta.get(keyOf(of))) as ChunkRow | undefined;
  if (row) await meta.put({ ...row, back: (row.back ?? 0) + back }, keyOf(row));
}

/** Whether a value that a chunk stored is still the one that is shown. */
async function stands(db: Db, { team, request }: ChunkRow): Promise<boolean> {
  const tx = db.transaction(['ops', 'readings', 'tags', 'records']);
  const readings = tx.objectStore('readings');
  for (const { op, kind, key, person, set } of await tx.objectStore('ops').getAll(operationsOf(request))) {
    if (kind === 'tag') {
      const tag = await tx.objectStore('tags').get([team, key, person]);
      if (tag && Object.keys(set).some((field) => field !== 'given' && set[field] !== null && tag.cells[field]?.op === op)) return true;
      continue;
    }
    if (kind === 'record') {
      if ((await tx.objectStore('records').get([team, key]))?.cells['record']?.op === op) return true;
      continue;
    }
    const [date = '', metric = '', ...framework] = key.split('/').toReversed();
    const row = await readings.get([team, framework.toReversed().join('/'), metric, date]);
    if (row?.cells['value']?.op === op) return true;
  }
  return false;
}

async function anyStands(db: Db, open: readonly ChunkRow[]): Promise<boolean> {
  for (const chunk of open.slice(0, LOOKED_INTO)) if (await stands(db, chunk)) return true;
  return open.length > LOOKED_INTO;
}

const kindOf = (own: readonly ChunkRow[]): Imported['kind'] =>
  own.some(({ kind }) => kind === 'records') ? 'entries' : own[0]?.kind === 'answers' ? 'answers' : 'readings';

/** The newest imports of a framework, and of answers into its team, the newest first. */
export async function importsOf(db: Db, team: string, framework: string, most: number): Promise<Imported[]> {
  const rows = ((await db.getAll('meta', importsUnder(team))) as ChunkRow[]).filter(
    (row) => row.kind !== undefined || row.framework === framework,
  );
  const imports = [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => own.toSorted((a, b) => (a.at < b.at ? -1 : 1)));
  const newest = imports.toSorted(([a], [b]) => ((a?.at ?? '') < (b?.at ?? '') ? 1 : -1)).slice(0, most);
  return Promise.all(
    newest.flatMap(([first, ...more]) => {
      if (!first) return [];
      const own = [first, ...more];
      const open = own.filter(({ back }) => back === undefined);
      const sum = (of: (row: ChunkRow) => number): number => own.reduce((all, row) => all + of(row), 0);
      return [
        (async () => ({
          ...{ id: first.id, team, kind: kindOf(own), file: first.file, at: first.at },
          ...{ rows: sum((row) => row.rows), open: open.map(({ request }) => request) },
          left: sum(({ rows: stored, back = stored }) => stored - back),
          undoable: await anyStands(db, open),
        }))(),
      ];
    }),
  );
}
