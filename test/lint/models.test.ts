// The worked models of the seed documents (100-106), and all that is structure in any language.
import { describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import { type Finding, lint } from '../../lib/lint/lint.ts';
import type { Facts, Level, Value } from '../../lib/lint/rule.ts';
import { RULES } from '../../lib/lint/rules.ts';
import { findingPhrase } from '../../lib/phrases/finding.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';
import { delivery, planner, TODAY } from './facts.ts';
import { facts as inFinnish, finnish } from './finnish.ts';
import { PAIRS } from './pairs.ts';

const MODELS = TEMPLATES.map(({ id, framework }): [string, Facts] => [
  id,
  { framework: framework(TODAY), today: TODAY, readings: new Map() },
]);
const READS_WORDS = new Set<string>(RULES.filter((rule) => 'language' in rule).map(({ id }) => id));
const count = (findings: readonly Finding[], level: Level): number => findings.filter((finding) => finding.level === level).length;

describe('the worked models', () => {
  it('are the nine and the generic one', () => {
    expect(MODELS).toHaveLength(10);
  });

  it.each(MODELS)('%s: no error, and nothing to say against its names', (id, facts) => {
    const findings = lint(facts);
    console.log(`${id}: ${count(findings, 'warning')} warnings, ${count(findings, 'note')} notes`);
    expect(count(findings, 'error')).toBe(0);
    expect(findings.filter(({ rule }) => READS_WORDS.has(rule))).toEqual([]);
    // What is left to do in a model is what only its own people can say.
    expect([...new Set(findings.filter(({ level }) => level === 'warning').map(({ rule }) => rule))]).toSatisfy((rules: string[]) =>
      rules.every((rule) => ['asked-nowhere', 'no-value', 'no-rationale', 'validation-skipped', 'no-worth'].includes(rule)),
    );
    for (const finding of findings) expect(findingPhrase(finding, facts.framework).what).not.toMatch(/^\s*$|\?\w+\?/);
  });
});

describe('in another language', () => {
  /** Without texts: a name is another one there. */
  const bare = (value: Value): Value => (typeof value === 'string' ? '' : value);
  const structural = (facts: Facts) =>
    lint(facts)
      .filter(({ rule }) => !READS_WORDS.has(rule))
      .map((finding) => ({ ...finding, values: finding.values.map(bare) }));

  it('a name is another one, and the same one each time', () => {
    expect(finnish('New signups')).not.toMatch(/new|signup/i);
    expect(finnish('New signups')).toBe(finnish('new SIGNUPS'));
  });

  it.each([...MODELS, ['planner', planner], ['delivery', delivery]] as [string, Facts][])(
    '%s: the same structure, and no words',
    (_, facts) => {
      expect(structural(inFinnish(facts))).toEqual(structural(facts));
      expect(lint(inFinnish(facts)).filter(({ rule }) => READS_WORDS.has(rule))).toEqual([]);
    },
  );

  it.each(RULES.filter(({ id }) => !READS_WORDS.has(id)).map(({ id }) => id))('%s finds the same', (id) => {
    expect(structural(inFinnish(PAIRS[id].found))).toEqual(structural(PAIRS[id].found));
  });
});
