// Snapshot: the rows that the log makes, a page at a time, and from where to pull afterwards.
import type { Operation } from '../../lib/model/operation.ts';
import { Refused } from '../refused.ts';
import type { Queries } from '../store/store.ts';
import { cursorAt } from './cursor.ts';
import { found } from './pull.ts';

export interface CellRow {
  readonly kind: Operation['kind'];
  readonly key: string;
  readonly person: string;
  readonly field: string;
  readonly hlc: string;
  readonly op: string;
  readonly value: string;
}

type Place = Pick<CellRow, 'kind' | 'key' | 'person'>;

/** The rows after a place, whole: a page ends between two of them. */
const PAGE = `SELECT c.kind, c.key, c.person, c.field, c.hlc, c.op, c.value
  FROM (SELECT DISTINCT kind, key, person FROM cell
    WHERE team = $1 AND (kind, key, person) > ($2, $3, $4) ORDER BY kind, key, person LIMIT $5) place
  JOIN cell c ON c.team = $1 AND c.kind = place.kind AND c.key = place.key AND c.person = place.person
  ORDER BY c.kind, c.key, c.person, c.field`;

/** A row as JSON; what is the team's and nobody's own has no person. */
const asJson = (cells: readonly [CellRow, ...CellRow[]]): string => {
  const [{ kind, key, person }] = cells;
  const whose = person === '' ? {} : { person };
  const fields = cells.map(
    ({ field, hlc, op, value }) => `${JSON.stringify(field)}:{"hlc":"${hlc}","op":${JSON.stringify(op)},"value":${value}}`,
  );
  return `${JSON.stringify({ kind, key, ...whose }).slice(0, -1)},"cells":{${fields.join(',')}}}`;
};

type At = readonly [kind: string, key: string, person: string];
const START: At = ['', '', ''];

function placeOf(epoch: string, page: string | undefined): At {
  if (page === undefined) return START;
  const [of, text = ''] = page.split('.');
  if (of !== epoch) throw new Refused('epoch_changed', undefined, { epoch });
  const [kind, key, person, more] = Buffer.from(text, 'base64url').toString('utf8').split('\n');
  // A NUL is in no key, and PostgreSQL takes none.
  if (kind === undefined || key === undefined || person === undefined || more !== undefined || `${kind}${key}${person}`.includes('\0'))
    throw new Refused('bad_request', 'page');
  return [kind, key, person];
}

const pageAt = (epoch: string, { kind, key, person }: Place): string =>
  `${epoch}.${Buffer.from([kind, key, person].join('\n')).toString('base64url')}`;

/** All rows there are, one by one; for exports. */
export async function* rowsOf(q: Queries, team: string, size = 1000): AsyncGenerator<readonly [CellRow, ...CellRow[]]> {
  let at: At = START;
  for (;;) {
    const cells = await q.all<CellRow>(PAGE, [team, ...at, size]);
    const rows = byRow(cells);
    yield* rows;
    const last = cells.at(-1);
    if (!last || rows.length < size) return;
    at = [last.kind, last.key, last.person];
  }
}

const byRow = (cells: readonly CellRow[]): [CellRow, ...CellRow[]][] =>
  [...Map.groupBy(cells, ({ kind, key, person }) => JSON.stringify([kind, key, person])).values()].flatMap(([one, ...more]) =>
    one ? [[one, ...more]] : [],
  );

export interface Taking {
  readonly team: string;
  readonly page: string | undefined;
  readonly limit: number;
}

/** The reply, as JSON text. */
export async function snapshot(q: Queries, { team, page, limit }: Taking, now: number): Promise<string> {
  const row = await found(q, team);
  const after = await cursorAt(q, row, row.head);
  const cells = await q.all<CellRow>(PAGE, [team, ...placeOf(row.epoch, page), limit]);
  const rows = byRow(cells);
  const last = rows.length === limit ? rows.at(-1)?.[0] : undefined;
  const said = { epoch: row.epoch, serverTime: now, head: after, after, ...(last && { page: pageAt(row.epoch, last) }) };
  return `${JSON.stringify(said).slice(0, -1)},"rows":[${rows.map(asJson).join(',')}]}`;
}
