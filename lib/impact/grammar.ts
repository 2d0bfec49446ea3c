// The letters of "By how much?": which numbers, which unit, which chance. What they mean is typed.ts.
import { numeral } from './numeral.ts';
import type { Problem } from './problem.ts';
import type { Subject } from './room.ts';

/** `x` is a factor; empty is the input's own unit, named or not. */
export type Unit = '%' | 'pp' | 'x' | '';

/** One number: `value` as meant, `digits` without its k or m. */
interface Piece {
  readonly value: number;
  readonly digits: number;
  readonly signed: boolean;
}

/** A text that is complete, not yet weighed. */
export interface Read {
  readonly pieces: readonly Piece[];
  readonly unit: Unit;
  /** The pieces are readings to reach, from the typed one where there is one. */
  readonly reach: boolean;
  readonly from: number | undefined;
  /** Per cent. */
  readonly chance: number | undefined;
}

const NUMBER =
  / ?([+-]?) ?(\d{1,3}(?: \d{3})+(?!\d| ?%)(?:[.,]\d+)?|\d+(?:[.,']\d+)*|[.,]\d+)(e[+-]?\d+)?(?: ?([km])(?![a-z]))?/y;
const BETWEEN = / ?(\.{2,3}|to(?![a-z])|-)/y;
const CHANCE = / ?(?:p ?(\d+(?:[.,]\d+)?) ?%?|(\d+(?:[.,]\d+)?) ?%)$/y;
/** The first keys of a unit, a range or a chance. */
const BEGUN = /^(?:[tp.,]|per?|\/ ?(?:wee)?|p? ?\d{1,3}[.,]?)$/;

/** Counted by something else than weeks, which is what requirement 55 asks for at least. */
const OTHER_PERIOD = /(?<!\b7.)day|month|quarter|year/i;

/** What the keys of many keyboards, and copying from pages, make of the same few signs. */
const plain = (text: string): string =>
  text
    .normalize('NFKC') // full-width digits and signs, no-break spaces, the ellipsis
    .replace(/[\u200b-\u200f\u202a-\u202e]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[-=]>|[→⇒➔]/g, '>')
    .replace(/[×✕*]/g, 'x')
    .replace(/’/g, "'")
    .trim()
    .toLowerCase();

/** Reads a text of bounded length, left to right, once. */
export function read(text: string, subject: Pick<Subject, 'kind' | 'unit' | 'window'>): Read | Problem {
  const source = plain(text);
  if (!source) return { code: 'empty' };
  const name = plain(subject.unit);
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };

  const number = (): Piece | Problem => {
    const found = take(NUMBER);
    const rest = source.slice(at).trim();
    if (!found) return /^[+-]?[.,]?$/.test(rest) ? { code: 'incomplete' } : { code: 'not-a-number', rest };
    const [, sign, raw = '', power = '', suffix = ''] = found;
    const size = numeral(raw, subject.kind);
    const factor = (sign === '-' ? -1 : 1) * 10 ** Number(power.slice(1));
    if (typeof size !== 'number') return { code: 'ambiguous', readings: [size[0] * factor, size[1] * factor] };
    if (Number.isNaN(size)) return { code: 'not-a-number', rest: raw };
    const digits = size * factor;
    // In metres, `5 m` is five metres and not five million.
    if (suffix === name) at -= suffix.length;
    const scale = suffix === '' || suffix === name ? 1 : suffix === 'k' ? 1e3 : 1e6;
    return { value: digits * scale, digits, signed: sign !== '' };
  };

  const measure = (): Unit | Problem => {
    const unit = (take(/ ?(%|pp(?![a-z])|x(?![a-z\d]))/y)?.[1] ?? '') as Unit;
    const rest = source.slice(at).trimStart();
    const word = [name, name.replace(/s$/, '')].find((w) => w && rest.startsWith(w) && !/^[a-z]/.test(rest.slice(w.length)));
    if (word) at = source.length - rest.length + word.length;
    const weekly = take(/(?: ?\/ ?| per )(?:wk?|week)(?![a-z])/y);
    if (weekly && (subject.kind === 'rate' || OTHER_PERIOD.test(`${subject.window ?? ''} ${name}`))) {
      return { code: 'unit-mismatch', typed: weekly[0].trim() };
    }
    return unit;
  };

  take(/~ ?/y);
  let unit: Unit = take(/x/y) ? 'x' : '';
  let reach = unit === '' && take(/>/y) !== null;
  let from: number | undefined;
  let pieces: Piece[] = [];
  for (let dash = false; ; ) {
    const piece = number();
    if ('code' in piece) return piece;
    const { value } = piece;
    if (dash && !piece.signed && pieces[0]?.signed) return { code: 'ambiguous', readings: [-value, value] };
    pieces.push(piece);
    const typed = measure();
    if (typeof typed !== 'string') return typed;
    if (typed && unit && unit !== typed) return { code: 'unit-mismatch', typed };
    unit ||= typed;
    if (!reach && unit !== 'x' && pieces.length === 1 && take(/ ?>/y)) {
      reach = true;
      from = value;
      pieces = [];
      continue;
    }
    const between = pieces.length < 3 ? take(BETWEEN) : null;
    if (!between) break;
    dash = between[1] === '-';
  }

  const found = take(CHANCE);
  const rest = source.slice(at).trim();
  if (rest) return BEGUN.test(rest) || name.startsWith(rest) ? { code: 'incomplete' } : { code: 'trailing', rest };
  return { pieces, unit, reach, from, chance: found ? Number((found[1] ?? found[2] ?? '').replace(',', '.')) : undefined };
}
