// The one scale of the list: round ends around everything to be drawn, and the ticks of its head.
import { scale, ticks } from '../chart/geometry.ts';

export interface Scale {
  readonly from: number;
  readonly to: number;
  /** Values and px from the left edge of the column. */
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
}

/** Room at either edge for a label's half and for arrow heads, as a share of the span. */
const MARGIN = 0.06;

/** @param width px of the column; the bars' own edge is 1 px */
export function scaleOf([low, high]: readonly [number, number], width: number): Scale {
  const span = high - low || 1;
  const from = low < 0 ? low - MARGIN * span : -MARGIN * span;
  const to = high > 0 ? high + MARGIN * span : MARGIN * span;
  const x = scale([from, to], [1, width - 1]);
  const labelled = ticks([low, high], width < 180 ? 2 : 4);
  return {
    from,
    to,
    ticks: [...new Set([0, ...labelled])].map((value) => ({ value, x: x(value) })).filter(({ x: at }) => at >= 0 && at <= width),
  };
}
