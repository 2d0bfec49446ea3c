// What open work closes of a gap: a range on a scale on which nothing is 0 and the target is 1.
import type { GapLine } from '../../lib/state/overview.ts';
import { RangeBar } from '../chart/range-bar.tsx';

/** Of the gap, so that the target stands in the middle; what closes more than twice the gap goes on as an arrow. */
const [FROM, TO] = [-0.27, 2.27] as const;

export function GapBar({ line: { gap, reached, closes, count }, width }: { line: GapLine; width: number }) {
  if (gap === undefined || reached) return null;
  const [one, other] = [closes.low / gap, closes.high / gap];
  return (
    <span class="gap-bar" style={{ inlineSize: `${width}px` }}>
      {count > 0 && (
        <RangeBar p10={Math.min(one, other)} mean={closes.mean / gap} p90={Math.max(one, other)} from={FROM} to={TO} width={width} />
      )}
      <i class="target" style={{ left: `${1 + ((1 - FROM) / (TO - FROM)) * (width - 2)}px` }} />
    </span>
  );
}
