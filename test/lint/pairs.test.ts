// Every rule against its minimal pair: one fact makes the finding, and says what it says.
import { describe, expect, it } from 'vitest';
import { plain } from '../components/popup-words.ts';
import messages from '../../public/_locales/en/messages.json';
import { type Finding, lint } from '../../lib/lint/lint.ts';
import type { Facts } from '../../lib/lint/rule.ts';
import { RULES } from '../../lib/lint/rules.ts';
import { Framework } from '../../lib/model/framework.ts';
import { findingPhrase, findingWords } from '../../lib/phrases/finding.ts';
import { differences } from './difference.ts';
import { delivery, planner } from './facts.ts';
import { PAIRS } from './pairs.ts';

const of = (rule: string, facts: Facts): Finding[] => lint(facts).filter((finding) => finding.rule === rule);

describe('the complete frameworks', () => {
  it('have nothing to find, and are frameworks', () => {
    for (const facts of [planner, delivery]) {
      expect(lint(facts)).toEqual([]);
      expect(Framework.parse(facts.framework)).toEqual(facts.framework);
    }
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { clean, found, about, says } = PAIRS[id];

  it('finds what one fact makes, and nothing without it', () => {
    expect(differences(clean, found)).toHaveLength(1);
    expect(of(id, clean)).toEqual([]);
    const findings = of(id, found);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.level).toBe(rule.level);
    expect(findings[0]?.about).toBe(about);
  });

  it('says it, with all its values and no more', () => {
    const [finding] = of(id, found);
    if (!finding) throw new Error('not found');
    const { what, todo } = findingPhrase(finding, found.framework);
    expect(plain(what)).toBe(says);
    expect(`${what} ${todo}`).not.toMatch(/\$|\?\w+\?|undefined|NaN|\[object/);

    const words = findingWords(id);
    const slots = (text: string): string[] => text.match(/\$\d/g) ?? [];
    const used = new Set([...slots(messages[words.what].message), ...slots(messages[words.todo].message)]);
    expect([...used].toSorted()).toEqual([...finding.values, ...(about === undefined ? [] : [about])].map((_, i) => `$${i + 1}`));
  });
});
