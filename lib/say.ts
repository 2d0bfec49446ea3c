// Words with what is filled in, in the language and the direction they are in.
import { writeAs } from './impact/locale.ts';
import { i18n, isKnown, told, template, type Word } from './words.ts';

export { remember, type Word } from './words.ts';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A name or number in a sentence keeps its own direction and leaves the sentence its own. */
const apart = (value: string): string => (value && (direction() === 'rtl' || RIGHT_TO_LEFT.test(value)) ? `\u2068${value}\u2069` : value);

/** The words by their name, with `$1`..`$9` filled in. */
export const say = (word: Word, ...values: (string | number)[]): string =>
  template(word).replace(/\$([1-9])(\.(?!\.))?/g, (_, slot: string, stop = '') => {
    const value = String(values[Number(slot) - 1] ?? '');
    // A value that ends with a stop of its own (22. Nov.) ends the sentence as well.
    return apart(value) + (value.endsWith('.') ? '' : stop);
  });

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
  if (isKnown('language')) spoken = found;
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
