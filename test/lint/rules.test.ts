// The shape of the linter: one rule a file, each from a numbered requirement, each with words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../lib/lint/rule.ts';
import { RULES } from '../../lib/lint/rules.ts';

const FOLDER = join(import.meta.dirname, '../../lib/lint/rules');
const ALL: readonly Rule[] = RULES;
/** Requirements a rule may come from: structure, choosing, ownership and targets; learning and anti-patterns. */
const isRequired = (number: number): boolean => (number >= 1 && number <= 48) || (number >= 77 && number <= 99);

describe('the rules', () => {
  it('are one file each, under its own name', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ''));
    expect(ALL.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
    for (const { id } of ALL) expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  });

  it('come from a seed document, by a numbered requirement', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(45);
    for (const { id, requirement, source } of ALL) {
      expect(isRequired(requirement[0]), id).toBe(true);
      expect(source, id).toMatch(/^S[0-4]\b/);
    }
  });

  it('know each anti-pattern', () => {
    for (let number = 82; number <= 99; number++) {
      expect(
        ALL.some(({ requirement }) => requirement.includes(number)),
        String(number),
      ).toBe(true);
    }
  });

  it.each(ALL.map((rule) => [rule.id, rule] as const))('%s reads words only if it says so', (id, { language }) => {
    const text = readFileSync(join(FOLDER, `${id}.ts`), 'utf8');
    expect(/\.\.\/(vocabulary|units)\.ts/.test(text)).toBe(language === 'en');
  });

  it('call an error only what breaks arithmetic', () => {
    const errors = ALL.filter(({ level }) => level === 'error').map(({ id }) => id);
    expect(errors.filter((id) => !/^(formula|multiplier)-/.test(id))).toEqual(['no-north-star', 'second-north-star']);
  });
});
