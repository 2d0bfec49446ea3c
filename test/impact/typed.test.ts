import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Size } from '../../lib/impact/effect.ts';
import { quickSizes } from '../../lib/impact/quick.ts';
import type { Subject } from '../../lib/impact/room.ts';
import { LARGEST, LONGEST, parseEffect, type Typed } from '../../lib/impact/typed.ts';
import { count, type Expected, rate, rows } from './typed.table.ts';

const subjects = { any: [rate, count], rate: [rate], count: [count] };

function outcome(result: Typed): readonly [Expected, number?] {
  if (!result.ok) return [result.problem.code];
  const { low, mid, high, chance } = result.effect;
  return [mid === undefined ? [low, high] : [low, mid, high], chance];
}

describe('the table', () => {
  for (const [text, on, expected, chance = 1] of rows) {
    for (const subject of subjects[on]) {
      test(`${JSON.stringify(text.slice(0, 40))} on a ${subject.kind}`, () => {
        expect(outcome(parseEffect(text, subject))).toEqual(Array.isArray(expected) ? [expected, chance] : [expected]);
      });
    }
  }
});

describe('docs/effects.md', () => {
  const table = readFileSync(new URL('../../docs/effects.md', import.meta.url), 'utf8').split('## Marks')[0] ?? '';
  const documented = [...table.matchAll(/^\| `(.+?)` \| (.+?) \| (any|rate|count) \|$/gm)].map(([, text = '', means = '', on]) => ({
    text,
    means,
    on: on as keyof typeof subjects,
  }));

  /** `2..5` at 70 %, refused, `reversed`, or nothing yet, `incomplete`: what a row of the document promises. */
  function promised(means: string): readonly [Expected, number?] {
    const code = /^(?:refused|nothing yet), `([a-z-]+)`/.exec(means)?.[1];
    if (code) return [code as Expected];
    const [, numbers = '', chance = '100'] = /^`([^`]+)`(?: at ([\d.]+) %)?/.exec(means) ?? [];
    return [numbers.split('..').map(Number), Number(chance) / 100];
  }

  it('has a row for every line of its table', () => {
    const lines = table.split('\n').filter((line) => line.startsWith('| `'));
    expect(documented.length).toBe(lines.length);
    expect(documented.length).toBeGreaterThan(80);
  });

  test.each(documented)('$text on $on', ({ text, means, on }) => {
    for (const subject of subjects[on]) expect(outcome(parseEffect(text, subject))).toEqual(promised(means));
    expect(
      rows.some(([known, where]) => known === text && where === on),
      'the row is in the table of the tests',
    ).toBe(true);
  });

  it('mentions every code', () => {
    const codes = new Set(rows.map(([, , expected]) => expected).filter((expected) => !Array.isArray(expected)));
    for (const code of [...codes, 'no-reading']) {
      expect(readFileSync(new URL('../../docs/effects.md', import.meta.url), 'utf8')).toContain(`\`${String(code)}\``);
    }
  });
});

describe('what a problem carries', () => {
  const problem = (text: string, subject: Subject): unknown => {
    const result = parseEffect(text, subject);
    return result.ok ? undefined : result.problem;
  };

  test.each([
    ['+5..2', rate, { code: 'reversed', low: 2, high: 5 }],
    ['200pp', rate, { code: 'outside-bounds', value: 200, low: -32, high: 68 }],
    ['-40..2', rate, { code: 'outside-bounds', value: -40, low: -32, high: 68 }],
    ['5..5', rate, { code: 'empty-range', value: 5 }],
    ['2..7..6', rate, { code: 'middle-outside', low: 2, mid: 7, high: 6 }],
    ['-1.200', count, { code: 'ambiguous', readings: [-1.2, -1200] }],
    ['2..5k', count, { code: 'ambiguous', readings: [2, 2000] }],
    ['-5-2', count, { code: 'ambiguous', readings: [-2, 2] }],
    ['2 apples', rate, { code: 'trailing', rest: 'apples' }],
    ['2 to five', rate, { code: 'not-a-number', rest: 'five' }],
    ['5pp', count, { code: 'unit-mismatch', typed: 'pp' }],
    ['5 p120', count, { code: 'chance', value: 120 }],
    ['1e13', count, { code: 'too-large', most: LARGEST }],
    ['x1.1', { ...count, current: undefined }, { code: 'no-reading' }],
    ['+10%', { ...count, current: undefined }, { code: 'no-reading' }],
    ['-> 36', { ...rate, current: undefined }, { code: 'no-reading' }],
    ['x1.1', { ...count, current: 0 }, { code: 'zero' }],
    ['300/wk', { ...count, window: 'per team per month' }, { code: 'unit-mismatch', typed: '/wk' }],
  ] as const)('%s', (text, subject, expected) => {
    expect(problem(text, subject)).toEqual(expected);
  });

  it('names the largest possible without dust', () => {
    expect(problem('80', { ...rate, current: 31.4 })).toEqual({
      code: 'outside-bounds',
      value: 80,
      low: -31.4,
      high: 68.6,
    });
  });

  it('takes bounds that are given instead of those of a rate', () => {
    expect(problem('5', { ...count, bounds: { low: 0, high: 1204 } })).toMatchObject({
      code: 'outside-bounds',
      high: 4,
    });
    expect(parseEffect('200', { ...rate, bounds: { low: 0, high: 1000 } }).ok).toBe(true);
  });
});

describe('what is said back', () => {
  const understood = (text: string, subject: Subject): unknown => {
    const result = parseEffect(text, subject);
    return result.ok ? result.understood : result.problem;
  };
  const plain = { percentAsPoints: false, chanceTyped: false };

  test.each([
    ['+2..5pp', rate, { ...plain, as: 'points', values: [2, 5] }],
    ['-1%', rate, { ...plain, as: 'points', values: [-1], percentAsPoints: true }],
    ['32% -> 36%', rate, { ...plain, as: 'readings', values: [36], from: 32 }],
    ['30 -> 36', rate, { ...plain, as: 'readings', values: [36], from: 30 }],
    ['-> 36', rate, { ...plain, as: 'readings', values: [36], from: 32 }],
    ['+10% 70%', count, { ...plain, as: 'share', values: [10], from: 1200, chanceTyped: true }],
    ['x1.1..1.3', count, { ...plain, as: 'factor', values: [1.1, 1.3], from: 1200 }],
    ['300 teams/wk', count, { ...plain, as: 'units', values: [300] }],
  ] as const)('%s', (text, subject, expected) => {
    expect(understood(text, subject)).toEqual(expected);
  });
});

const effectOf = (text: string, subject: Subject, evidence?: Parameters<typeof parseEffect>[2]): Size | undefined => {
  const result = parseEffect(text, subject, evidence);
  return result.ok ? result.effect : undefined;
};

it('widens one number by its evidence', () => {
  expect(effectOf('10', count, 'test')).toEqual({ low: 7.5, high: 12.5, chance: 1 });
  expect(effectOf('-10', count, 'users')).toEqual({ low: -14.5, high: -5.5, chance: 1 });
  expect(effectOf('2..5', count, 'test')).toEqual({ low: 2, high: 5, chance: 1 });
});

it('turns a share of a reading below zero the right way round', () => {
  expect(effectOf('10..20%', { ...count, current: -100 })).toEqual({ low: -20, high: -10, chance: 1 });
});

it('reads m as the unit where metres are counted', () => {
  expect(effectOf('5 m', { ...count, unit: 'm' })).toEqual({ low: 0, high: 10, chance: 1 });
  expect(effectOf('5..6€', { ...count, unit: '€' })).toEqual({ low: 5, high: 6, chance: 1 });
});

const subject: fc.Arbitrary<Subject> = fc.record(
  {
    kind: fc.constantFrom('count', 'rate', 'ratio'),
    unit: fc.constantFrom('', 'teams', 'm', '€', '%', 'e', 'x'),
    direction: fc.constantFrom('up', 'down'),
    current: fc.double({ min: 0, max: 100, noNaN: true }),
    target: fc.record({ value: fc.double({ min: 0, max: 100, noNaN: true }), date: fc.constant('2026-12-31') }),
  },
  { requiredKeys: ['kind', 'unit', 'direction'] },
);

/** Texts that look like effects, near enough to reach deep into the grammar. */
const nearly = fc
  .array(
    fc.constantFrom(
      '2',
      '5',
      '12',
      '200',
      '.',
      '..',
      ',',
      '-',
      '+',
      '->',
      'x',
      '%',
      'pp',
      ' ',
      'to',
      'k',
      'm',
      'e',
      'p70',
      '70%',
      '/wk',
      '~',
      'teams',
      "'",
      '1e9',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('properties', () => {
  it('never throws, and what it accepts is a range with a chance, inside the bounds', () => {
    const text = fc.oneof(nearly, fc.string({ maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));
    fc.assert(
      fc.property(text, subject, (typed, about) => {
        const result = parseEffect(typed, about);
        if (!result.ok) return;
        const { low, mid = low, high, chance } = result.effect;
        expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
        expect(low).toBeLessThan(high);
        expect(low <= mid && mid <= high).toBe(true);
        expect(chance > 0 && chance <= 1).toBe(true);
        if (about.kind === 'rate' && about.current !== undefined) {
          expect(about.current + low).toBeGreaterThan(-1e-8);
          expect(about.current + high).toBeLessThan(100 + 1e-8);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('reads any range of numbers as those numbers', () => {
    const number = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100);
    const between = fc.constantFrom('..', ' to ', '...', '…', ' .. ');
    fc.assert(
      fc.property(number, number, between, fc.integer({ min: 1, max: 100 }), (a, b, sign, chance) => {
        fc.pre(a < b);
        expect(effectOf(`${a}${sign}${b} ${chance}%`, count)).toEqual({ low: a, high: b, chance: chance / 100 });
      }),
    );
  });

  it('reads grouped numbers of any locale that is clear', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 1e11 }), fc.constantFrom('en', 'fr', 'de-CH', 'en-IN'), (n, locale) => {
        fc.pre(locale !== 'en-IN' || n < 100_000);
        const text = new Intl.NumberFormat(locale).format(n);
        expect(effectOf(`0..${text}`, count)).toEqual({ low: 0, high: n, chance: 1 });
      }),
    );
  });

  it('gives every quick size back from its own text', () => {
    fc.assert(
      fc.property(subject, (about) => {
        for (const size of quickSizes(about) ?? []) {
          expect(effectOf(size.text, about)).toEqual({ low: size.low, high: size.high, chance: 1 });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer for hostile texts', () => {
    const units = [' ', '1', '1 ', '1,', '000 ', '1 000', '..', '2..', '-', '1.1', '%', 'p7', '\u00a0', 'e+1', '/', '→', 'ﷺ'];
    const start = performance.now();
    for (const unit of units) {
      const long = unit.repeat(Math.ceil(50_000 / unit.length));
      expect(parseEffect(long, count)).toEqual({ ok: false, problem: { code: 'too-long', most: LONGEST } });
      for (let i = 0; i < 50; i++) parseEffect(`5${long.slice(0, LONGEST - 1)}`, count);
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
