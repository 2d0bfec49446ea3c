// Frameworks in a language that nobody speaks: every word another one, and the same word always the same.
import type { Facts } from '../../lib/lint/rule.ts';
import type { Framework } from '../../lib/model/framework.ts';

const SYLLABLES = ['ka', 'lö', 'ri', 'nä', 'tu', 'he', 'mö', 'sy', 'vai', 'kko', 'lla', 'pä', 'ju', 'onni', 'rre', 'tää'];

function wordFor(word: string): string {
  let hash = 7;
  for (const sign of word) hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
  return `${SYLLABLES[hash % 16]}${SYLLABLES[(hash >>> 4) % 16]}${SYLLABLES[(hash >>> 8) % 16]}${SYLLABLES[(hash >>> 12) % 16]}`;
}

export const finnish = (text: string): string => text.replace(/\p{L}+/gu, (word) => wordFor(word.toLowerCase()));
/** Names in a formula stand in quotes; bare words are ids, which no language changes. */
const formula = (text: string): string => text.replace(/'[^']*'/g, finnish);

/** What somebody typed, in its own words; ids, dates and choices are not. */
const TYPED = new Set(['name', 'shortName', 'unit', 'window', 'denominator', 'owner', 'objective', 'why', 'value', 'scope', 'rationale']);
for (const field of ['gaming', 'said', 'rules', 'reason', 'pivot']) TYPED.add(field);

function translated(value: unknown, field: string): unknown {
  if (typeof value === 'string') return field === 'formula' ? formula(value) : TYPED.has(field) ? finnish(value) : value;
  if (Array.isArray(value)) return value.map((one) => translated(one, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, translated(part, key)]));
}

const inFinnish = (framework: Framework): Framework => translated(framework, 'framework') as Framework;

/** The same facts, every name, unit and text of them translated. */
export const facts = (one: Facts): Facts => ({
  ...one,
  framework: inFinnish(one.framework),
  ...(one.others && { others: one.others.map(inFinnish) }),
});
