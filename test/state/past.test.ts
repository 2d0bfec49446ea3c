// The versions that answers were given under: found among all that was stored, priced at today's readings.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Framework } from '../../lib/model/framework.ts';
import type { Metric } from '../../lib/model/metric.ts';
import type { Answer } from '../../lib/model/tag.ts';
import { logReading, saveFramework } from '../../lib/requests/framework.ts';
import { undoOperation } from '../../lib/requests/tags.ts';
import { basisOf, loadBasis } from '../../lib/state/basis.ts';
import { loadPast, shiftOf } from '../../lib/state/past.ts';
import { versionAt } from '../../lib/store/versions.ts';
import { freshStore, request, type Store } from '../store/open.ts';

const TODAY = '2026-11-22';
const TEAM = 't-1';
const metric = (id: string, role: Metric['role'], more: Partial<Metric> = {}): Metric => ({
  ...{ id, name: id, role, kind: 'count', unit: '', direction: 'up' },
  ...more,
});
const framework = (name: string, more: Partial<Framework> = {}): Framework => ({
  ...{ id: 'f', name, version: 1, claims: [] },
  metrics: [metric('star', 'north-star'), metric('a', 'input'), metric('b', 'input')],
  formula: 'a * b',
  ...more,
});
const answer = (version: number, id = 'f'): Answer => ({
  kind: 'effects',
  effects: [{ input: 'a', low: 1, high: 3, chance: 1, text: '' }],
  ...{ framework: id, version },
});

let store: Store;
const save = async (one: Framework, name = request()): Promise<string> => {
  store.clock.now += 1000;
  await saveFramework(store.db, store.writer, { request: name, team: TEAM, framework: one });
  return name;
};
const read = (id: string, value: number): Promise<void> =>
  logReading(store.writer, {
    request: request(),
    team: TEAM,
    reading: { framework: 'f', metric: id, date: TODAY, value, source: 'typed' },
  });
const present = async () => {
  const row = await store.db.get('frameworks', [TEAM, 'f']);
  if (!row) throw new Error('no framework');
  return loadBasis(store.db, row, TODAY);
};
beforeEach(async () => {
  store = await freshStore();
});

describe('a version by its number', () => {
  it('is found where it stands, also behind versions taken back', async () => {
    await save(framework('first'));
    const second = await save(framework('second'));
    store.clock.now += 1000;
    await undoOperation(store.db, store.writer, { request: request(), team: TEAM, op: second });
    await save(framework('third'));
    await save(framework('fourth'));
    const names = await Promise.all([1, 2, 3, 4, 5].map(async (one) => (await versionAt(store.db, TEAM, 'f', one))?.framework.name));
    expect(names).toEqual(['first', 'second', 'third', 'fourth', undefined]);
    expect((await versionAt(store.db, TEAM, 'f', 3))?.at).toBe((await versionAt(store.db, TEAM, 'f', 4))!.at - 1000);
    expect(await versionAt(store.db, TEAM, 'g', 1)).toBeUndefined();
  });
});

describe('the versions of answers', () => {
  it('are those of this framework alone, the present one left out', async () => {
    await save(framework('first'));
    await save(framework('second'));
    await save(framework('third'));
    const found = async (...answers: Answer[]): Promise<number[]> => [
      ...(await loadPast(store.db, await present(), answers, TODAY)).keys(),
    ];
    expect(await found(answer(1), answer(2), answer(1), answer(3), answer(9))).toEqual([1, 2]);
    expect(await found(answer(1, 'g'), { kind: 'not-north-star', reason: 'debt', framework: 'f', version: 1 })).toEqual([]);
  });

  it('stand on today’s readings, of what has left the framework too', async () => {
    await save(framework('first'));
    await read('a', 10);
    await read('b', 7);
    await save(framework('second', { metrics: [metric('star', 'north-star'), metric('a', 'input')], formula: 'a * 5' }));
    await read('a', 20);
    const now = await present();
    const past = await loadPast(store.db, now, [answer(1)], TODAY);
    expect(past.get(1)?.ground.inputs.map((input) => input.current)).toEqual([20, 7]);
    expect(shiftOf(answer(1), past, now)).toMatchObject({ before: { mean: 14 }, after: { mean: 10 } });
    const other = basisOf({ team: TEAM, framework: framework('other') }, new Map());
    expect(shiftOf(answer(2), past, other)).toBeUndefined();
  });
});
