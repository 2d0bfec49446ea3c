// Filling words in, and remembering them for when the browser no longer tells them.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { say as Say, remember as Remember, Word } from '../../lib/say.ts';

const WORDS: Record<string, string> = {
  cause: '$1 $2',
  range: '$1 to $2',
  save: 'Save',
  means: '$1, so about *$2* ($3).',
  swapped: '$2 before $1, $1 twice',
};
/** As Chrome does it: what is given is put in, a slot without a value becomes nothing. */
const getMessage = vi.fn((name: string, values: readonly string[] = []) =>
  (WORDS[name] ?? '').replace(/\$([1-9])/g, (_, n) => values[n - 1] ?? ''),
);

let say: typeof Say;
let remember: typeof Remember;
beforeEach(async () => {
  vi.resetModules();
  vi.unstubAllGlobals();
  getMessage.mockClear();
  vi.stubGlobal('chrome', { i18n: { getMessage } });
  ({ say, remember } = await import('../../lib/say.ts'));
});

describe('say', () => {
  it('fills values in where they belong, numbers too', () => {
    expect(say('save')).toBe('Save');
    expect(say('range', 120, 300)).toBe('120 to 300');
    expect(say('swapped' as Word, 'a', 'b')).toBe('b before a, a twice');
    expect(say('means', 'x', 'y', 'z')).toBe('x, so about *y* (z).');
  });

  it('takes nothing of a value for a slot, and a missing value for nothing', () => {
    expect(say('range', '$2', '$1')).toBe('$2 to $1');
    expect(say('range', '$&', '$$')).toBe('$& to $$');
    expect(say('range', 'a')).toBe('a to ');
    expect(say('range', '', 0)).toBe(' to 0');
  });

  it('ends a sentence once where its last value has a stop of its own', () => {
    expect(say('means', '22. Nov.', 'y', 'z')).toBe('22. Nov., so about *y* (z).');
    WORDS['ended'] = 'on $1. $1..$2.';
    expect(say('ended' as Word, '22. Nov.', 5)).toBe('on 22. Nov. 22. Nov...5.');
    expect(say('ended' as Word, 'Nov 22', 5)).toBe('on Nov 22. Nov 22..5.');
  });

  it('asks the browser once for each word', () => {
    say('range', 1, 2);
    say('range', 3, 4);
    say('save');
    // And, for the values, in which language and direction they stand.
    const asked = getMessage.mock.calls.map(([name]) => name).filter((name) => name in WORDS);
    expect(asked).toEqual(['range', 'save']);
  });

  it('asks "browser" before "chrome", where both are there', () => {
    vi.stubGlobal('browser', { i18n: { getMessage: () => 'from browser' } });
    expect(say('save')).toBe('from browser');
  });

  it('still knows what it was told to remember once the extension is gone, and says the name of what it was not', () => {
    remember('range', 'save');
    getMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect([say('range', 1, 2), say('save')]).toEqual(['1 to 2', 'Save']);
    expect(say('cause', 'a', 'b')).toBe('cause');
  });
});

describe('direction', () => {
  const told = (words: Record<string, string>, ui: string, bidi = 'ltr'): void => {
    const all: Record<string, string> = { ...WORDS, ...words, '@@bidi_dir': bidi };
    vi.stubGlobal('chrome', { i18n: { getMessage: (name: string) => all[name] ?? '', getUILanguage: () => ui } });
  };

  it('keeps every value apart among right-to-left words', () => {
    told({ language: 'he', direction: 'rtl' }, 'he');
    expect(say('range', '+5 pp', 300)).toBe('\u2068+5 pp\u2069 to \u2068300\u2069');
    expect(say('save')).toBe('Save');
  });

  it('keeps a right-to-left name apart among left-to-right words, and adds nothing else', () => {
    told({ language: 'en', direction: 'ltr' }, 'en-US');
    expect(say('range', 'הפעלה', 5)).toBe('\u2068הפעלה\u2069 to 5');
  });

  it('is that of the words, not that of the browser', async () => {
    const { direction, language } = await import('../../lib/say.ts');
    told({ language: 'en', direction: 'ltr' }, 'ar', 'rtl');
    expect([language(), direction()]).toEqual(['en', 'ltr']);
  });

  it('is the browser’s where the words do not say theirs', async () => {
    const { direction, language } = await import('../../lib/say.ts');
    told({ language: '[ĺàñĝ]', direction: '[ŕţļ]' }, 'he', 'rtl');
    expect([language(), direction()]).toEqual(['he', 'rtl']);
  });
});
