// What was done to a day's reading, told from its operations; and values read a few at a time.
import { beforeEach, describe, expect, it } from 'vitest';
import { logReading } from '../../lib/requests/framework.ts';
import { importReadings, undoImport } from '../../lib/requests/readings.ts';
import { readingHistory } from '../../lib/state/reading-history.ts';
import { valuesOf } from '../../lib/store/read.ts';
import { addFramework, TEAM } from '../requests/stage.ts';
import { freshStore, request, START, type Store } from '../store/open.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
  await addFramework(store);
});
const log = (value: number, date = '2026-11-22', metric = 'teams') =>
  logReading(store.writer, { request: request(), team: TEAM, reading: { framework: 'planner', metric, date, value, source: 'typed' } });
const put = (value: number, date = '2026-11-22') =>
  importReadings(store.db, store.writer, {
    ...{ request: 'import-0', team: TEAM, framework: 'planner' },
    readings: [{ metric: 'teams', date, value, origin: 'weekly.csv:2' }],
  });
const history = async (since = '2026-01-01') => readingHistory(store.db, { team: TEAM, framework: 'planner', metric: 'teams' }, since);

describe('the history of a reading', () => {
  it('tells each correction, newest first: from what to what, when, from where', async () => {
    await log(1);
    store.clock.now = START + 60_000;
    await put(2);
    store.clock.now = START + 120_000;
    await undoImport(store.db, store.writer, { request: request(), team: TEAM, of: 'import-0' });
    expect(
      (await history()).get('2026-11-22')?.map(({ at, before, after, source, origin }) => [at - START, before, after, source, origin]),
    ).toEqual([
      [120_000, 2, 1, 'typed', undefined],
      [60_000, 1, 2, 'import', 'weekly.csv:2'],
      [0, undefined, 1, 'typed', undefined],
    ]);
  });

  it('tells that one was taken away and came again', async () => {
    await put(2);
    await undoImport(store.db, store.writer, { request: request(), team: TEAM, of: 'import-0' });
    await log(3);
    expect((await history()).get('2026-11-22')?.map(({ before, after, source }) => [before, after, source])).toEqual([
      [undefined, 3, 'typed'],
      [2, undefined, undefined],
      [undefined, 2, 'import'],
    ]);
  });

  it('is of this metric, of days that were corrected, and from a day on', async () => {
    for (const date of ['2026-11-08', '2026-11-15', '2026-11-22']) for (const value of [1, 2]) await log(value, date);
    await log(1, '2026-11-21');
    for (const value of [1, 2]) await log(value, '2026-11-20', 'activation');
    for (const value of [1, 2]) await log(value, '2026-11-19', 'teams-2');
    expect([...(await history('2026-11-15')).keys()].toSorted()).toEqual(['2026-11-15', '2026-11-22']);
  });
});

describe('values that are stored', () => {
  it('are read by metric and day, however few at a time, and of this framework only', async () => {
    const days = Array.from({ length: 25 }, (_, i) => `2026-10-${String(i + 1).padStart(2, '0')}`);
    for (const [i, date] of days.entries()) await log(i, date);
    await log(5, '2026-10-01', 'activation');
    for (const size of [1, 5, 24, 25, 26, 500]) {
      const read = await valuesOf(
        store.db,
        { team: TEAM, framework: 'planner', metrics: ['teams', 'gone'] },
        new AbortController().signal,
        size,
      );
      expect([...(read.get('teams') ?? [])], `${size}`).toEqual(days.map((date, i) => [date, i]));
      expect([read.get('gone')?.size, read.has('activation')]).toEqual([0, false]);
    }
    await expect(valuesOf(store.db, { team: TEAM, framework: 'planner', metrics: ['teams'] }, AbortSignal.abort())).rejects.toThrow();
  });
});
