// Importing readings in chunks, once however often it is sent, and taking an import back.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { originOf, readOrigin } from '../../lib/model/origin.ts';
import { logReading } from '../../lib/requests/framework.ts';
import { type ImportChunk, importReadings, undoImport } from '../../lib/requests/readings.ts';
import { importsOf } from '../../lib/store/imports.ts';
import { dump, freshStore, request, type Store } from '../store/open.ts';
import { addFramework, TEAM } from './stage.ts';

let store: Store;
beforeEach(async () => {
  vi.restoreAllMocks();
  store = await freshStore();
  await addFramework(store);
});

const DAYS = ['2026-11-08', '2026-11-15', '2026-11-22'];
const chunk = (values: readonly number[], more: Partial<ImportChunk> = {}): ImportChunk => ({
  ...{ request: 'import-0-0', team: TEAM, framework: 'planner' },
  readings: values.map((value, i) => ({ metric: 'teams', date: DAYS[i] ?? '', value, origin: originOf('weekly.csv', i + 2) })),
  ...more,
});
const put = (values: readonly number[], more: Partial<ImportChunk> = {}) => importReadings(store.db, store.writer, chunk(values, more));
const takeBack = (of: string, name = request(), team = TEAM) => undoImport(store.db, store.writer, { request: name, team, of });
const type = (value: number, date = DAYS[2] ?? '') =>
  logReading(store.writer, {
    request: request(),
    team: TEAM,
    reading: { framework: 'planner', metric: 'teams', date, value, source: 'typed' },
  });
const rows = async () =>
  (await store.db.getAll('readings')).map(({ date, value, source, origin }) =>
    [date, value, source, origin].filter((part) => part !== undefined),
  );

describe('an import', () => {
  it('keeps with each value where it came from', async () => {
    expect(await put([1, 2])).toBe(2);
    expect(await rows()).toEqual([
      ['2026-11-08', 1, 'import', 'weekly.csv:2'],
      ['2026-11-15', 2, 'import', 'weekly.csv:3'],
    ]);
  });

  it('stores nothing a second time, under the same name or another', async () => {
    await put([1, 2]);
    const before = await dump(store.db);
    expect(await put([1, 2])).toBe(0);
    expect(await put([1, 2], { request: 'import-1-0' })).toBe(0);
    expect(await dump(store.db)).toEqual(before);
  });

  it('stores what differs, beside what was typed and is the same', async () => {
    await type(3);
    expect(await put([1, 2, 3])).toBe(2);
    expect((await rows())[2]).toEqual(['2026-11-22', 3, 'typed']);
  });

  it('is found whole by its name when it was sent twice at once', async () => {
    await Promise.all([put([1, 2, 3]), put([1, 2, 3])]);
    expect(await store.db.getAllKeys('ops', IDBKeyRange.bound('import-0-0-', 'import-0-0-\uffff'))).toEqual([
      'import-0-0-0',
      'import-0-0-1',
      'import-0-0-2',
    ]);
  });

  it('is refused whole where the framework or a metric is not there', async () => {
    const before = await dump(store.db);
    expect(await put([1], { framework: 'gone' })).toBeUndefined();
    expect(await put([1], { team: 't-2' })).toBeUndefined();
    const [reading] = chunk([1]).readings;
    expect(
      await importReadings(store.db, store.writer, chunk([1, 2], { readings: [...chunk([1]).readings, { ...reading!, metric: 'gone' }] })),
    ).toBeUndefined();
    expect(await dump(store.db)).toEqual(before);
  });

  it('is stored whole or not at all', async () => {
    const before = await dump(store.db);
    const original = IDBObjectStore.prototype.put;
    let count = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (this.name === 'readings' && ++count === 2) this.transaction.abort();
      return original.apply(this, given);
    });
    await expect(put([1, 2, 3])).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await dump(store.db)).toEqual(before);
    expect(await put([1, 2, 3])).toBe(3);
  });

  it('leaves every value it corrects in the history, and a correction of it there too', async () => {
    await type(1);
    await put([0, 0, 2]);
    await type(4);
    const all = await store.db.getAllFromIndex(
      'ops',
      'entity',
      IDBKeyRange.bound([TEAM, 'reading', 'planner/teams/2026-11-22'], [TEAM, 'reading', 'planner/teams/2026-11-22', []]),
    );
    expect(all.map(({ set }) => [set['value'], set['source'], set['origin'] ?? null])).toEqual([
      [1, 'typed', null],
      [2, 'import', 'weekly.csv:4'],
      [4, 'typed', null],
    ]);
    // The row of the file says nothing about what was typed after it.
    expect((await rows())[2]).toEqual(['2026-11-22', 4, 'typed']);
  });
});

describe('taking an import back', () => {
  it('brings back what was there, with its source, and takes away what was not', async () => {
    await type(1, DAYS[0]);
    await put([7], { request: 'earlier-0' });
    await put([2, 2, 2]);
    expect(await takeBack('import-0-0')).toBe(3);
    expect(await rows()).toEqual([['2026-11-08', 7, 'import', 'weekly.csv:2']]);
  });

  it('leaves alone what was changed since', async () => {
    await put([1, 2, 3]);
    await type(9, DAYS[1]);
    expect(await takeBack('import-0-0')).toBe(2);
    expect(await rows()).toEqual([['2026-11-15', 9, 'typed']]);
  });

  it('does nothing twice, and can be followed by the same import', async () => {
    await put([1, 2]);
    await takeBack('import-0-0', 'undo-name');
    const before = await dump(store.db);
    await takeBack('import-0-0', 'undo-name');
    expect(await takeBack('import-0-0')).toBe(0);
    expect(await dump(store.db)).toEqual(before);
    expect(await put([1, 2], { request: 'import-2-0' })).toBe(2);
    expect(await rows()).toHaveLength(2);
  });

  it('is of this import, this team, and readings only', async () => {
    await put([1], { request: 'import-1' });
    await put([1, 2], { request: 'import-10' });
    const before = await rows();
    expect(await takeBack('import-1', request(), 't-2')).toBe(0);
    expect(await takeBack('request')).toBe(0);
    expect(await rows()).toEqual(before);
    expect(await takeBack('import-10')).toBe(1);
    expect(await rows()).toEqual([['2026-11-08', 1, 'import', 'weekly.csv:2']]);
  });
});

describe('earlier imports', () => {
  const list = () => importsOf(store.db, TEAM, 'planner', 10);

  it('are listed with their file and size, the newest first, a chunk being no import by itself', async () => {
    await put([1, 2], { request: 'first-one-0', part: 'first-one' });
    await put([1, 2, 3], { request: 'first-one-1', part: 'first-one' });
    store.clock.now += 60_000;
    await put([7], {
      request: 'pasted-one-0',
      part: 'pasted-one',
      readings: [{ metric: 'teams', date: '2026-01-01', value: 7, origin: ':2' }],
    });
    expect(await list()).toMatchObject([
      { id: 'pasted-one', file: '', rows: 1, open: ['pasted-one-0'], undoable: true, at: '2026-11-22T10:01:00.000Z' },
      { id: 'first-one', file: 'weekly.csv', rows: 3, open: ['first-one-0', 'first-one-1'], undoable: true },
    ]);
    expect(await importsOf(store.db, TEAM, 'planner', 1)).toHaveLength(1);
    expect(await importsOf(store.db, TEAM, 'other', 10)).toEqual([]);
  });

  it('are not listed where they stored nothing, or twice where they were sent twice', async () => {
    await Promise.all([put([1, 2]), put([1, 2])]);
    await put([1, 2], { request: 'import-1-0' });
    expect(await list()).toMatchObject([{ id: 'import-0-0', rows: 2 }]);
  });

  it('tell what is left to take back, and what was changed since', async () => {
    await put([1, 2, 3]);
    await type(9, DAYS[1]);
    expect(await list()).toMatchObject([{ undoable: true, left: 0 }]);
    await takeBack('import-0-0');
    expect(await list()).toMatchObject([{ undoable: false, open: [], left: 1, rows: 3 }]);
    expect(await rows()).toEqual([['2026-11-15', 9, 'typed']]);
  });

  it('have no way back where every reading was changed since', async () => {
    await put([1]);
    await type(9, DAYS[0]);
    expect(await list()).toMatchObject([{ undoable: false, open: ['import-0-0'] }]);
  });

  it('go with what they stored where that is refused, and with their team', async () => {
    const original = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (Array.isArray(given[1]) && given[1][0] === 'import') this.transaction.abort();
      return original.apply(this, given);
    });
    await expect(put([1])).rejects.toThrow();
    vi.restoreAllMocks();
    expect([await list(), await rows()]).toEqual([[], []]);
    await put([1]);
    await store.writer.forgetTeam(TEAM);
    expect(await list()).toEqual([]);
  });
});

describe('an origin', () => {
  it.each([
    ['weekly.csv', 14],
    ['a:b:3.csv', 2],
    ['', 200_001],
    ['__proto__', 1],
  ])('%j, row %d comes back as it was written', (file, row) => expect(readOrigin(originOf(file, row))).toEqual({ file, row }));

  it('fits, whatever a file is called, and is whole text', () => {
    const origin = originOf(`${'x'.repeat(112)}😀${'y'.repeat(300)}`, 200_000);
    expect(origin.length).toBeLessThanOrEqual(120);
    expect(origin.isWellFormed()).toBe(true);
    expect(readOrigin(origin).row).toBe(200_000);
  });

  it('of another form is a name', () => expect(readOrigin('the warehouse')).toEqual({ file: 'the warehouse', row: undefined }));
});
