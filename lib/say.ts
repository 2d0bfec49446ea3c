// Every word the program shows comes from _locales, by a name that must exist there.
import type messages from '../public/_locales/en/messages.json';

export type Word = Exclude<keyof typeof messages, `_${string}`>;

type I18n = { getMessage(name: string, substitutions?: string[]): string };

// What was looked up once stays: a page that outlives an update of the extension can no longer ask the browser.
const known = new Map<Word, string>();
const SLOTS = Array.from({ length: 9 }, (_, i) => `$${i + 1}`);

function told(word: Word): string {
  try {
    const { i18n } = (globalThis as { browser?: { i18n: I18n } }).browser ?? (globalThis as unknown as { chrome: { i18n: I18n } }).chrome;
    return i18n.getMessage(word, SLOTS);
  } catch {
    // The extension was updated under this page.
    return '';
  }
}

function template(word: Word): string {
  let text = known.get(word);
  if (text === undefined) {
    text = told(word);
    // A browser under load has been seen to know no words for a while: its name is better than nothing, and not kept.
    if (text === '') return word;
    known.set(word, text);
  }
  return text;
}

/** The words by their name, with `$1`..`$9` filled in. */
export const say = (word: Word, ...values: (string | number)[]): string =>
  template(word).replace(/\$([1-9])/g, (_, slot: string) => String(values[Number(slot) - 1] ?? ''));

/** Looks words up ahead of time, for what must still be said after an update. */
export function remember(...words: Word[]): void {
  for (const word of words) template(word);
}
