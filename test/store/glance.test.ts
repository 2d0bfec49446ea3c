// The row the popup is drawn from: never behind what is stored, whatever was done; and all that the popup reads.
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Framework } from '../../lib/model/framework.ts';
import type { Dated, Metric } from '../../lib/model/metric.ts';
import { badgeOf } from '../../lib/requests/badge.ts';
import { importReadings, undoImport } from '../../lib/requests/readings.ts';
import { loadSample, removeSample } from '../../lib/requests/sample.ts';
import { undoOperation } from '../../lib/requests/tags.ts';
import { loadStatus, type MetricStatus } from '../../lib/state/status.ts';
import { loadPopup } from '../../lib/state/tab.ts';
import type { Glance } from '../../lib/store/glance.ts';
import { dateOf, type Series } from '../../lib/store/series.ts';
import { atAGlance, frameworks } from '../../lib/store/read.ts';
import { FRAMEWORK } from '../messages/examples.ts';
import { addFramework, saveOf, speakEnglish, TEAM, TICKET } from '../requests/stage.ts';
import { freshStore, readingDeed, request, type Store, tagDeed } from './open.ts';

const DAY_MS = 86_400_000;
/** Days go over into another decade: blocks of packed values end there. */
const START = Date.parse('2029-12-01');
const day = (n: number): string => new Date(START + n * DAY_MS).toISOString().slice(0, 10);
const PACKS = IDBKeyRange.bound(['series'], ['series', []]);
const GLANCES = IDBKeyRange.bound(['glance'], ['glance', []]);

const kept = async ({ db }: Store): Promise<Glance[]> => (await db.getAll('meta', GLANCES)) as Glance[];

/** The same from everything that is stored, with the rows taken away. */
async function recomputed(store: Store): Promise<readonly Glance[]> {
  const [keys, rows] = await Promise.all([store.db.getAllKeys('meta', GLANCES), kept(store)]);
  await store.db.delete('meta', GLANCES);
  const { glances } = await atAGlance(store.db);
  for (const [i, key] of keys.entries()) await store.db.put('meta', rows[i], key);
  return glances;
}

/** What the packed values have to be: those of the readings of each metric a row tells of, and of no other. */
async function expectPacked({ db }: Store): Promise<void> {
  const rows = await db.getAll('readings');
  const told = (await db.getAll('meta', GLANCES)) as Glance[];
  const packs = await db.getAllKeys('meta', PACKS);
  const values = (await db.getAll('meta', PACKS)) as Series[];
  const unpacked = packs.flatMap(([, team, framework, metric], i) =>
    Array.from(values[i]?.days ?? [], (at, n) => [team, framework, metric, dateOf(at), values[i]?.values[n]]),
  );
  const wanted = rows.filter(({ team, framework, metric }) =>
    told.some((one) => one.team === team && one.framework.id === framework && Object.hasOwn(one.courses, metric)),
  );
  expect(unpacked).toEqual(wanted.map(({ team, framework, metric, date, value }) => [team, framework, metric, date, value]));
}

/** Without the list of readings, of which the popup keeps the newest only, and of the last of them what is shown. */
const said = (status: MetricStatus): unknown =>
  JSON.parse(
    JSON.stringify({ ...status, readings: [] }, (key, part) => (key === 'last' && part ? { date: part.date, value: part.value } : part)),
  );

async function expectAgreement(store: Store, today: string): Promise<void> {
  expect(await kept(store)).toEqual(await recomputed(store));
  for (const row of await frameworks(store.db)) {
    const [popup, fresh] = [await loadPopup(store.db, {}, today, row.id), await loadStatus(store.db, row.id, today)];
    expect([popup.status?.northStar, ...(popup.status?.inputs ?? [])].map((one) => one && said(one))).toEqual(
      [fresh?.northStar, ...(fresh?.inputs ?? [])].map((one) => one && said(one)),
    );
  }
}

let store: Store;
beforeAll(speakEnglish);
beforeEach(async () => {
  store = await freshStore();
});
afterEach(() => vi.restoreAllMocks());

const IDS = ['teams', 'activation', 'constructor', 'gone'] as const;
const dated = fc.option(fc.record({ value: fc.integer({ min: 0, max: 50 }), date: fc.integer({ min: 0, max: 60 }).map(day) }), {
  nil: undefined,
});
const metric = (id: string): fc.Arbitrary<Metric> =>
  fc
    .record({ baseline: dated, target: dated, direction: fc.constantFrom('up' as const, 'down' as const), input: fc.boolean() })
    .map(({ baseline, target, direction, input }) => ({
      ...{ id, name: id, kind: 'count', unit: '', direction },
      role: id === 'teams' ? ('north-star' as const) : input ? ('input' as const) : ('guardrail' as const),
      ...(baseline && { baseline }),
      ...(target && { target }),
    }));
const framework: fc.Arbitrary<Framework> = fc
  .tuple(fc.constantFrom('planner', 'other'), metric('teams'), fc.subarray([...IDS].slice(1)))
  .chain(([id, northStar, inputs]) =>
    fc.tuple(...inputs.map(metric)).map((others) => ({ ...FRAMEWORK, id, metrics: [northStar, ...others] as Metric[] })),
  );
const place = fc.record({
  framework: fc.constantFrom('planner', 'other', 'nobody'),
  metric: fc.constantFrom(...IDS),
  date: fc.integer({ min: 0, max: 60 }).map(day),
});
const value = fc.integer({ min: 0, max: 50 });

type Step = (store: Store, done: string[]) => Promise<unknown>;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(place, value).map(
      ([at, read]): Step =>
        ({ writer }, done) =>
          log(writer, at, read, done),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(place, fc.array(value, { minLength: 10, maxLength: 40 })).map(
      ([at, values]): Step =>
        async ({ db, writer }, done) => {
          const of = request();
          done.push(`${of}-0`);
          const readings = values.map((read, i) => ({ metric: at.metric, date: day(i), value: read, origin: 'a.csv:1' }));
          await importReadings(db, writer, { request: of, team: TEAM, framework: at.framework, readings });
          if (values.length % 4 === 0) await undoImport(db, writer, { request: request(), team: TEAM, of });
        },
    ),
  },
  {
    weight: 3,
    arbitrary: framework.map(
      (made): Step =>
        (where) =>
          addFramework(where, made),
    ),
  },
  {
    // One goal or role changed, and nothing else: what an editor does.
    weight: 3,
    arbitrary: fc.tuple(place, metric('teams'), fc.constantFrom('baseline', 'target', 'role')).map(
      ([at, other, part]): Step =>
        async (where) => {
          const known = (await frameworks(where.db)).find(({ id }) => id === at.framework)?.framework;
          if (!known || (part === 'role' && at.metric === 'teams')) return;
          const role = other.target ? ('input' as const) : ('guardrail' as const);
          const turned = (one: Metric): Metric => ({ ...one, ...(part === 'role' ? { role } : { [part]: other[part as 'target'] }) });
          await addFramework(where, { ...known, metrics: known.metrics.map((one) => (one.id === at.metric ? turned(one) : one)) });
        },
    ),
  },
  {
    weight: 1,
    arbitrary: place.map(
      (at): Step =>
        ({ writer }) =>
          writer.write([{ request: request(), team: TEAM, kind: 'framework', key: at.framework, set: { deleted: true } }]),
    ),
  },
  {
    weight: 2,
    arbitrary: place.map(
      (at): Step =>
        ({ writer }) =>
          writer.write([{ ...readingDeed(`${at.framework}/${at.metric}/${at.date}`, 0, { team: TEAM }), set: { deleted: true } }]),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.nat().map(
      (n): Step =>
        ({ db, writer }, done) =>
          undoOperation(db, writer, { request: request(), team: TEAM, op: done[n % Math.max(1, done.length)] ?? 'nothing-1' }),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>(({ writer }) => writer.write([tagDeed()])) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>(
      ({ writer }) => writer.forgetTeam(TEAM),
      ({ writer }) => writer.mend(),
    ),
  },
);

async function log(writer: Store['writer'], at: { framework: string; metric: string; date: string }, read: number, done: string[]) {
  const deed = readingDeed(`${at.framework}/${at.metric}/${at.date}`, read, { team: TEAM });
  done.push(deed.request);
  await writer.write([deed]);
}

describe('the row', () => {
  it('is what everything stored would give, after any sequence of operations, on any day', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), fc.integer({ min: -2, max: 70 }), async (steps, today) => {
        store = await freshStore();
        const done: string[] = [];
        await addFramework(store, { metrics: FRAMEWORK.metrics });
        for (const one of steps) {
          await one(store, done);
          expect(await kept(store)).toEqual(await recomputed(store));
          await expectPacked(store);
        }
        await expectAgreement(store, day(today));
      }),
      { numRuns: 150 },
    );
  });

  it('comes and goes with the sample', async () => {
    await loadSample(store.writer, '2026-11-22');
    expect(await kept(store)).toHaveLength(1);
    await expectAgreement(store, '2026-11-22');
    await removeSample(store.writer);
    expect(await kept(store)).toEqual([]);
  });

  it.each([
    ['baseline', { baseline: { value: 20, date: '2026-10-01' } }],
    ['target', { target: { value: 50, date: '2027-01-31' } }],
    ['role', { role: 'guardrail' }],
  ] as const)('follows a change of nothing but the %s', async (_, more) => {
    await loadSample(store.writer, '2026-11-22');
    const [known] = await frameworks(store.db);
    if (!known) throw new Error('no sample');
    const metrics = known.framework.metrics.map((one) => (one.id === 'activation' ? { ...one, ...more } : one));
    await addFramework(store, { ...known.framework, metrics }, known.team);
    await expectAgreement(store, '2026-11-22');
  });

  it('holds no more however many readings there are, and knows the noise of all of them', async () => {
    await addFramework(store);
    const sizes: number[] = [];
    for (const from of [0, 400]) {
      const all = Array.from({ length: 400 }, (_, i) =>
        readingDeed(`planner/activation/${day(from + i - 800)}`, 30 + (i % 7), { team: TEAM }),
      );
      await store.writer.write(all);
      sizes.push(JSON.stringify(await kept(store)).length);
      await expectAgreement(store, day(0));
    }
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) * 1.02);
  });

  it('tells of any day, also of one before many of the readings', async () => {
    await addFramework(store);
    await store.writer.write(
      Array.from({ length: 60 }, (_, i) => readingDeed(`planner/activation/${day(i)}`, 30 + (i % 5), { team: TEAM })),
    );
    for (const today of [-1, 0, 20, 44, 51, 52, 58, 59, 70]) await expectAgreement(store, day(today));
  });

  it('is made where it is missing or of another shape, and read round until then', async () => {
    await loadSample(store.writer, '2026-11-22');
    const [right] = await kept(store);
    const key = ['glance', right?.team ?? '', right?.framework.id ?? ''] as ['glance', string, string];
    for (const wrong of [undefined, { ...right, shape: 0, courses: {} }]) {
      if (wrong) await store.db.put('meta', wrong, key);
      else await store.db.delete('meta', GLANCES);
      expect((await atAGlance(store.db)).glances).toEqual([right]);
      await store.writer.mend();
      expect(await kept(store)).toEqual([right]);
    }
    await store.db.put('meta', { ...right, shape: 0 }, key);
    await store.writer.write([readingDeed('sample-planner/activation/2026-11-23', 31, { team: 'sample' })]);
    await expectAgreement(store, '2026-11-23');
  });
});

/** Counts the rows that reading hands out. */
function countReads(): () => number {
  let rows = 0;
  for (const method of ['get', 'getAll', 'openCursor'] as const) {
    for (const kind of [IDBObjectStore, IDBIndex]) {
      const original = kind.prototype[method] as (...given: unknown[]) => IDBRequest;
      vi.spyOn(kind.prototype, method).mockImplementation(function (this: unknown, ...given: unknown[]) {
        const asked = original.apply(this, given);
        asked.addEventListener('success', () => {
          rows += Array.isArray(asked.result) ? asked.result.length : asked.result == null ? 0 : 1;
        });
        return asked as never;
      });
    }
  }
  return () => rows;
}

describe('popup and badge', () => {
  it('read as few rows with thousands stored as with none: the row, the tab’s answer, and who one is', { timeout: 60_000 }, async () => {
    await addFramework(store);
    const tab = { url: 'https://github.com/Acme/App/issues/12', title: 'x' };
    const counts: number[][] = [];
    const last = day(0);
    for (const many of [1, 1000]) {
      const { answer, title } = saveOf();
      const tags = Array.from({ length: many }, (_, i) =>
        tagDeed({ answer, seen: { id: `${TICKET}${i}`, title } }, { team: TEAM, key: `github:acme/app#12${i === 0 ? '' : i}` }),
      );
      const readings = Array.from({ length: many }, (_, i) => readingDeed(`planner/activation/${day(-i)}`, i, { team: TEAM }));
      await store.writer.write([...tags, ...readings]);
      const popup = countReads();
      const { status, ticket } = await loadPopup(store.db, tab, last);
      expect(status?.inputs[0]?.last).toEqual<Dated>({ date: last, value: 0 });
      expect(ticket?.question?.tag?.answer).toEqual(answer);
      const inPopup = popup();
      expect(await badgeOf(store.db, TICKET)).toMatchObject({ text: '✓' });
      counts.push([inPopup, popup() - inPopup]);
      vi.restoreAllMocks();
    }
    // One framework: its row, who one is, the answer.
    expect(counts).toEqual([
      [3, 3],
      [3, 3],
    ]);
  });
});
