// Two tickets beside each other: the numbers against their definitions, and the sentences they are said in.
import { describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import { densityOf, differenceOf, sourcesOf, spreadOf } from '../../lib/impact/compare.ts';
import { chanceAbove, nested, type Outcome } from '../../lib/impact/rank.ts';
import { UNLEARNED } from '../../lib/impact/record.ts';
import type { Answer, Tag } from '../../lib/model/tag.ts';
import { headlineOf, tradePhrase, whyPhrases } from '../../lib/phrases/compare.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { basisOf } from '../../lib/state/basis.ts';
import { comparisonOf, curvesOf, type Comparison } from '../../lib/state/compare.ts';
import { weighed } from '../../lib/state/overview.ts';
import { rowOf } from '../../lib/state/ranking.ts';

const normal = (mean: number, sd: number, chance = 1): Outcome[] => nested([{ chance, mean, variance: sd ** 2 }]);

describe('nested cases', () => {
  it('have the quantiles of a normal, and of one with an atom at nothing', () => {
    expect(spreadOf(normal(10, 2))).toEqual({
      low: expect.closeTo(10 - 2 * 1.2815515655, 6),
      mean: 10,
      high: expect.closeTo(10 + 2 * 1.2815515655, 6),
    });
    const half = spreadOf(normal(10, 2, 0.5));
    expect(half).toMatchObject({ low: 0, mean: 5 });
    expect(half.high).toBeCloseTo(10 + 2 * 0.8416212, 5);
    expect(spreadOf([{ weight: 1, mean: 0, variance: 0 }])).toEqual({ low: 0, mean: 0, high: 0 });
  });
  it('have a density that adds up to the chance that anything moves', () => {
    const at = Array.from({ length: 2001 }, (_, i) => -10 + i * 0.02);
    expect(densityOf(normal(10, 2, 0.7), at).reduce((sum, y) => sum + y * 0.02, 0)).toBeCloseTo(0.7, 5);
  });
  it('differ by the definition’s chance', () => {
    const [a, b] = [normal(120, 40, 0.7), normal(90, 30, 0.9)];
    expect(differenceOf(a, b)).toMatchObject({ chance: expect.closeTo(0.542491, 6), mean: expect.closeTo(3, 9) });
    expect(differenceOf(a, b).chance).toBe(chanceAbove(a, b));
  });
  it('are told apart by the inputs that make the difference', () => {
    const sources = sourcesOf(
      [
        { input: 'x', gain: 10 },
        { input: 'y', gain: -2 },
      ],
      [
        { input: 'x', gain: 3 },
        { input: 'z', gain: 9 },
      ],
    );
    expect(sources).toEqual([
      { input: 'z', gain: -9 },
      { input: 'y', gain: -2 },
      { input: 'x', gain: 7 },
    ]);
  });
});

const framework = { ...sampleFramework('2026-11-22'), id: 'mine', sample: false };
const basis = basisOf({ team: 'team', framework }, new Map());
const beliefs = { ground: basis, classes: new Map(), learned: UNLEARNED };
const effect = (input: string, low: number, high: number, chance = 1) => ({ input, low, high, chance, text: '' });
const piece = (n: number, effects: ReturnType<typeof effect>[], effort?: number) => {
  const answer: Answer = { kind: 'effects', effects, framework: framework.id, version: 1 };
  const ticket = `github:a/b#${n}`;
  const tag: Tag = {
    ...{ team: 'team', ticket, person: 'me', shown: ticket, title: '', answer, at: '2026-11-02T00:00:00.000Z' },
    ...(effort && { effort }),
  };
  return weighed(rowOf(tag, basis, new Set([framework.id])), beliefs);
};
const compared = (a: ReturnType<typeof piece>, b: ReturnType<typeof piece>): Comparison => {
  const comparison = comparisonOf([a, b], basis, beliefs);
  if (!comparison) throw new Error('nothing to compare');
  return comparison;
};
const sure = piece(1, [effect('activation', 2, 5)], 5);
const trading = piece(2, [effect('activation', 1.5, 4, 0.8), effect('collaboration', -0.9, -0.3, 0.9)], 1);

describe('two tickets', () => {
  it('are said with the chance and the range of the difference, whichever stands first', () => {
    const words = /^#1 gains more, by \d+ \(−?\d+ to \d+\)$/;
    expect(headlineOf(compared(sure, trading)).text).toMatch(words);
    expect(headlineOf(compared(trading, sure)).text).toBe(headlineOf(compared(sure, trading)).text);
    expect(headlineOf(compared(trading, sure)).chance).toBe(headlineOf(compared(sure, trading)).chance);
  });
  it('on one same input are told apart in its own unit, where its doubtful worth cancels', () => {
    const [a, b] = [piece(1, [effect('activation', 2, 4)]), piece(2, [effect('activation', 1, 2)])];
    const spread = (low: number, high: number) => normal((low + high) / 2, (1.5 * (high - low)) / 2 / 1.2815515655);
    expect(compared(a, b).difference.chance).toBeCloseTo(chanceAbove(spread(2, 4), spread(1, 2)), 9);
  });
  it('are explained by input, overlap, the chance of nothing, and the other order by the point', () => {
    const why = whyPhrases(compared(sure, trading), basis.inputs);
    expect(why[0]).toMatch(/^(Activation|Collaboration) makes the difference: #1 brings \d+ more through it\.$/);
    expect(why[1]).toMatch(/^The ranges overlap: #2 comes out ahead in \d+.% of the cases\.$/);
    expect(why[2]).toMatch(/^That nothing moves: #1 0.%, #2 10.%\.$/);
    expect(why[3]).toMatch(/^By the point it is the other way round: #2 \+\d+, against \+\d+\.$/);
  });
  it('are told apart by how sure they are, where one is much surer', () => {
    const why = whyPhrases(compared(sure, piece(4, [effect('activation', 3, 3.2)])), basis.inputs);
    expect(why).toContainEqual(expect.stringMatching(/^#4 is the surer of the two: its range is \d+ wide, that of #1 \d+\.$/));
    expect(whyPhrases(compared(sure, sure), basis.inputs).join()).not.toContain('surer');
  });
  it('say what they trade, and whether the net is worth it', () => {
    const [, side] = compared(sure, trading).sides;
    expect(tradePhrase(side, basis.northStar, basis.inputs)).toMatch(
      /^#2 trades −\d+ on Collaboration for \+\d+ on Activation: net \+\d+ weekly active teams, worth it\.$/,
    );
    const [bad] = compared(piece(3, [effect('activation', 0.1, 0.4), effect('collaboration', -3, -1)]), sure).sides;
    expect(tradePhrase(bad, basis.northStar, basis.inputs)).toContain('a reason to look for another way');
    expect(tradePhrase(compared(sure, trading).sides[0], basis.northStar, basis.inputs)).toBeUndefined();
  });
  it('have parts that add up to the net', () => {
    const [, { parts, net }] = compared(sure, trading).sides;
    expect(parts.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(net.mean, 6);
  });
  it('cannot be compared without a worth', () =>
    expect(comparisonOf([sure, piece(4, [effect('gone', 1, 2)])], basis, beliefs)).toBeUndefined());
  it('are drawn on one scale that holds zero', () => {
    const { from, to, heights } = curvesOf(compared(sure, trading).sides, 50);
    expect(from).toBeLessThanOrEqual(0);
    expect(to).toBeGreaterThan(0);
    expect(Math.max(...heights[0], ...heights[1])).toBe(1);
  });
});
