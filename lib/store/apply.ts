// From operations to the rows they make, within the transaction that stores them.
import { Framework } from '../model/framework.ts';
import { type Alias, homeOf } from '../model/alias.ts';
import { MAIN_FIELD, type Operation } from '../model/operation.ts';
import type { Reading } from '../model/reading.ts';
import { TeamRecord } from '../model/record.ts';
import { whenGiven } from '../sync/clock.ts';
import { type Cells, entityOf, merge } from '../sync/merge.ts';
import type { Tombstone, Write } from './db.ts';
import { keepGlances, type Touched } from './glance.ts';
import { rowsAmong } from './known.ts';

/** Makes or changes the rows operations are about, and what is drawn from them. Whatever carries operations here uses this one way. */
export async function applyAll(tx: Write, made: readonly Operation[]): Promise<void> {
  const aliases = ((await tx.objectStore('meta').get('aliases')) as readonly Alias[] | undefined) ?? [];
  const operations = aliases.length > 0 ? made.map((op) => atHome(aliases, op)) : made;
  const byEntity = [...Map.groupBy(operations, entityOf).values()].flatMap(([first, ...more]) => (first ? [{ first, more }] : []));
  const about = byEntity.map(({ first }) => first);
  const rows = await currentRows(tx, about);
  const stones = await rowsAmong(tx.objectStore('gone'), about.filter((op) => !rows.has(rowKey(op))).map(graveOf), stoneKey);
  const touched = byEntity.map(async ({ first, more }) => {
    const stone = stones.get(JSON.stringify(graveOf(first)));
    return touchedBy(first, await settle(tx, [first, ...more], rows.get(rowKey(first)), stone));
  });
  await keepGlances(tx, (await Promise.all(touched)).flat());
}

/** An answer given at another address of its ticket, as one given at its home. */
function atHome(aliases: readonly Alias[], op: Operation): Operation {
  if (op.kind !== 'tag') return op;
  const seen = op.set['seen'] as { readonly id: string } | null | undefined;
  return { ...op, key: homeOf(aliases, op.key), set: { ...op.set, ...(seen && { seen: { ...seen, id: homeOf(aliases, seen.id) } }) } };
}

function touchedBy({ team, kind, key }: Operation, cells: Cells | undefined): Touched[] {
  if (kind === 'tag' || kind === 'record') return [];
  if (kind === 'framework') return [{ team, framework: key }];
  const [framework, metric, date] = readingKey(key);
  return [{ team, framework, reading: { metric, date, value: cells?.['value']?.value as number | undefined } }];
}

/** Makes, changes or removes the row that operations are about. Gives its cells, `undefined` where there is no row now. */
async function settle(
  tx: Write,
  [op, ...more]: readonly [Operation, ...Operation[]],
  row: { readonly cells: Cells } | undefined,
  stone: Tombstone | undefined,
): Promise<Cells | undefined> {
  const gone = tx.objectStore('gone');
  const cells = [op, ...more].reduce(merge, (row ?? stone)?.cells ?? {});
  // Cells without a row wait with those of rows taken back: others' operations may come in any order.
  if (cells['deleted']?.value === true || cells[MAIN_FIELD[op.kind]]?.value == null) {
    if (row) await removeRow(tx, op);
    const [team, kind, key, person] = graveOf(op);
    await gone.put({ team, kind, key, person, cells });
    return undefined;
  }
  if (stone) await gone.delete(graveOf(op));
  await putRow(tx, op, cells);
  return cells;
}

/** Takes the row away that an operation is about, and what lies in its place, for it to be made anew. */
export async function forgetRow(tx: Write, op: Operation): Promise<void> {
  await removeRow(tx, op);
  await tx.objectStore('gone').delete(graveOf(op));
}

/** What is drawn from rows of which nothing is left. */
export const leaveGlances = (tx: Write, ops: readonly Operation[]): Promise<void> =>
  keepGlances(
    tx,
    ops.flatMap((op) => touchedBy(op, undefined)),
  );

type Grave = [team: string, kind: Operation['kind'], key: string, person: string];
const graveOf = ({ team, kind, key, person }: Operation): Grave => [team, kind, key, kind === 'tag' ? person : ''];
const stoneKey = ({ team, kind, key, person }: Tombstone): Grave => [team, kind, key, person];

/** The rows operations are about, as far as there are any, by `rowKey`: of records under the kind besides, since frameworks have two parts as well. */
async function currentRows(tx: Write, about: readonly Operation[]): Promise<ReadonlyMap<string, { readonly cells: Cells }>> {
  const of = (kind: Operation['kind']): Operation[] => about.filter((op) => op.kind === kind);
  const [tags, frameworks, readings, records] = await Promise.all([
    rowsAmong(tx.objectStore('tags'), of('tag').map(tagKey), ({ team, ticket, person }): TagKey => [team, ticket, person]),
    rowsAmong(tx.objectStore('frameworks'), of('framework').map(frameworkKey), ({ team, id }): FrameworkKey => [team, id]),
    rowsAmong(tx.objectStore('readings'), of('reading').map(fullKey), (row): FullKey => [row.team, row.framework, row.metric, row.date]),
    rowsAmong(tx.objectStore('records'), of('record').map(recordKey), ({ team, key }): RecordKey => [team, key]),
  ]);
  const marked = [...records].map(([key, row]) => [`record${key}`, row] as const);
  return new Map<string, { readonly cells: Cells }>([...tags, ...frameworks, ...readings, ...marked]);
}

type TagKey = [string, string, string];
type FrameworkKey = [string, string];
type FullKey = [string, string, string, string];
type RecordKey = [string, string];
const tagKey = ({ team, key, person }: Operation): TagKey => [team, key, person];
const frameworkKey = ({ team, key }: Operation): FrameworkKey => [team, key];
const recordKey = ({ team, key }: Operation): RecordKey => [team, key];
const fullKey = ({ team, key }: Operation): FullKey => [team, ...readingKey(key)];
/** They differ in length, so that none is taken for another's. */
function rowKey(op: Operation): string {
  if (op.kind === 'record') return `record${JSON.stringify(recordKey(op))}`;
  return JSON.stringify(op.kind === 'tag' ? tagKey(op) : op.kind === 'framework' ? frameworkKey(op) : fullKey(op));
}

async function removeRow(tx: Write, op: Operation): Promise<void> {
  if (op.kind === 'tag') await tx.objectStore('tags').delete([op.team, op.key, op.person]);
  else if (op.kind === 'framework') await tx.objectStore('frameworks').delete([op.team, op.key]);
  else if (op.kind === 'record') await tx.objectStore('records').delete([op.team, op.key]);
  else await tx.objectStore('readings').delete([op.team, ...readingKey(op.key)]);
}

async function putRow(tx: Write, op: Operation, cells: Cells): Promise<void> {
  const value = <T>(field: string): T => cells[field]?.value as T;
  if (op.kind === 'framework') {
    await tx.objectStore('frameworks').put({ team: op.team, id: op.key, framework: Framework.parse(value('framework')), cells });
    return;
  }
  if (op.kind === 'record') {
    const record = TeamRecord.parse(value('record'));
    await tx.objectStore('records').put({ team: op.team, key: op.key, record, at: givenAt(cells, 'record'), cells });
    return;
  }
  if (op.kind === 'reading') {
    const [framework, metric, date] = readingKey(op.key);
    const origin = value('origin') == null ? {} : { origin: value<string>('origin') };
    const read = { value: value<number>('value'), source: value<Reading['source']>('source'), ...origin };
    await tx.objectStore('readings').put({ team: op.team, framework, metric, date, ...read, at: givenAt(cells, 'value'), cells });
    return;
  }
  const seen = value<{ id: string; title: string } | undefined>('seen');
  const given = Object.fromEntries(['note', 'effort', 'evidence'].flatMap((f) => (value(f) == null ? [] : [[f, value(f)]])));
  await tx.objectStore('tags').put({
    team: op.team,
    ticket: op.key,
    person: op.person,
    shown: seen?.id ?? op.key,
    title: seen?.title ?? '',
    answer: value('answer'),
    ...given,
    at: givenAt(cells, 'answer'),
    cells,
  });
}

/** When a field was given, ISO. A row's age is its answer's age: a note added later does not make an old estimate fresh. */
function givenAt(cells: Cells, field: string): string {
  const cell = cells[field];
  const given = cells['given'];
  // A day said of another value says nothing of this one.
  return whenGiven(cell?.hlc ?? '0', given?.op === cell?.op ? given?.value : undefined);
}

/** A reading's key in three parts; metric and date never hold a slash, a framework's id might. */
function readingKey(key: string): [string, string, string] {
  const [date = '', metric = '', ...framework] = key.split('/').reverse();
  return [framework.reverse().join('/'), metric, date];
}
