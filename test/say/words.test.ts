// The words: every name that is used is there, every one that is there is used, and they are said as we say things.
import { describe, expect, it } from 'vitest';
import { RULES } from '../../lib/lint/rules.ts';
import { findingWords } from '../../lib/phrases/finding.ts';
import messages from '../../public/_locales/en/messages.json';
import { firstArgument, inBrackets, SOURCES } from './sources.ts';

const ENTRIES = Object.entries(messages as Record<string, { message: string; description?: string }>);
const NAMES = new Set(ENTRIES.map(([name]) => name));

/** Begins with a space, to be glued to another sentence: to be made a sentence of its own. */
const GLUED = ['chartPace'];

interface Call {
  readonly file: string;
  readonly names: readonly string[];
  readonly inside: string;
}

/** Each call of `say`, with the names it may use: those quoted in its first argument, conditions left out. */
const CALLS: readonly Call[] = SOURCES.flatMap(({ file, text }) =>
  [...text.matchAll(/(?<![\w.])say\(/g)].map((match): Call => {
    const inside = inBrackets(text, match.index + match[0].length);
    const chosen = firstArgument(inside).replace(/[=!]==?\s*'[^']*'|\[[^\]]*\]/g, '');
    return { file, inside, names: [...chosen.matchAll(/'(\w+)'/g)].map(([, name = '']) => name) };
  }),
);

/** The words in tables of them: in a record behind the colon, in a list of pairs at the end of the line. */
const TABLES: readonly (readonly [file: string, name: string])[] = SOURCES.flatMap(({ file, text }) =>
  [...text.matchAll(/:[^;=\n]*\bWord\b[^=\n]*= ([[{])/g)].flatMap((match) => {
    const inside = inBrackets(text, match.index + match[0].length);
    const list = inside.includes('[') ? /'(\w+)'\],?$/gm : /'(\w+)'/g;
    return [...inside.matchAll(match[1] === '{' ? /:\s*'(\w+)'/g : list)].map(([, name = '']) => [file, name] as const);
  }),
);

/** What the linter finds is named after its rule. */
const FINDINGS: readonly string[] = RULES.flatMap(({ id }) => Object.values(findingWords(id)));

describe('names', () => {
  it('that say() is called with are all there', () => {
    expect(CALLS.length).toBeGreaterThan(200);
    expect(CALLS.flatMap(({ file, names }) => names.filter((name) => !NAMES.has(name)).map((name) => `${file}: ${name}`))).toEqual([]);
  });

  it('in tables of words are all there', () => {
    expect(TABLES.length).toBeGreaterThan(30);
    expect(TABLES.filter(([, name]) => !NAMES.has(name)).map(String)).toEqual([]);
  });

  it('after the rules of the linter are all there', () => {
    expect(FINDINGS.filter((name) => !NAMES.has(name))).toEqual([]);
  });

  it('are all used somewhere', () => {
    const all = SOURCES.map(({ text }) => text).join('\n');
    const said = [
      ...CALLS.flatMap(({ names }) => names),
      ...TABLES.map(([, name]) => name),
      ...FINDINGS,
      ...(all.match(/(?<=__MSG_)\w+?(?=__)/g) ?? []),
    ];
    // A name of one plain word may mean anything where it is quoted: it counts only where it is said.
    const quoted = [...all.matchAll(/'(\w+)'/g)].map(([, name = '']) => name).filter((name) => /[A-Z]/.test(name));
    const used = new Set([...said, ...quoted]);
    expect([...NAMES].filter((name) => !used.has(name))).toEqual([]);
  });

  it('are as the browsers allow them, also where they differ in case only', () => {
    for (const [name] of ENTRIES) expect(name).toMatch(/^[A-Za-z0-9_@]+$/);
    expect(new Set([...NAMES].map((name) => name.toLowerCase())).size).toBe(NAMES.size);
  });
});

describe('values', () => {
  const slotsOf = (message: string): number[] =>
    [...new Set([...message.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)))].toSorted((a, b) => a - b);

  it.each(ENTRIES.map(([name, { message }]) => [name, message] as const))('%s: numbers its slots from 1 without a gap', (name, message) => {
    const slots = slotsOf(message);
    expect(slots).toEqual(slots.map((_, i) => i + 1));
    // A lone $ is a fault in Chrome, and $name$ wants a table of placeholders.
    expect(message.replace(/\$[1-9]/g, '')).not.toContain('$');
    if (!GLUED.includes(name)) expect(message.trim()).toBe(message);
    expect(message).not.toBe('');
  });

  it('are as many as the words have room for, where they can be counted', () => {
    const wrong = CALLS.flatMap(({ file, names, inside }) => {
      const rest = inside.slice(firstArgument(inside).length);
      if (rest.includes('...')) return [];
      let given = 0;
      for (
        let left = rest;
        left.trim().startsWith(',');
        left = left
          .trim()
          .slice(1)
          .slice(firstArgument(left.trim().slice(1)).length)
      )
        if (left.trim().slice(1).trim()) given++;
      const room = names.map((name) => slotsOf((messages as Record<string, { message: string }>)[name]?.message ?? '').length);
      return room.some((slots) => slots > given) || (room.length > 0 && Math.max(...room) < given)
        ? [`${file}: say(${inside}) has ${given}, ${names.join(' ')} ${room.join(' ')}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });
});

describe('tone', () => {
  it.each(ENTRIES.map(([name, { message }]) => [name, message] as const))('%s: is plain', (_, message) => {
    expect(message).not.toMatch(/!|\b(please|oops|successful(ly)?|sorry|simply|whoops)\b/i);
    expect(message).not.toMatch(/ {2}| [,.;:]|\.\.\.|--/);
    // A tag would be shown as it stands: words are drawn as text.
    expect(message).not.toMatch(/<\/?[a-z]|&[a-z]+;|javascript:/i);
  });
});
