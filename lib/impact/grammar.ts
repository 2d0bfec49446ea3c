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

const NUMBER = / ?([+-]?) ?(\d{1,3}(?: \d{3})+(?!\d| ?%)(?:[.,]\d+)?|\d+(?:[.,']\d+)*|[.,]\d+)(e[+-]?\d+)?(?: ?([km])(?![a-z]))?/y;
const BETWEEN = / ?(\.{2,3}|(?:to|bis)(?![a-z])|-)/y;
const CHANCE = / ?(?:p ?(\d+(?:[.,]\d+)?) ?%?|(\d+(?:[.,]\d+)?) ?%)$/y;
/** The first keys of a unit, a range or a chance. */
const BEGUN = /^(?:[tbp.,]|bi|per?|\/ ?(?:wee?)?|p? ?\d{1,3}[.,]?)$/;

/** Counted by something else than weeks, which is what requirement 55 asks for at least. */
const OTHER_PERIOD = /(?<!\b7.)day|month|quarter|year/i;

/** What the keys of many keyboards, and copying from pages, make of the same few signs. */
const plain = (text: string): string =>
  text
    .normalize('NFKC') // full-width digits and signs, no-break spaces, the ellipsis
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[-=]>|[→⇒➔]/g, '>')
    .replace(/[×✕*]/g, 'x')
    .replace(/’/g, "'")
    .trim()
    .toLowerCase();

interface Cursor {
  readonly source: string;
  at: number;
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.source);
  if (found) cursor.at = pattern.lastIndex;
  return found;
}

const restOf = ({ source, at }: Cursor): string => source.slice(at).trim();

/** @param name the input's own unit */
function takeNumber(cursor: Cursor, kind: Subject['kind'], name: string): Piece | Problem {
  const found = take(cursor, NUMBER);
  if (!found) {
    const rest = restOf(cursor);
    return /^[+-]?[.,]?$/.test(rest) ? { code: 'incomplete' } : { code: 'not-a-number', rest };
  }
  const [, sign, raw = '', power = '', suffix = ''] = found;
  const size = numeral(raw, kind);
  const factor = (sign === '-' ? -1 : 1) * 10 ** Number(power.slice(1));
  if (typeof size !== 'number') return { code: 'ambiguous', readings: [size[0] * factor, size[1] * factor] };
  if (Number.isNaN(size)) return { code: 'not-a-number', rest: raw };
  const digits = size * factor;
  // In metres, `5 m` is five metres and not five million.
  const scale = suffix === '' || suffix === name ? 1 : suffix === 'k' ? 1e3 : 1e6;
  return { value: digits * scale, digits, signed: sign !== '' };
}

function takeUnit(cursor: Cursor, { kind, window = '' }: Pick<Subject, 'kind' | 'window'>, name: string): Unit | Problem {
  const unit = (take(cursor, / ?(%|pp(?![a-z])|x(?![a-z\d]))/y)?.[1] ?? '') as Unit;
  const rest = restOf(cursor);
  const word = [name, name.replace(/s$/, '')].find((w) => w && rest.startsWith(w) && !/^[a-z]/.test(rest.slice(w.length)));
  if (word) cursor.at = cursor.source.length - rest.length + word.length;
  const weekly = take(cursor, /(?: ?\/ ?| per )(?:wk?|week)(?![a-z])/y);
  if (weekly && (kind === 'rate' || OTHER_PERIOD.test(`${window} ${name}`))) return { code: 'unit-mismatch', typed: weekly[0].trim() };
  return unit;
}

/** All but the chance: one to three numbers, behind a factor sign, an arrow or a reading with an arrow. */
function takeRange(cursor: Cursor, subject: Pick<Subject, 'kind' | 'window'>, name: string): Omit<Read, 'chance'> | Problem {
  take(cursor, /~ ?/y);
  let unit: Unit = take(cursor, /x/y) ? 'x' : '';
  let reach = unit === '' && take(cursor, />/y) !== null;
  let from: number | undefined;
  let pieces: Piece[] = [];
  for (let dash = false; ; ) {
    const piece = takeNumber(cursor, subject.kind, name);
    if ('code' in piece) return piece;
    const { value } = piece;
    if (dash && !piece.signed && pieces[0]?.signed) return { code: 'ambiguous', readings: [-value, value] };
    pieces.push(piece);
    const typed = takeUnit(cursor, subject, name);
    if (typeof typed !== 'string') return typed;
    if (typed && unit && unit !== typed) return { code: 'unit-mismatch', typed };
    unit ||= typed;
    if (!reach && unit !== 'x' && pieces.length === 1 && take(cursor, / ?>/y)) {
      reach = true;
      from = value;
      pieces = [];
      continue;
    }
    const between = pieces.length < 3 ? take(cursor, BETWEEN) : null;
    if (!between) return { pieces, unit, reach, from };
    dash = between[1] === '-';
  }
}

/** Reads a text of bounded length, left to right, once. */
export function read(text: string, subject: Pick<Subject, 'kind' | 'unit' | 'window'>): Read | Problem {
  const cursor: Cursor = { source: plain(text), at: 0 };
  if (!cursor.source) return { code: 'empty' };
  const name = plain(subject.unit);
  const range = takeRange(cursor, subject, name);
  if ('code' in range) return range;
  const found = take(cursor, CHANCE);
  const rest = restOf(cursor);
  if (rest) return BEGUN.test(rest) || name.startsWith(rest) ? { code: 'incomplete' } : { code: 'trailing', rest };
  return { ...range, chance: found ? Number((found[1] ?? found[2] ?? '').replace(',', '.')) : undefined };
}
