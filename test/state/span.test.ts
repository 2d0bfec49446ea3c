// How far the scale of the bars reaches.
import { describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import type { Tag } from '../../lib/model/tag.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { basisOf } from '../../lib/state/basis.ts';
import { impactOfRow, rowOf } from '../../lib/state/ranking.ts';
import { createSlices } from '../../lib/state/slices.ts';
import { spanOf } from '../../lib/state/span.ts';

const framework = sampleFramework('2026-11-22');
const basis = basisOf({ team: 'team', framework }, new Map());
const row = (low: number, high: number, i: number) => {
  const ticket = `github:a/b#${i}`;
  const answer: Tag['answer'] = {
    ...{ kind: 'effects', framework: framework.id, version: 1 },
    effects: [{ input: 'collaboration', low, high, chance: 1, text: '' }],
  };
  return rowOf({ team: 'team', ticket, person: 'me', shown: ticket, title: '', answer, at: '' }, basis, new Set([framework.id]));
};

describe('the scale of the bars', () => {
  it('holds every range of a few tickets, zero too', async () => {
    const rows = [row(2, 5, 1), row(-1, 1, 2)];
    const [low, high] = await spanOf(rows, basis, createSlices());
    for (const { p10, p90 } of rows.map((one) => impactOfRow(one, basis))) {
      expect(low).toBeLessThanOrEqual(p10);
      expect(high).toBeGreaterThanOrEqual(p90);
    }
    expect(await spanOf([row(2, 5, 1)], basis, createSlices())).toMatchObject([0, expect.any(Number)]);
  });

  it('is not stretched by one bold guess among many', async () => {
    const rows = [row(900, 1000, 0), ...Array.from({ length: 20 }, (_, i) => row(1, 2, i + 1))];
    const [, high] = await spanOf(rows, basis, createSlices());
    const usual = impactOfRow(rows[1]!, basis).p90;
    expect(high).toBeCloseTo(5 * usual, 6);
  });

  it('reaches to the top of a long backlog, however small its foot', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => row(10 - i / 40, 13 - i / 35, i));
    const [, high] = await spanOf(rows, basis, createSlices());
    expect(high).toBeCloseTo(Math.max(...rows.map((one) => impactOfRow(one, basis).p90)), 6);
  });
});
