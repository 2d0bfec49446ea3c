// Every word the program shows comes from _locales, by a name that must exist there. Here they are as they stand there;
// say.ts makes sentences of them. What runs on every page of a tracker needs no more than this.
import type messages from '../public/_locales/en/messages.json';

export type Word = Exclude<keyof typeof messages, `_${string}`>;

type I18n = { getMessage(name: string, substitutions?: string[]): string; getUILanguage(): string };

/** @throws where there is no browser, or where the extension was updated under this page */
export const i18n = (): I18n =>
  ((globalThis as { browser?: { i18n: I18n } }).browser ?? (globalThis as unknown as { chrome: { i18n: I18n } }).chrome).i18n;

// What was looked up once stays: a page that outlives an update of the extension can no longer ask the browser.
const known = new Map<Word, string>();
const SLOTS = Array.from({ length: 9 }, (_, i) => `$${i + 1}`);

export function told(word: Word | '@@bidi_dir'): string {
  try {
    return i18n().getMessage(word, SLOTS);
  } catch {
    // The extension was updated under this page.
    return '';
  }
}

/** The words by their name, `$1`..`$9` unfilled; the name itself while the browser knows none. */
export function template(word: Word): string {
  let text = known.get(word);
  if (text === undefined) {
    text = told(word);
    // A browser under load has been seen to know no words for a while: its name is better than nothing, and not kept.
    if (text === '') return word;
    known.set(word, text);
  }
  return text;
}

/** Whether the browser has told them. */
export const isKnown = (word: Word): boolean => known.has(word);

/** Looks words up ahead of time, for what must still be said after an update. */
export function remember(...words: Word[]): void {
  for (const word of words) template(word);
}
