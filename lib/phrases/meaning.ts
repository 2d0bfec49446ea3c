// What the rows of the form mean, said back while one types.
import type { Measured } from '../ask.ts';
import type { Impact } from '../impact/impact.ts';
import { gapOf } from '../impact/room.ts';
import { formatGap, formatNumber, formatReading, formatSigned, roundShown } from '../impact/shown.ts';
import type { Typed } from '../impact/typed.ts';
import { say } from '../say.ts';
import { effectPhrase, gainPhrase, shortName, unitName } from './answer.ts';
import { problemPhrase, unfinished } from './problem.ts';

/** One row: the text, the input it is about and what it was understood as; both absent where the input is gone. */
export interface ReadRow {
  readonly text: string;
  readonly about: Measured | undefined;
  readonly typed: Typed | undefined;
}

/** A sentence to show below the box; `note` says what may surprise in how the text was taken. */
export type Said =
  | { readonly kind: 'problem' | 'unfinished' | 'unpriced'; readonly text: string }
  | { readonly kind: 'priced'; readonly text: string; readonly note: string | undefined };

/** "+2 to +5 pp on Activation", or the text as it stands where it is not understood. */
export const rowPhrase = ({ about, typed, text }: ReadRow): string =>
  about && typed?.ok ? say('onInput', effectPhrase(typed.effect, about), shortName(about)) : text;

function aside({ typed }: ReadRow): string | undefined {
  if (!typed?.ok) return undefined;
  const { values, percentAsPoints } = typed.understood;
  if (percentAsPoints) return say('percentAsPoints');
  return values.length === 1 ? say('singleWidened', formatNumber(values[0] ?? 0)) : undefined;
}

/** @param impact of all rows together; `undefined` where it is not known @returns `undefined` when nothing is typed yet */
export function sayMeaning(rows: readonly ReadRow[], impact: Impact | undefined, northStar: Measured): Said | undefined {
  for (const { about, typed, text } of rows) {
    if (!about || !typed || typed.ok) continue;
    const quiet = unfinished(typed.problem);
    if (!quiet || text !== '') return { kind: quiet ? 'unfinished' : 'problem', text: problemPhrase(typed.problem, about) };
  }
  const typed = rows.filter((row) => row.typed?.ok);
  if (typed.length === 0) return undefined;
  const what = typed.map(rowPhrase).join(', ');
  if (!impact) return { kind: 'unpriced', text: say('meansUnpriced', what, unitName(northStar)) };
  const { gain, range } = gainPhrase(impact, northStar);
  return { kind: 'priced', text: say(typed.length > 1 ? 'meansNet' : 'means', what, gain, range), note: typed.map(aside).find(Boolean) };
}

/** "now 32 %, gap 4 pp": what is known of an input while one sizes it. */
export function factsPhrase(about: Measured): string {
  const { current, target } = about;
  if (current === undefined) return '';
  const gap = target && gapOf(about) !== undefined && say('gapIs', formatGap(about, target.value - current));
  return [say('nowIs', formatReading(about, current)), gap].filter(Boolean).join(', ');
}

/** One input's own share of the gain, signed and rounded like the whole. @param part in NSM units */
export const partPhrase = ({ p10, p90 }: Impact, part: number): string => formatSigned(roundShown({ p10, mean: part, p90 }).mean);
