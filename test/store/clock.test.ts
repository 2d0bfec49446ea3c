// Who this device is, how it counts and how it tells the time; and a repeated request, which changes nothing.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Operation } from '../../lib/model/operation.ts';
import { millisOf } from '../../lib/sync/clock.ts';
import { dump, freshStore, moves, other, readingDeed, START, type Store, tagDeed, TICKET } from './open.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

describe('identity', () => {
  it('is made once and stays', async () => {
    const { writer, db } = store;
    const [one, two] = await Promise.all([writer.identity(), writer.identity()]);
    expect(two).toEqual(one);
    await writer.write([tagDeed()]);
    await writer.forgetTeam(one.team);
    expect(await writer.identity()).toEqual(one);
    expect(await db.get('meta', 'identity')).toEqual(one);
    expect(one).toEqual({
      device: expect.stringMatching(/^[0-9a-f]{16}$/),
      person: expect.stringMatching(/^p-[0-9a-f]{16}$/),
      team: expect.stringMatching(/^t-[0-9a-f]{16}$/),
    });
  });

  it('is another on another device', async () => {
    const one = await store.writer.identity();
    const two = await (await freshStore()).writer.identity();
    for (const part of ['device', 'person', 'team'] as const) expect(two[part]).not.toBe(one[part]);
  });

  it('stands in every operation; the team only where the deed names none', async () => {
    const who = await store.writer.identity();
    const { team: _, ...mine } = tagDeed();
    const operations = await store.writer.write([mine, tagDeed({}, { key: 'github:acme/app#13' })]);
    expect(operations.map(({ device, person, team }) => [device, person, team])).toEqual([
      [who.device, who.person, who.team],
      [who.device, who.person, 't-1'],
    ]);
    for (const operation of operations) expect(() => Operation.parse(operation)).not.toThrow();
  });
});

describe('number and clock', () => {
  it('count up without a gap and never run back, whatever the wall clock does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: -1e8, max: 1e8 }), fc.integer({ min: 1, max: 3 })), { maxLength: 12 }),
        async (turns) => {
          const { db, writer, clock } = await freshStore();
          for (const [skew, deeds] of turns) {
            clock.now += skew;
            await writer.write(Array.from({ length: deeds }, () => tagDeed()));
          }
          const { device } = await writer.identity();
          const ops = await db.getAllFromIndex('ops', 'device', IDBKeyRange.bound([device], [device, []]));
          expect(ops.map(({ n }) => n)).toEqual(ops.map((_, i) => i + 1));
          const clocks = ops.map(({ hlc }) => hlc);
          expect(clocks).toEqual(clocks.toSorted());
          expect(new Set(clocks).size).toBe(clocks.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('go on where they were after a restart, even with the wall clock set back', async () => {
    const { db, clock, writer } = store;
    await writer.write([tagDeed()]);
    clock.now = START - 1_000_000;
    const [operation] = await writer.write([tagDeed()]);
    expect(operation?.n).toBe(2);
    expect(millisOf(operation?.hlc ?? '')).toBe(START);
    expect(await db.get('meta', 'clock')).toEqual({ hlc: operation?.hlc, n: 2 });
  });

  it('are given one by one when several writes come at once', async () => {
    const written = await Promise.all(Array.from({ length: 20 }, () => store.writer.write([tagDeed()])));
    expect(
      written
        .flat()
        .map(({ n }) => n)
        .toSorted((a, b) => a - b),
    ).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('do not jump to the time a deed says it happened at', async () => {
    const at = START - 30 * 86_400_000;
    const [operation] = await store.writer.write([tagDeed({}, { at })]);
    expect(millisOf(operation?.hlc ?? '')).toBe(START);
    expect((await dump(store.db)).tags).toMatchObject([{ at: new Date(at).toISOString() }]);
  });
});

describe('a repeated request', () => {
  it('changes nothing and gives the operation that is known', async () => {
    const { db, writer, clock } = store;
    const deeds = [tagDeed({ note: 'n' }), readingDeed('f/activation/2026-11-22', 3)];
    const first = await writer.write(deeds);
    const before = await dump(db);
    clock.now += 5000;
    expect(await writer.write(deeds)).toEqual(first);
    expect(await dump(db)).toEqual(before);
  });

  it('changes nothing when both come at the same time', async () => {
    const deed = tagDeed();
    const [[one], [two]] = await Promise.all([store.writer.write([deed]), store.writer.write([deed])]);
    expect(two).toEqual(one);
    expect(await store.db.count('ops')).toBe(1);
  });

  it('does not bring an old answer back over a newer one', async () => {
    const old = tagDeed({ answer: moves(1, 2) });
    await store.writer.write([old]);
    await store.writer.write([tagDeed({ answer: other() })]);
    await store.writer.write([old]);
    expect((await dump(store.db)).tags).toMatchObject([{ answer: other() }]);
  });

  it('drops the draft all the same', async () => {
    const deed = tagDeed();
    await store.writer.write([deed]);
    await store.writer.keepDraft(TICKET, 'typed');
    await store.writer.write([deed], { dropDraft: TICKET.toUpperCase() });
    expect(await store.db.count('drafts')).toBe(0);
  });
});
