// Why a text gives no effect: a closed set of codes with the numbers needed to word them.

/** Values are in the input's unit (pp for a rate) unless said otherwise. */
export type Problem =
  /** Nothing typed; or what further keys can complete, which is no error while typing. */
  | { readonly code: 'empty' | 'incomplete' }
  /** More characters than a tag keeps. */
  | { readonly code: 'too-long'; readonly most: number }
  /** `rest` stands where a number was expected; or after all that was understood. */
  | { readonly code: 'not-a-number' | 'trailing'; readonly rest: string }
  /** A number with two readings, as typed: `1.200` is 1.2 or 1200, in `2..5k` 2 or 2000, in `-5-2` -2 or 2. */
  | { readonly code: 'ambiguous'; readonly readings: readonly [number, number] }
  /** The ends as typed, in ascending order: the range to offer. */
  | { readonly code: 'reversed'; readonly low: number; readonly high: number }
  | { readonly code: 'middle-outside'; readonly low: number; readonly mid: number; readonly high: number }
  /** Both ends are this number, as typed. */
  | { readonly code: 'empty-range'; readonly value: number }
  /** No change at all. */
  | { readonly code: 'zero' }
  /** `value` is the change asked for, `low` and `high` the least and the largest possible at the current reading. */
  | { readonly code: 'outside-bounds'; readonly value: number; readonly low: number; readonly high: number }
  | { readonly code: 'too-large'; readonly most: number }
  /** A share, a factor or `-> 36` needs a current reading. */
  | { readonly code: 'no-reading' }
  /** A unit that this input is not measured in. */
  | { readonly code: 'unit-mismatch'; readonly typed: string }
  /** Per cent, as typed; a chance is 1 to 100. */
  | { readonly code: 'chance'; readonly value: number };
