// Every word the program shows comes from _locales, by a name that must exist there.
import type messages from '../public/_locales/en/messages.json';
import { writeAs } from './impact/locale.ts';

export type Word = Exclude<keyof typeof messages, `_${string}`>;

type I18n = { getMessage(name: string, substitutions?: string[]): string; getUILanguage(): string };

const i18n = (): I18n =>
  ((globalThis as { browser?: { i18n: I18n } }).browser ?? (globalThis as unknown as { chrome: { i18n: I18n } }).chrome).i18n;

// What was looked up once stays: a page that outlives an update of the extension can no longer ask the browser.
const known = new Map<Word, string>();
const SLOTS = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];

function told(word: Word | '@@bidi_dir'): string {
  try {
    return i18n().getMessage(word, SLOTS);
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

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A name or number in a sentence keeps its own direction and leaves the sentence its own. */
const apart = (value: string): string => (value && (direction() === 'rtl' || RIGHT_TO_LEFT.test(value)) ? `\u2068${value}\u2069` : value);

/** The words by their name, with `$1`..`$9` filled in. */
export const say = (word: Word, ...values: (string | number)[]): string =>
  template(word).replace(/\$([1-9])/g, (_, slot: string) => apart(String(values[Number(slot) - 1] ?? '')));

let spoken: { readonly tag: string | undefined; readonly rightToLeft: boolean } | undefined;

/** Each file of words says what language it is in: a browser in a language that has none shows the English ones. */
function speaking(): NonNullable<typeof spoken> {
  if (spoken) return spoken;
  const [words, way] = [say('language'), say('direction')];
  let tag: string | undefined;
  try {
    // Among the kinds of one language (en-GB, de-CH) it is the browser's own.
    tag = i18n().getUILanguage();
    if (/^[a-z]{2,3}(-\w+)*$/i.test(words) && tag.split('-')[0] !== words.split('-')[0]) tag = words;
  } catch {
    // No browser, or none any more.
  }
  const found = { tag, rightToLeft: (/^(ltr|rtl)$/.test(way) ? way : told('@@bidi_dir')) === 'rtl' };
  // While the browser knows no words it is asked again.
  if (known.has('language')) spoken = found;
  return found;
}
writeAs(speaking);

/** The language of the words, BCP 47; empty where no browser tells it. */
export const language = (): string => speaking().tag ?? '';
export const direction = (): 'ltr' | 'rtl' => (speaking().rightToLeft ? 'rtl' : 'ltr');

/** Tells a page of ours, and so its reader's software, what it is written in. */
export function markLanguage(root: HTMLElement): void {
  root.lang = language();
  root.dir = direction();
}

/** Looks words up ahead of time, for what must still be said after an update. */
export function remember(...words: Word[]): void {
  for (const word of words) template(word);
}
