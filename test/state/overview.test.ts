// The backlog at a glance: coverage, gaps and the price of other work, against the definitions they are made from.
import { beforeEach, describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import { chanceClosed, smallestSet } from '../../lib/impact/coverage.ts';
import { costOf } from '../../lib/impact/cost.ts';
import { gainOf, inNorthStar } from '../../lib/impact/rank.ts';
import { UNLEARNED } from '../../lib/impact/record.ts';
import { worthOf } from '../../lib/impact/worth.ts';
import type { TicketFacts } from '../../lib/model/facts.ts';
import { quarterBeside, quarterOf } from '../../lib/model/quarter.ts';
import type { Answer, Tag } from '../../lib/model/tag.ts';
import { costAsides, costSentence, gapSentence, setSentence, stalePhrase } from '../../lib/phrases/overview.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { basisOf } from '../../lib/state/basis.ts';
import { type Overview, shareAnswered, survey, type Surveyed } from '../../lib/state/overview.ts';
import { type BacklogRow, pieceRow } from '../../lib/state/ranking.ts';
import { createSlices } from '../../lib/state/slices.ts';
import { weigh } from '../../lib/state/weighing.ts';
import type { ReadingRow } from '../../lib/store/db.ts';

const TODAY = '2026-11-22';
const framework = { ...sampleFramework(TODAY), id: 'mine', sample: false };
const reading = (metric: string, value: number) => [metric, { metric, value } as ReadingRow] as const;
const NOW = new Map([
  reading('weekly-active-teams', 6840),
  reading('activation', 32),
  reading('collaboration', 18.4),
  reading('completion', 64),
]);
const basis = basisOf({ team: 'team', framework }, NOW);
const given = { framework: framework.id, version: 1 };
const effect = (input: string, low: number, high: number, chance = 1) => ({ input, low, high, chance, text: '' });
const moves = (...effects: ReturnType<typeof effect>[]): Answer => ({ kind: 'effects', effects, ...given });
const other = (reason: 'debt' | 'compliance' = 'debt'): Answer => ({ kind: 'not-north-star', reason, ...given });
const row = (n: number, answer: Answer, more: Partial<Tag> = {}, facts: Partial<TicketFacts> = {}): BacklogRow => {
  const ticket = `github:a/b#${n}`;
  const tag: Tag = {
    team: 'team',
    ticket,
    person: 'me',
    shown: ticket,
    title: `Ticket ${n}`,
    answer,
    at: '2026-11-02T00:00:00.000Z',
    ...more,
  };
  return pieceRow([tag], basis, new Set([framework.id]), { facts: { ticket, ...facts } });
};

async function look(rows: readonly BacklogRow[], unanswered: readonly TicketFacts[] = []): Promise<Overview> {
  const beliefs = await weigh(rows, basis, createSlices());
  const steps = survey({ rows, basis, beliefs, unanswered, today: TODAY } satisfies Surveyed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    expect(step.value).toBeLessThan(1);
  }
}
const line = (overview: Overview, id: string) => {
  const found = overview.gaps.find(({ metric }) => metric.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const part = (low: number, high: number, chance = 1) => ({
  chance,
  mean: (low + high) / 2,
  variance: (1.5 * ((high - low) / 2 / 1.2815515655)) ** 2,
});

describe('what a piece of work is worth', () => {
  it('is the corrected gain where inputs weigh by their sensitivities, each effect with its own share', () => {
    const effects = [effect('collaboration', 1, 3, 0.5), effect('activation', -2, -1)];
    const beliefs = { ground: basis, classes: new Map(), learned: UNLEARNED };
    const worth = worthOf(effects, beliefs);
    const parts = [inNorthStar(part(1, 3, 0.5), { low: 50, high: 90 }), inNorthStar(part(-2, -1), { low: 45, high: 75 })];
    const closed = gainOf(parts, UNLEARNED);
    expect(worth?.gain).toBeCloseTo(closed.gain, 6);
    expect(worth?.variance).toBeCloseTo(closed.variance, 4);
    expect(worth?.beliefs.map(({ gain }) => gain)).toEqual(closed.parts.map((gain) => expect.closeTo(gain, 6)));
    expect(worth?.outcomes.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
  it('is not named without effects, or where an input is gone', () => {
    const beliefs = { ground: basis, classes: new Map(), learned: UNLEARNED };
    expect(worthOf([], beliefs)).toBeUndefined();
    expect(worthOf([effect('gone', 1, 2)], beliefs)).toBeUndefined();
  });
});

describe('coverage', () => {
  const seen: TicketFacts = { ticket: 'github:a/b#9', title: 'Open' };
  it('counts open pieces of work, and what nobody answered', async () => {
    const overview = await look(
      [row(1, moves(effect('collaboration', 1, 2))), row(2, other()), row(3, other(), {}, { state: 'done' })],
      [seen],
    );
    expect(overview).toMatchObject({ northStar: 1, other: 1, unanswered: [seen] });
    expect(shareAnswered(overview)).toBeCloseTo(2 / 3, 12);
  });
  it('has no share where nothing is open', async () => expect(shareAnswered(await look([]))).toBeUndefined());
  it('lists inputs that no open work moves', async () => {
    const overview = await look([
      row(1, moves(effect('collaboration', 1, 2))),
      row(2, moves(effect('activation', 1, 2)), {}, { state: 'dropped' }),
    ]);
    expect(overview.idle.map(({ id }) => id)).toEqual(['activation', 'templates', 'completion']);
  });
});

describe('a gap', () => {
  const rows = [row(1, moves(effect('collaboration', 1, 3))), row(2, moves(effect('collaboration', 0.2, 0.6)))];
  it('is closed with the chance of the definition, by what is believed', async () => {
    const { gap, chance, closes, smallest, work } = line(await look(rows), 'collaboration');
    const parts = [part(1, 3), part(0.2, 0.6)];
    expect(gap).toBeCloseTo(2.1, 12);
    expect(chance).toBeCloseTo(chanceClosed(parts, 2.1, UNLEARNED), 9);
    expect(closes.mean).toBeCloseTo(0.8 * 2.4, 9);
    expect(closes.low).toBeLessThan(closes.mean);
    expect(work.map(({ title }) => title)).toEqual(['Ticket 1', 'Ticket 2']);
    const set = smallestSet(
      parts.map((one, i) => ({ ...one, ticket: `github:a/b#${i + 1}` })),
      2.1,
      UNLEARNED,
    );
    expect(smallest).toEqual({ ...set, chance: expect.closeTo(set.chance, 9) });
  });
  it('is not brought closer by what goes the other way', async () => {
    const overview = await look([...rows, row(3, moves(effect('collaboration', -2, -1)))]);
    expect(line(overview, 'collaboration').smallest?.tickets).not.toContain('github:a/b#3');
    expect(line(overview, 'collaboration').work).toHaveLength(3);
  });
  it('has no chance where it is reached, where nothing is measured, and none to close without work', async () => {
    const overview = await look(rows);
    expect(line(overview, 'completion')).toMatchObject({ reached: true, chance: undefined });
    expect(line(overview, 'templates')).toMatchObject({ gap: undefined, chance: undefined });
    expect(line(overview, 'activation')).toMatchObject({ chance: 0, smallest: undefined });
  });
  it('is said with its numbers, and why where there are none', async () => {
    const overview = await look(rows);
    expect(gapSentence(line(overview, 'collaboration'))).toMatch(
      /^Collaboration: a gap of 2\.1.events\. If all open work on it ships, it closes about 1\.9 \(.+ to .+\), and the target is reached with a chance of \d+.%\.$/,
    );
    expect(gapSentence(line(overview, 'completion'))).toBe('Completion is at its target.');
    expect(gapSentence(line(overview, 'templates'))).toContain('no target or no reading');
    expect(gapSentence(line(overview, 'activation'))).toContain('no open ticket moves it');
    expect(setSentence(line(overview, 'activation'))).toBe('No open ticket brings Activation closer.');
  });
});

describe('the cost of other work', () => {
  const queue = [row(1, moves(effect('collaboration', 1, 3)), { effort: 2 }), row(2, moves(effect('activation', 1, 2)), { effort: 4 })];
  const both = [...queue, row(3, other('compliance'), { effort: 3 }), row(4, other('debt'), { effort: 1 })];
  it('is the price of the definition, this quarter', async () => {
    const overview = await look(both);
    const [now] = overview.quarters;
    const beliefs = { ground: basis, classes: new Map(), learned: UNLEARNED };
    const queued = queue.flatMap(({ tag: { ticket }, effects, effort }) => {
      const worth = worthOf(effects, beliefs);
      return worth ? [{ ticket, effort, gain: worth.gain, variance: worth.variance, parts: worth.beliefs }] : [];
    });
    expect(now).toMatchObject({ quarter: '2026-Q4', effort: 10 });
    expect(now?.cost).toEqual(
      costOf(
        [
          { ticket: 'a', reason: 'compliance', effort: 3 },
          { ticket: 'b', reason: 'debt', effort: 1 },
        ],
        queued,
        UNLEARNED,
      ),
    );
    expect(now && costSentence(now, basis.northStar, basis.inputs)).toMatch(
      /^We choose to spend 4 points on compliance and debt this quarter; it costs about \*\d+ weekly active teams\* \(\d+ to \d+\), most of it slower growth in Collaboration\.$/,
    );
  });
  it('leaves finished work in the quarter in which it was done', async () => {
    const old = row(5, other(), { effort: 2, at: '2026-05-01T00:00:00.000Z' }, { state: 'done', done: '2026-08-02T10:00:00.000Z' });
    const overview = await look([...both, old]);
    expect(overview.quarters.map(({ quarter, work }) => [quarter, work.length])).toEqual([
      ['2026-Q4', 2],
      ['2026-Q3', 1],
    ]);
  });
  it('and where it is unknown when that was, in that of its answer', async () => {
    const old = row(5, other(), { effort: 2, at: '2026-05-01T00:00:00.000Z' }, { state: 'done' });
    const overview = await look([...both, old]);
    expect(overview.quarters.map(({ quarter, work }) => [quarter, work.length])).toEqual([
      ['2026-Q4', 2],
      ['2026-Q2', 1],
    ]);
  });
  it('says so where there is none, where nothing is displaced, and where no price can be named', async () => {
    const said = async (rows: readonly BacklogRow[]) => {
      const [now] = (await look(rows)).quarters;
      return now ? [costSentence(now, basis.northStar, basis.inputs), ...costAsides(now)] : [];
    };
    expect(await said(queue)).toEqual(['No other work is chosen this quarter.']);
    expect(await said([row(3, other(), { effort: 3 })])).toEqual([
      'We choose to spend 3 points on debt this quarter; they displace no tagged work.',
      '3 points displaced nothing tagged.',
    ]);
    expect((await said([row(3, other())]))[0]).toContain('No price can be named');
    expect((await said([...both, row(6, other()), row(7, moves(effect('activation', 1, 2)))])).slice(1)).toEqual([
      '1 of these tickets have no effort and no price.',
      '1 tickets in the queue have no effort and are displaced by nothing.',
    ]);
  });
});

describe('quarters', () => {
  it('are those of the calendar', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4']);
    expect([quarterBeside('2026-Q4', 1), quarterBeside('2026-Q1', -1), quarterBeside('2026-Q2', -1)]).toEqual([
      '2027-Q1',
      '2025-Q4',
      '2026-Q1',
    ]);
  });
});

describe('why an estimate is stale', () => {
  let inputs = basis.inputs;
  beforeEach(() => (inputs = basis.inputs));
  it('is said', () => {
    expect(stalePhrase({ why: 'old', days: 120 }, inputs)).toMatch(/^120.d old$/);
    expect(stalePhrase({ why: 'moved', input: 'activation', from: 26, to: 32 }, inputs)).toMatch(
      /^Activation has gone from 26.% to 32.% since$/,
    );
    expect(stalePhrase({ why: 'framework', version: 2 }, inputs)).toBe('The framework has changed since version 2');
  });
});
