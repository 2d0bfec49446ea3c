// What is learned from work that was done: by the oracles of Against reality and Record, from rows and readings.
import { describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import { guessOf } from '../../lib/impact/believed.ts';
import { classOf } from '../../lib/impact/rank.ts';
import { learn, UNLEARNED } from '../../lib/impact/record.ts';
import { seenMore } from '../../lib/model/facts.ts';
import type { Answer, Tag } from '../../lib/model/tag.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { basisOf } from '../../lib/state/basis.ts';
import { type BacklogRow, pieceRow } from '../../lib/state/ranking.ts';
import { createSlices, stepwise } from '../../lib/state/slices.ts';
import { answerAt, type Finished, finished, NO_RECORD, trackRecord, weeklyOf } from '../../lib/state/track-record.ts';
import { weigh } from '../../lib/state/weighing.ts';

const framework = sampleFramework('2026-11-22');
const basis = basisOf({ team: 'team', framework }, new Map());
const input = 'activation';
const day = (n: number): string => new Date(Date.UTC(2026, 0, 4) + n * 86_400_000).toISOString().slice(0, 10);
const moves = (low: number, high: number, chance = 1): Answer => ({
  ...{ kind: 'effects', effects: [{ input, low, high, chance, text: '' }], framework: framework.id, version: 1 },
});
const tagOf = (n: number, answer: Answer, at: string): Tag => {
  const ticket = `github:a/b#${n}`;
  return { team: 'team', ticket, person: 'me', shown: ticket, title: `T ${n}`, answer, at: `${at}T09:00:00.000Z` };
};
const rowOf = (n: number, answer: Answer, at: string, done?: string): BacklogRow =>
  pieceRow([tagOf(n, answer, at)], basis, new Set([framework.id]), {
    facts: { ticket: `github:a/b#${n}`, ...(done && { state: 'done', done: `${done}T12:00:00.000Z` }) },
  });
const none = async () => [];

/** The oracle's weeks before, up to day 98; the lag and what comes before the first whole week after; then four weeks. */
const BEFORE = [31, 33, 30, 32, 34, 31, 33, 32, 35, 31, 34, 33, 32, 35, 33];
const lag = framework.metrics.find(({ id }) => id === input)?.lag ?? 0;
const DONE = day(99);
/** The first week that begins after day 99 and the lag; h: whole weeks between it and the last one before. */
const first = 15 + lag;
const weeks = Array.from({ length: first + 5 }, (_, i) => ({ date: day(7 * i), value: BEFORE[i] ?? (i > first ? 36 : 34) }));
const readings = new Map([[input, weeks]]);
const today = day(7 * (first + 5));

async function recordOf(done: readonly Finished[], rows: readonly BacklogRow[], at = today, given = readings) {
  return stepwise(trackRecord(done, rows, basis, { readings: given, today: at }), createSlices());
}

describe('what was estimated', () => {
  it('stands as it did when its ticket was done', async () => {
    const [early, late, open] = [
      rowOf(1, moves(2, 5), day(50), DONE),
      rowOf(2, moves(2, 5), day(101), DONE),
      rowOf(3, moves(2, 5), day(50)),
    ];
    expect((await finished([early, late, open], framework.id, none)).map(({ row }) => row)).toEqual([early]);
  });

  it('is what was said before, where it was changed afterwards', async () => {
    const changed = rowOf(2, moves(2, 5), day(101), DONE);
    const op = (answer: Answer, at: string) => ({
      hlc: `${'f'.repeat(12)}${'0'.repeat(20)}`,
      set: { answer, given: `${at}T09:00:00.000Z` },
    });
    const history = async () => [op(moves(0, 1), day(40)), op(moves(1, 3), day(60)), op(moves(2, 5), day(101))];
    const [one] = await finished([changed], framework.id, history);
    expect(one?.effects).toMatchObject([{ low: 1, high: 3 }]);
    expect(answerAt(await history(), `${day(30)}T00:00:00.000Z`)).toBeUndefined();
  });

  it('knows when a ticket was first seen done, until it is opened again', () => {
    const ticket = 'github:a/b#1';
    const open = seenMore(undefined, { ticket, state: 'open' }, 'a');
    const done = seenMore(open, { ticket, state: 'done' }, 'b');
    expect([open.done, done.done]).toEqual([undefined, 'b']);
    expect(seenMore(done, { ticket, title: 'x' }, 'c').done).toBe('b');
    const again = seenMore(done, { ticket, state: 'open' }, 'd');
    expect(again.done).toBeUndefined();
    expect(seenMore(again, { ticket, state: 'done' }, 'e').done).toBe('e');
    expect(seenMore(again, { ticket, state: 'done', done: '2026-01-01T00:00:00Z' }, 'e').done).toBe('2026-01-01T00:00:00Z');
  });
});

describe('weeks', () => {
  it('are the readings of a week, the means of days, and none of months', () => {
    expect(weeklyOf(weeks, today)).toBe(weeks);
    const days = Array.from({ length: 17 }, (_, i) => ({ date: day(i), value: i }));
    // Day 0 is a Sunday; the last week is not over.
    expect(weeklyOf(days, day(16))).toEqual([
      { date: day(0), value: 0 },
      { date: day(7), value: 4 },
      { date: day(14), value: 11 },
    ]);
    expect(
      weeklyOf(
        [0, 30, 61].map((n) => ({ date: day(n), value: 1 })),
        today,
      ),
    ).toBeUndefined();
  });
});

describe('the record', () => {
  it('learns from what came, as the arithmetic has it', async () => {
    const row = rowOf(1, moves(2, 5), day(50), DONE);
    const record = await recordOf(await finished([row], framework.id, none), [row]);
    const [outcome] = record.outcomes;
    if (!outcome) throw new Error('No outcome.');
    // The oracle's newest weight, whatever the weeks ahead.
    expect(outcome.measured.newest).toBeCloseTo(0.18265, 6);
    expect(outcome.measured.expected).toBeCloseTo(33.067037, 6);
    expect(outcome.measured.change).toBeCloseTo(36 - 33.067037, 6);
    const { change: actual, noise } = outcome.measured;
    const [effect] = row.effects;
    if (!effect) throw new Error('No effect.');
    expect(record.learned).toEqual(learn([{ tags: [{ ...guessOf(effect, basis), kin: undefined }], actual, noise }]));
    expect(outcome.promised).toBeCloseTo(3.5, 6);
    expect(outcome.corrected).toBeCloseTo(3.5 * record.learned.level, 6);
    expect(record.hits).toEqual([{ input, n: 1, typed: 1, corrected: 1 }]);
    expect(record.learned.level).toBeGreaterThan(UNLEARNED.level - 0.2);
  });

  it('judges what ships within four weeks together, with the class of that day', async () => {
    const live = [1, 2, 3, 4, 6].map((low, i) => rowOf(10 + i, moves(low, low + 2), day(50)));
    const later = rowOf(20, moves(50, 60), day(120));
    const [a, b] = [rowOf(1, moves(2, 5), day(50), DONE), rowOf(2, moves(1, 2), day(50), day(103))];
    const rows = [...live, later, a, b];
    const longer = new Map([[input, [...weeks, { date: day(7 * (first + 5)), value: 36 }, { date: day(7 * (first + 6)), value: 36 }]]]);
    const record = await recordOf(await finished(rows, framework.id, none), rows, day(7 * (first + 7)), longer);
    expect(record.outcomes.map(({ bundle }) => bundle.tickets)).toEqual([['github:a/b#1', 'github:a/b#2']]);
    const [{ measured } = { measured: { change: 0, noise: 0 } }] = record.outcomes;
    const guesses = [...live, a, b].map(({ effects }) => guessOf(effects[0] ?? { input, low: 0, high: 0, chance: 0 }, basis));
    const kin = classOf(guesses, UNLEARNED.width);
    const tags = guesses.slice(-2).map((guess) => ({ ...guess, kin }));
    expect(record.learned.level).toBeCloseTo(learn([{ tags, actual: measured.change, noise: measured.noise }]).level, 9);
  });

  it('waits until four weeks are over, and learns nothing before', async () => {
    const row = rowOf(1, moves(2, 5), day(50), DONE);
    const done = await finished([row], framework.id, none);
    expect(await recordOf(done, [row], day(7 * (first + 3)))).toEqual({ ...NO_RECORD, open: 1 });
    expect(await recordOf(done, [row], today, new Map())).toEqual({ ...NO_RECORD, open: 1 });
  });

  it('changes what the open work is believed to bring', async () => {
    const open = rowOf(5, moves(2, 5), day(50));
    await weigh([open], basis, createSlices());
    const before = open.gain;
    const row = rowOf(1, moves(20, 30), day(50), DONE);
    const { learned } = await recordOf(await finished([row], framework.id, none), [row]);
    await weigh([open], basis, createSlices(), learned);
    expect(learned.level).toBeLessThan(UNLEARNED.level);
    expect(open.gain / before).toBeCloseTo(learned.level / UNLEARNED.level, 9);
  });
});
