// What exports tell besides answers: what was seen of a ticket, the team's value and what the ranking believes, as the backlog has it.
import { beforeEach, describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import { readCsv } from '../formats/hostile.ts';
import { contextOf, joined } from '../formats/written.ts';
import { csv } from '../../lib/formats/csv.ts';
import type { Answer } from '../../lib/model/tag.ts';
import { type Besides, besidesOf, extrasShown, loadBesides } from '../../lib/state/besides.ts';
import { createBacklog } from '../../lib/state/backlog.ts';
import { openSource } from '../../lib/state/export.ts';
import { FRAMEWORK } from '../messages/examples.ts';
import { HOME } from '../formats/answers-stage.ts';
import { addFramework, TEAM } from '../requests/stage.ts';
import { freshStore, request, type Store } from '../store/open.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY = '2026-11-22';
let store: Store;

const moves = (low: number, high: number): Answer => ({
  ...{ kind: 'effects', framework: 'planner', version: 1 },
  effects: [{ input: 'activation', low, high, chance: 1, text: '' }],
});
async function answered(n: number, answer: Answer, effort?: number, person?: string): Promise<void> {
  const ticket = `github:acme/app#${n}`;
  const set = { answer, seen: { id: ticket, title: `T${n}` }, deleted: false, ...(effort && { effort }) };
  await store.writer.write([{ request: request(), team: TEAM, kind: 'tag', key: ticket, set, at: Date.parse('2026-11-20T08:00:00Z') }]);
  if (person === undefined) return;
  // As another's answer comes in when it is synced.
  const own = await store.db.getAll('tags');
  const [mine] = own.filter((tag) => tag.ticket === ticket);
  if (mine) await store.db.put('tags', { ...mine, person, answer: moves(4, 10) });
}

beforeEach(async () => {
  store = await freshStore();
  const star = FRAMEWORK.metrics.filter(({ role }) => role === 'north-star');
  const inputs = HOME.inputs.map((metric) => ({ ...metric, sensitivity: { low: 8, high: 12 } }));
  await addFramework(store, { id: 'planner', metrics: [...star, ...inputs], formula: undefined, multipliers: undefined });
  await answered(1, moves(2, 6), 4, 'p-other');
  await answered(2, moves(1, 2), 2);
  await answered(3, { kind: 'not-north-star', reason: 'debt', framework: 'planner', version: 1 });
  await store.writer.see([
    {
      ticket: 'github:acme/app#1',
      state: 'open',
      status: '=Doing',
      assignees: ['Ada', '@Bob'],
      labels: ['a'],
      milestone: 'v2',
      parent: 'github:acme/app#9',
    },
  ]);
});

const rowsOf = async (besides: Besides, more: Parameters<typeof contextOf>[1] = {}): Promise<Record<string, unknown>[]> => {
  const source = await openSource(store.db, { find: '', sample: false, besides }, NOW);
  const context = contextOf({ ...source, generator: { name: 'A', version: '0' }, exportedAt: NOW.toISOString() }, more);
  const [head = [], ...rows] = readCsv((await joined(csv.write(source.rows(), context))).toString());
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [head[i], typeof cell === 'string' ? cell : cell.bare])));
};

describe('besides an answer', () => {
  it('stand what was seen of its ticket, the team’s value, and what the ranking makes of it', async () => {
    const rows = await rowsOf(await loadBesides(store.db, NOW));
    const [one] = rows;
    expect(one).toMatchObject({
      ...{ State: 'open', Status: "'=Doing", Assignees: "Ada, '@Bob", Labels: 'a', Milestone: 'v2', Parent: 'github:acme/app#9' },
      ...{ Answers: '2', 'Team input': 'Activation', 'Team mid': '5.5', Rank: '1', Age: '2', Moves: 'Activation', Quarter: '2026-Q4' },
    });
    expect(Number(one?.['Agreement'])).toBeGreaterThan(0);
    expect(Number(one?.['Team low'])).toBeLessThan(3);
    expect(Number(one?.['Beats next'])).toBeGreaterThan(0.5);
    expect(Number(one?.['Gain per effort'])).toBeCloseTo(Number(one?.['Corrected gain']) / 4, 3);
    // A line for each ticket, so that a column adds up: what others said of it stands in the team's value.
    expect(rows.filter(({ Ticket }) => Ticket === 'github:acme/app#1').map(({ Person }) => Person)).toEqual(['me']);
    const other = rows.find(({ Ticket }) => Ticket === 'github:acme/app#3');
    expect(other).toMatchObject({ 'Corrected gain': '', 'Beats next': '', Rank: '', Moves: 'debt', 'Team input': '', Answers: '1' });
  });

  it('stands in a view what the view shows, in its own ranking; the answer’s own columns always', async () => {
    const backlog = createBacklog();
    backlog.view.value = { ...backlog.view.value, scoring: 'point', columns: ['gain', 'assignee', 'effort'] };
    const [framework] = await store.db.getAll('frameworks');
    await backlog.load(store.db, framework, DAY);
    const [basis, beliefs] = [backlog.basis.value, backlog.beliefs.value];
    if (!basis || !beliefs) throw new Error('Nothing was loaded.');
    const ranked = { rows: backlog.rows.value, inRank: backlog.inRank.value, scoring: 'point' as const, basis, beliefs };
    const extras = extrasShown(backlog.view.value.columns);
    const [one = {}] = await rowsOf(besidesOf([ranked], NOW), { extras });
    expect(Object.keys(one).slice(-7)).toEqual(['Sample', 'Assignees', 'Corrected gain', 'Moves', 'Quarter', 'Counted', 'Counted gain']);
    expect(one['Assignees']).toBe("Ada, '@Bob");
    expect(Number(one['Corrected gain'])).toBeCloseTo(backlog.rows.value.find(({ tag }) => tag.ticket.endsWith('#1'))?.gain ?? 0, 2);
    backlog.dispose();
  });

  it('is given up when it is called off', async () => {
    await expect(loadBesides(store.db, NOW, AbortSignal.abort(new Error('off')))).rejects.toThrow('off');
  });
});
