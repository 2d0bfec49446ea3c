// Differences as lines of a list.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffFrameworks } from '../../lib/formats/framework-diff.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { toldDifference } from '../../lib/phrases/difference.ts';
import { barePlanner } from '../bare-planner.ts';
import { plain } from '../components/popup-words.ts';
import { framework } from '../formats/frameworks.ts';

const TODAY = '2026-11-22';
const PLANNER = barePlanner(TODAY);
const lines = (before: Framework, after: Framework): string[] =>
  diffFrameworks(before, after).map((difference) => plain(toldDifference(difference, TODAY).line));
const after = (change: (framework: Framework) => void): string[] => {
  const changed = structuredClone(PLANNER);
  change(changed);
  return lines(PLANNER, changed);
};
const changed = (id: string, part: Partial<Metric>): string[] =>
  after((f) => Object.assign(f.metrics.find((one) => one.id === id) as Metric, part));

describe('a difference', () => {
  it.each<[Partial<Metric>, string]>([
    [{ target: { value: 40, date: '2027-01-09' } }, 'Activation: 90-day target 36 % → 40 % by Jan 9, 2027'],
    [{ target: { value: 40, date: '2027-02-20' } }, 'Activation: 90-day target 36 % by Jan 9, 2027 → 40 % by Feb 20, 2027'],
    [{ baseline: { value: 27, date: '2026-10-11' } }, 'Activation: baseline 26 % → 27 % on Oct 11'],
    [{ owner: 'Onboarding' }, 'Activation: owner “Growth” → “Onboarding”'],
    [{ owner: '' }, 'Activation: owner taken out, was “Growth”'],
    [{ cadence: 'weekly' }, 'Activation: measured set to weekly'],
    [{ lag: 1 }, 'Activation: lag set to 1 week'],
    [{ role: 'guardrail' }, 'Activation: role input → guardrail'],
    [{ direction: 'down' }, 'Activation: better when up → down'],
    [{ sensitivity: { low: 60, high: 60 } }, 'Activation: sensitivity 45 to 75 → 60'],
    [{ shortName: 'Start' }, 'Activation: short name “Activation” → “Start”'],
    [{ keyResult: { from: 40, to: 60, by: '2026-12-31' } }, 'Activation: key result set to 40 % → 60 % by Dec 31'],
    [
      { checks: { influenceable: true, drives: false, oneTeam: true } },
      'Activation: checks set to influenceable: yes, drives the North Star: no, one team can own it: yes',
    ],
  ])('%j: %s', (part, line) => {
    expect(changed('activation', part)).toEqual([line]);
  });

  it('of a whole metric, an order or a claim', () => {
    const churn: Metric = { id: 'churn', name: 'Churn', role: 'outcome', kind: 'rate', unit: '', direction: 'down' };
    expect(after((f) => f.metrics.splice(2, 1, churn))).toEqual(['Churn: new outcome', 'Template adoption: input taken out']);
    expect(after((f) => f.metrics.reverse())).toEqual([
      'Metrics in another order: Completion, Collaboration, Templates, Activation, Active teams',
    ]);
    expect(after((f) => f.claims.splice(0, 2, 'github:acme'))).toEqual([
      'Tickets of github:acme are asked about',
      'Tickets of github:azimuth-sample/planner are no longer asked about',
      'Tickets of github:azimuth-sample/classic are no longer asked about',
    ]);
  });

  it('of the framework, of how it was chosen and of how it is kept', () => {
    const one: Framework = {
      ...PLANNER,
      multipliers: [{ from: 'activation', to: 'templates', factor: 2 }],
      rejected: [{ name: 'Projects made', why: 'Made is not done.' }],
      validation: { leading: false, interviews: 3, sceptic: { name: 'Ada', agreed: false } },
      rituals: { review: 'monthly' },
      mutes: [{ rule: 'no-owner', about: 'templates', reason: 'Soon.' }],
    };
    const two: Framework = {
      ...PLANNER,
      name: 'Planner 2',
      archetype: 'productivity',
      formula: 'activation * 3',
      rationale: 'Teams stay because their projects get finished; nothing else we count says that a project was worth starting.',
      multipliers: [{ from: 'activation', to: 'templates', factor: 3.2 }],
      rejected: [{ name: 'Projects made', why: 'Made is not finished.' }],
      validation: {
        leading: true,
        interviews: 12,
        sceptic: { name: 'Ada', agreed: true },
        correlations: [{ with: 'revenue', r: 0.4, n: 20, lag: 6 }],
      },
      rituals: { review: 'weekly', reviewed: '2025-11-02' },
    };
    expect(lines(one, two)).toEqual([
      'Framework: name “Planner” → “Planner 2”',
      'Framework: archetype set to productivity',
      'Framework: formula set to “activation * 3”',
      'What New team activation brings to Template adoption × 2 → × 3.2',
      'Framework: rationale added',
      'Rejected candidate Projects made rewritten',
      'Choosing the North Star: leading no → yes',
      'Choosing the North Star: interviews 3 → 12',
      'Choosing the North Star: sceptic Ada did not agree → Ada agreed',
      'Choosing the North Star: correlations set to revenue 0.4 over 20 pairs, 6 weeks later',
      'Rituals: review monthly → weekly',
      'Rituals: last reviewed set to Nov 2, 2025',
      'Mute of no-owner on Template adoption taken out',
    ]);
    const rationale = diffFrameworks(one, two).find((difference) => 'field' in difference && difference.field === 'rationale');
    expect(rationale && toldDifference(rationale, TODAY).after).toMatch(/^“Teams stay/);
  });

  it('that does not show is said to be there all the same', () => {
    const one = structuredClone(PLANNER);
    (one.metrics[1] as Metric).keyResult = { from: 1, to: 2, by: TODAY, why: 'a' };
    const two = structuredClone(one);
    (two.metrics[1] as Metric).keyResult = { from: 1, to: 2, by: TODAY, why: 'b' };
    expect(lines(one, two)).toEqual(['Activation: key result rewritten']);
  });

  it('always has words, whatever the frameworks', () => {
    fc.assert(
      fc.property(framework, framework, (a, b) => {
        for (const difference of diffFrameworks(a, { ...b, metrics: [...b.metrics, ...a.metrics] })) {
          const { line, what } = toldDifference(difference, TODAY);
          expect(line.trim()).not.toBe('');
          expect(line + what).not.toMatch(/\?diff|undefined|\[object/);
        }
      }),
    );
  });
});
