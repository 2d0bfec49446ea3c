// What rules leave in peace, and where they begin: the second condition of those that have one.
import { describe, expect, it } from 'vitest';
import { type Finding, lint } from '../../lib/lint/lint.ts';
import type { Facts } from '../../lib/lint/rule.ts';
import type { RuleId } from '../../lib/lint/rules.ts';
import type { Change, Framework } from '../../lib/model/framework.ts';
import { day, delivery, framework, metric, planner, readings, TODAY, weekly, without } from './facts.ts';

const of = (rule: RuleId, facts: Facts): Finding[] => lint(facts).filter((finding) => finding.rule === rule);
const about = (rule: RuleId, facts: Facts) => of(rule, facts).map((finding) => finding.about);
const other = (change: Partial<Framework>): Facts => ({
  ...planner,
  others: [{ ...planner.framework, id: 'other', claims: [], ...change }],
});

describe('a change of the North Star', () => {
  const [first] = planner.framework.changes ?? [];
  const changed = (from: number, to: number, more: Partial<Change> = {}): Facts =>
    framework(planner, {
      changes: [
        { version: 1, date: day(from), reason: 'First.' },
        { version: 2, date: day(to), reason: 'Other.', northStar: true, ...more },
      ],
    });

  it('within a year is a warning, without a pivot and while it is new', () => {
    expect(first?.version).toBe(1);
    expect(of('changed-often', changed(-300, -10))).toHaveLength(1);
    expect(of('changed-often', changed(-300, -10, { pivot: 'From shops to homes.' }))).toEqual([]);
    expect(of('changed-often', changed(-300, -10, { pivot: ' ' }))).toHaveLength(1);
    expect(of('changed-often', changed(-375, -10))).toEqual([]);
    expect(of('changed-often', changed(-700, -400))).toEqual([]);
  });

  it('is not what other changes are', () => {
    expect(of('changed-often', changed(-300, -10, { northStar: false }))).toEqual([]);
  });

  it('or the first of them is where a review is counted from, if there was none', () => {
    const unreviewed = framework(planner, { rituals: { review: 'weekly', rules: 'Net effect.' } });
    expect(of('review-overdue', unreviewed)).toMatchObject([{ values: [800] }]);
    expect(of('review-overdue', without(unreviewed, 'changes'))).toEqual([]);
    expect(of('review-overdue', framework(planner, { rituals: { reviewed: day(-184) } }))).toEqual([]);
  });
});

describe('what an input is worth', () => {
  it('is known where it moves one whose worth is', () => {
    const unpriced = metric(planner, 'collaboration', { sensitivity: undefined });
    expect(of('no-worth', unpriced)).toEqual([]);
    expect(about('no-worth', without(unpriced, 'multipliers'))).toEqual(['collaboration']);
  });

  it('is known to a formula where it moves an input of it', () => {
    const short = framework(delivery, { formula: 'orders * items_per_order * fulfilled' });
    expect(about('formula-leaves-out', short)).toEqual(['on-time']);
    const led = framework(short, { multipliers: [{ from: 'on-time', to: 'orders', factor: 20 }] });
    expect(of('formula-leaves-out', led)).toEqual([]);
  });

  it('is not asked of sensitivities where there is a formula, even one that cannot be read', () => {
    expect(of('no-worth', delivery)).toEqual([]);
    expect(of('no-worth', framework(delivery, { formula: 'orders *' }))).toEqual([]);
    expect(of('no-worth', framework(delivery, { formula: '  ' }))).toHaveLength(4);
  });

  it('is turned round where the North Star is better when lower', () => {
    const down = metric(planner, 'teams', { direction: 'down' });
    expect(about('worth-against-direction', down)).toEqual(['activation', 'templates', 'collaboration', 'overdue', 'completion']);
  });
});

describe('correlations', () => {
  const checked = (r: number, n: number, direction: 'up' | 'down'): Facts =>
    metric(framework(planner, { validation: { correlations: [{ with: 'revenue', r, n, lag: 2 }] } }), 'teams', { direction });

  it('count against the direction of the North Star', () => {
    expect(of('weak-correlation', checked(0.8, 40, 'up'))).toEqual([]);
    expect(of('weak-correlation', checked(-0.8, 40, 'up'))).toHaveLength(1);
    expect(of('weak-correlation', checked(-0.8, 40, 'down'))).toEqual([]);
  });

  it.each([
    [1, 3],
    [0.9, 4],
    [0, 400],
  ])('of r %d from %i pairs say nothing', (r, n) => {
    expect(of('weak-correlation', checked(r, n, 'up'))).toHaveLength(1);
  });

  it('of inputs are those of the same week, up to today', () => {
    const later = weekly(3, 58, 0.7).map(({ date, value }, i) => ({ date: day(7 * (i + 1)), value: value + Number(date === '') }));
    expect(of('correlated-inputs', readings(planner, 'completion', later))).toEqual([]);
  });
});

describe('another framework', () => {
  it('has the same scope where neither names one, but not where only one is a sample', () => {
    const alone = { ...without(planner, 'scope'), others: other({ scope: '' }).others ?? [] };
    expect(of('scope-shared', alone)).toHaveLength(1);
    expect(of('scope-shared', other({ scope: 'Planner', sample: true }))).toEqual([]);
    expect(of('scope-shared', other({ id: 'planner', scope: 'Planner' }))).toEqual([]);
  });

  it('shares a claim with a place inside it or around it, and not with its neighbour', () => {
    const wide = { ...other({ claims: ['github:acme/planner'] }), framework: { ...planner.framework, claims: ['github:Acme'] } };
    expect(of('shared-claim', wide)).toMatchObject([{ values: ['github:Acme', 'Planner'] }]);
    expect(of('shared-claim', other({ claims: ['github:acme/planner-2'] }))).toEqual([]);
  });
});

describe('goals', () => {
  it('that are reached are not also overdue', () => {
    const done = readings(planner, 'templates', [{ date: TODAY, value: 45 }]);
    const over = metric(done, 'templates', { target: { value: 42, date: day(-3) } });
    expect([about('target-reached', done), about('target-passed', done)]).toEqual([['templates'], []]);
    expect([about('target-reached', over), about('target-passed', over)]).toEqual([[], ['templates']]);
  });

  it('are reached downwards where lower is better', () => {
    expect(about('target-reached', readings(planner, 'overdue', [{ date: TODAY, value: 24 }]))).toEqual(['overdue']);
    expect(of('target-reached', readings(planner, 'overdue', [{ date: TODAY, value: 24.1 }]))).toEqual([]);
  });

  it('add up by the formula too', () => {
    const high = metric(delivery, 'items', { target: { value: 26_500, date: day(48) } });
    expect(of('inputs-fall-short', high)).toMatchObject([{ about: 'items' }]);
    expect(of('inputs-fall-short', metric(high, 'orders', { target: undefined }))).toEqual([]);
  });
});

describe('what is counted', () => {
  it('in a ratio is so much per its denominator', () => {
    const spelled = metric(delivery, 'items-per-order', { unit: 'items', denominator: 'order' });
    expect(lint(spelled)).toEqual([]);
    expect(of('formula-wrong-unit', metric(spelled, 'items-per-order', { denominator: 'basket' }))).toHaveLength(1);
  });

  it('in a ratio that does not say of what is not known', () => {
    expect(of('formula-wrong-unit', metric(delivery, 'items-per-order', { unit: 'items' }))).toEqual([]);
  });

  it('needs a window in the North Star, whatever its kind', () => {
    expect(about('no-window', metric(planner, 'teams', { kind: 'ratio', window: undefined }))).toEqual(['teams']);
    expect(of('no-window', metric(planner, 'collaboration', { window: undefined }))).toEqual([]);
  });
});

describe('multipliers', () => {
  it('with an unknown end do not hide what else is wrong with them', () => {
    const both = framework(planner, {
      multipliers: [
        { from: 'templates', to: 'nowhere', factor: 1 },
        { from: 'nowhere', to: 'templates', factor: 1 },
        { from: 'completion', to: 'completion', factor: 2 },
      ],
    });
    expect(of('multiplier-unknown', both)).toMatchObject([{ values: [{ metric: 'nowhere' }] }]);
    expect(of('multiplier-circle', both)).toMatchObject([{ values: [{ metric: 'completion' }, { metric: 'completion' }] }]);
  });
});

describe('readings', () => {
  it('of days to come are none', () => {
    const ahead = readings(planner, 'templates', [{ date: day(1), value: 24 }]);
    expect(about('never-read', ahead)).toEqual(['templates']);
  });

  it('of a week ago are fresh', () => {
    expect(of('stale-reading', readings(planner, 'templates', [{ date: day(-7), value: 24 }]))).toEqual([]);
    expect(of('stale-reading', readings(planner, 'templates', [{ date: day(-8), value: 24 }]))).toHaveLength(1);
  });
});
