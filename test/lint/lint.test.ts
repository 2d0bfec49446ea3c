// What holds for all findings: their order, mutes, the lite preset, and that nothing in the facts is touched.
import { describe, expect, it } from 'vitest';
import { lint } from '../../lib/lint/lint.ts';
import type { Facts } from '../../lib/lint/rule.ts';
import { RULES } from '../../lib/lint/rules.ts';
import type { Mute } from '../../lib/model/framework.ts';
import { framework, metric, planner } from './facts.ts';
import { PAIRS } from './pairs.ts';

const rulesIn = (facts: Facts): string[] => lint(facts).map(({ rule }) => rule);
/** Two inputs without an owner and without a sensitivity. */
const gaps = ['templates', 'completion'].reduce((facts, id) => metric(facts, id, { owner: undefined, sensitivity: undefined }), planner);
const muting = (...mutes: Mute[]): Facts => framework(gaps, { mutes });

describe('findings', () => {
  it('come by level, then rule, then metric', () => {
    const many = framework(gaps, { formula: '', claims: [], multipliers: [{ from: 'nowhere', to: 'templates', factor: 1 }] });
    expect(lint(many).map(({ level, rule, about }) => `${level} ${rule} ${about ?? ''}`.trim())).toEqual([
      'error multiplier-unknown',
      'warning asked-nowhere',
      'warning no-worth templates',
      'warning no-worth completion',
      'note no-owner templates',
      'note no-owner completion',
    ]);
  });

  it('are the same for the same facts, which are left as they were', () => {
    for (const { found } of Object.values(PAIRS)) {
      const before = JSON.stringify(found.framework);
      expect(lint(found)).toEqual(lint(found));
      expect(JSON.stringify(found.framework)).toBe(before);
    }
  });

  it('follow the order of the metrics, not of the rule’s search', () => {
    const turned = { ...gaps, framework: { ...gaps.framework, metrics: gaps.framework.metrics.toReversed() } };
    expect(lint(turned).flatMap(({ rule, about }) => (rule === 'no-owner' ? [about] : []))).toEqual(['completion', 'templates']);
  });
});

describe('a mute', () => {
  it('keeps its finding, with the reason', () => {
    const found = lint(muting({ rule: 'no-owner', about: 'templates', reason: 'Hiring.' })).filter(({ rule }) => rule === 'no-owner');
    expect(found).toMatchObject([{ about: 'templates', muted: 'Hiring.' }, { about: 'completion' }]);
    expect(found[1]).not.toHaveProperty('muted');
  });

  it('is of one metric, or of the framework, and of nothing else', () => {
    const loose = [
      { rule: 'no-owner', reason: 'All.' },
      { rule: 'no-worth', about: 'nobody', reason: 'Gone.' },
      { rule: 'gone', reason: 'Old.' },
    ];
    expect(lint(muting(...loose))).toEqual(lint(gaps));
    const whole = framework(planner, { claims: [], mutes: [{ rule: 'asked-nowhere', reason: 'Not yet.' }] });
    expect(lint(whole)).toMatchObject([{ rule: 'asked-nowhere', muted: 'Not yet.' }]);
  });

  it('does not change places', () => {
    const places = (facts: Facts) => lint(facts).map(({ rule, about }) => [rule, about]);
    expect(places(muting({ rule: 'no-owner', about: 'templates', reason: '' }))).toEqual(places(gaps));
  });
});

describe('the lite preset', () => {
  const lite = (facts: Facts): Facts => framework(facts, { preset: 'lite', people: 4 });

  it.each(RULES.map((rule) => [rule.id, 'lite' in rule] as const).filter(([id]) => !id.startsWith('lite-')))(
    '%s: silent %s',
    (id, silent) => {
      expect(rulesIn(PAIRS[id].found)).toContain(id);
      expect(rulesIn(lite(PAIRS[id].found)).includes(id)).toBe(!silent);
    },
  );

  it('asks neither for owners nor for stretch goals', () => {
    expect(rulesIn(lite(planner))).toEqual([]);
    expect(RULES.flatMap((rule) => ('lite' in rule ? [rule.id] : []))).toEqual(
      expect.arrayContaining(['no-owner', 'no-stretch', 'no-review']),
    );
  });
});
