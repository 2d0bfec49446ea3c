// What has to be true at the end, worked out without the program: for each field the operation with the highest stamp, and
// after it the highest id.
import type { Operation } from '../../../lib/model/operation.ts';
import type { Cells } from '../../../lib/sync/merge.ts';
import type { Member } from '../../../lib/sync/ports.ts';
import type { Device } from './device.ts';
import type { Kept } from './endpoint.ts';

type Op = Pick<Operation, 'op' | 'hlc' | 'kind' | 'key' | 'person' | 'set'>;
type Table = Record<string, Record<string, string>>;

/** By entity and field: value, stamp and operation. */
export function reduced(ops: readonly Op[]): Table {
  const rows: Table = {};
  for (const { op, hlc, kind, key, person, set } of [...ops].sort((a, b) => (a.hlc + a.op < b.hlc + b.op ? -1 : 1))) {
    const entity = [kind, key, kind === 'tag' ? person : ''].join(' ');
    const row = (rows[entity] ??= {});
    for (const [field, value] of Object.entries(set)) row[field] = JSON.stringify([value, hlc, op]);
  }
  return rows;
}

/** What a device shows, as the team names it: live rows, and those that were taken back. */
async function shownBy(device: Device, { joined, local }: Member): Promise<{ table: Table; live: string[] }> {
  const db = device.raw();
  const name = (person: string): string => (person === local.person ? joined.person : person);
  const [tags, frameworks, readings, records, gone] = await Promise.all([
    ...[db.getAll('tags'), db.getAll('frameworks'), db.getAll('readings'), db.getAll('records'), db.getAll('gone')],
  ] as const);
  const rows: [string, Cells, boolean][] = [
    ...(tags as { ticket: string; person: string; cells: Cells }[]).map((row): [string, Cells, boolean] => [
      `tag ${row.ticket} ${name(row.person)}`,
      row.cells,
      true,
    ]),
    ...(frameworks as { id: string; cells: Cells }[]).map((row): [string, Cells, boolean] => [`framework ${row.id} `, row.cells, true]),
    ...(readings as { framework: string; metric: string; date: string; cells: Cells }[]).map((row): [string, Cells, boolean] => [
      `reading ${row.framework}/${row.metric}/${row.date} `,
      row.cells,
      true,
    ]),
    ...(records as { key: string; cells: Cells }[]).map((row): [string, Cells, boolean] => [`record ${row.key} `, row.cells, true]),
    ...(gone as { kind: string; key: string; person: string; cells: Cells }[]).map((row): [string, Cells, boolean] => [
      `${row.kind} ${row.key} ${row.kind === 'tag' ? name(row.person) : ''}`,
      row.cells,
      false,
    ]),
  ];
  const table: Table = {};
  for (const [entity, cells] of rows) {
    if (entity in table) throw new Error(`${device.name} has ${entity} twice`);
    table[entity] = Object.fromEntries(Object.entries(cells).map(([f, c]) => [f, JSON.stringify([c.value, c.hlc, c.op])]));
  }
  return { table, live: rows.filter(([, , alive]) => alive).map(([entity]) => entity) };
}

const MAIN: Record<string, string> = { tag: 'answer', reading: 'value', framework: 'framework', record: 'record' };

function difference(name: string, expected: Table, found: Table): string[] {
  const faults: string[] = [];
  for (const entity of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const [want, has] = [expected[entity], found[entity]];
    if (!want) faults.push(`${name} has ${entity}, which the team does not`);
    else if (!has) faults.push(`${name} lacks ${entity}`);
    else
      for (const field of new Set([...Object.keys(want), ...Object.keys(has)]))
        if (want[field] !== has[field]) faults.push(`${name}, ${entity}.${field}: ${has[field]} and not ${want[field]}`);
  }
  return faults;
}

/** What is wrong with one device, now that everything has come to rest. */
export async function faultsOf(device: Device, log: readonly Kept[]): Promise<string[]> {
  const faults: string[] = [];
  const db = device.raw();
  const member = (await db.get('meta', 'membership')) as Member | undefined;
  if (!member) return [`${device.name} has not joined`];
  const waiting = await db.count('outbox');
  if (waiting > 0) faults.push(`${device.name} still waits to send ${waiting}`);
  const refused = await db.getAllFromIndex('quarantine', 'way', 'out');
  for (const { code, operation } of refused)
    if (code !== 'stale_base' || (operation as Operation).kind !== 'framework') faults.push(`${device.name}: refused as ${code}`);
  const aside = (await db.getAllFromIndex('quarantine', 'way', 'in')).length;
  if (aside > 0) faults.push(`${device.name} has put ${aside} aside for ever`);
  const inLog = new Map(log.map((op) => [op.op, op]));
  const asideIds = new Set(refused.map(({ operation }) => (operation as Operation).op));
  for (const [id, op] of device.saved) {
    const there = inLog.get(id);
    if (asideIds.has(id)) continue;
    if (!there) {
      if (op.kind !== 'framework' || !(await db.get('ops', id))) faults.push(`${device.name}: ${id} was saved and is lost`);
    } else if (JSON.stringify([there.set, there.key, there.author]) !== JSON.stringify([op.set, op.key, device.person]))
      faults.push(`${device.name}: ${id} is another there`);
  }
  const own = log.filter((op) => op.device === device.name).toSorted((a, b) => a.n - b.n);
  own.forEach((op, i) => {
    const before = own[i - 1];
    if (before && before.hlc >= op.hlc) faults.push(`${device.name}: ${op.op} was done after ${before.op} and is stamped before it`);
  });
  // Versions of a framework that were overtaken after a restore stay as history on the device that made them.
  const local = (await db.getAll('ops')).filter(({ op, kind }) => kind === 'framework' && !inLog.has(op));
  const expected = reduced([...log, ...local]);
  const { table, live } = await shownBy(device, member);
  faults.push(...difference(device.name, expected, table));
  for (const entity of live) {
    const row = expected[entity] ?? {};
    const main = row[MAIN[entity.split(' ')[0] ?? ''] ?? ''];
    if (row['deleted']?.startsWith('[true,') || main === undefined || main.startsWith('[null,'))
      faults.push(`${device.name} shows ${entity}, which was removed`);
  }
  const alive = Object.entries(expected).filter(([entity, row]) => {
    const main = row[MAIN[entity.split(' ')[0] ?? ''] ?? ''];
    return !row['deleted']?.startsWith('[true,') && main !== undefined && !main.startsWith('[null,');
  });
  for (const [entity] of alive) if (!live.includes(entity)) faults.push(`${device.name} does not show ${entity}`);
  return faults;
}

/** What is wrong with a team's log. */
export function logFaults(log: readonly Kept[], team: string, people: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  if (new Set(log.map(({ op }) => op)).size !== log.length) faults.push(`${team} has an operation twice`);
  for (const { op, author } of log) if (!people.has(author)) faults.push(`${team} has ${op} of ${author}, who is no member`);
  return faults;
}
