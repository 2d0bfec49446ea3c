// The box "By how much?": what was typed, as an effect and as pieces to say back, or one problem with its numbers.
// The whole grammar is the table in docs/effects.md, tested row by row. Words live with the strings, not here.
import type { Evidence } from '../model/tag.ts';
import { fromSingle, type Size, within } from './effect.ts';
import { type Read, read } from './grammar.ts';
import { tidy } from './numeral.ts';
import type { Problem } from './problem.ts';
import { type Bounds, roomOf, type Subject } from './room.ts';

/** What a tag keeps of the text; no longer text is read, so none costs more than a short one. */
export const LONGEST = 120;
/** No effect is larger, in any unit. */
export const LARGEST = 1e12;

/** How the numbers were taken, to say it back. */
export interface Understood {
  /** Units of a count, points (pp) of a rate, a share of the current reading, a factor on it, or readings to reach. */
  readonly as: 'units' | 'points' | 'share' | 'factor' | 'readings';
  /** One (then widened to a range), two or three numbers as typed: per cent for a share, factors, readings. */
  readonly values: readonly number[];
  /** The reading a share, a factor or a target was taken from: as typed in `32 -> 36`, else the current one. */
  readonly from?: number;
  /** `%` was typed on a rate and taken as points, not as a share: worth saying. */
  readonly percentAsPoints: boolean;
  readonly chanceTyped: boolean;
}

export type Typed =
  | { readonly ok: true; readonly effect: Size; readonly understood: Understood }
  | { readonly ok: false; readonly problem: Problem };

/** One number as a change of a reading, in the input's unit. */
function changeFrom(reading: number, as: Understood['as'], value: number): number {
  if (as === 'readings') return tidy(value - reading);
  if (as === 'factor') return tidy((value - 1) * reading);
  return tidy(as === 'share' ? (value / 100) * reading : value);
}

/** The range of one number. What is not possible is no part of it, but the number itself stays the median. */
function widened(x: number, room: Bounds | undefined, evidence: Evidence): Size {
  const { low, high } = fromSingle(x, evidence);
  const [from, to] = [within(low, room), within(high, room)];
  return { low: tidy(from), high: tidy(to), chance: 1, ...(from > low || to < high ? { mid: x } : {}) };
}

/** One, two or three changes as a range that the input has room for. */
function sizeOf(changes: readonly number[], subject: Subject, evidence: Evidence): Size | Problem {
  // A share of a reading below zero turns the order round.
  const [low = 0, ...more] = changes.toSorted((a, b) => a - b);
  const high = more.at(-1) ?? low;
  if (Math.max(-low, high) > LARGEST) return { code: 'too-large', most: LARGEST };
  if (low === high && (more.length > 0 || low === 0)) return { code: 'zero' };
  const room = roomOf(subject);
  if (room && (low < tidy(room.low) || high > tidy(room.high))) {
    return {
      code: 'outside-bounds',
      value: low < tidy(room.low) ? low : high,
      low: tidy(room.low),
      high: tidy(room.high),
    };
  }
  if (more.length === 0) return widened(low, room, evidence);
  return { low, high, chance: 1, ...(more.length === 2 ? { mid: more[0] } : {}) };
}

/** What is wrong with the text as such, before it meets a reading. */
function faultOf({ pieces, unit, reach, chance }: Read, rate: boolean): Problem | undefined {
  if (!rate && (unit === 'pp' || (unit === '%' && reach))) return { code: 'unit-mismatch', typed: unit };
  if (pieces.some(({ value }) => Math.abs(value) > LARGEST)) return { code: 'too-large', most: LARGEST };
  if (chance !== undefined && !(chance >= 1 && chance <= 100)) return { code: 'chance', value: chance };
  const [first, second, third] = pieces;
  const last = third ?? second;
  if (!first || !second || !last) return undefined;
  // `500..2k` can only mean 500 to 2000; `2..5k` can also mean thousands throughout.
  const bare = last.value === last.digits ? undefined : pieces.find(({ value, digits }) => digits && value === digits);
  if (bare && bare.digits < last.digits) {
    return { code: 'ambiguous', readings: [bare.digits, (bare.digits / last.digits) * last.value] };
  }
  const [low, mid, high] = [first.value, second.value, last.value];
  if (low > high) return { code: 'reversed', low: high, high: low };
  if (low === high) return { code: 'empty-range', value: low };
  return mid < low || mid > high ? { code: 'middle-outside', low, mid, high } : undefined;
}

function understand(text: string, subject: Subject, evidence: Evidence): Problem | Omit<Typed & { ok: true }, 'ok'> {
  if (text.length > LONGEST) return { code: 'too-long', most: LONGEST };
  const found = read(text, subject);
  if ('code' in found) return found;
  const rate = subject.kind === 'rate';
  const fault = faultOf(found, rate);
  if (fault) return fault;

  const { unit, chance } = found;
  const values = found.pieces.map((piece) => piece.value);
  const as = found.reach ? 'readings' : unit === 'x' ? 'factor' : rate ? 'points' : unit === '%' ? 'share' : 'units';
  const percentAsPoints = as === 'points' && unit === '%';
  const relative = as !== 'points' && as !== 'units';
  const from = found.from ?? subject.current;
  if (relative && from === undefined) return { code: 'no-reading' };
  const size = sizeOf(
    values.map((value) => changeFrom(from ?? 0, as, value)),
    subject,
    evidence,
  );
  if ('code' in size) return size;
  return {
    effect: { ...size, chance: (chance ?? 100) / 100 },
    understood: {
      as,
      values,
      percentAsPoints,
      chanceTyped: chance !== undefined,
      ...(relative && from !== undefined ? { from } : {}),
    },
  };
}

/**
 * The effect a text means for an input, in the input's unit (pp for a rate), at its current reading. One number is the
 * middle of a range as wide as the evidence for it asks (Effect, "A single number"); an opinion unless said otherwise.
 * Never throws, on any text; never swaps, cuts or drops what was typed (S3 step 6, requirement 53).
 */
export function parseEffect(text: string, subject: Subject, evidence: Evidence = 'opinion'): Typed {
  const result = understand(text, subject, evidence);
  return 'code' in result ? { ok: false, problem: result } : { ok: true, ...result };
}
