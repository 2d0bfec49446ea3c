// An estimate as a range on a scale with zero: never a bar from zero, never a lone number.
import { scale } from './geometry.ts';

const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;

export interface RangeBarProps {
  /** NSM units. */
  readonly p10: number;
  readonly mean: number;
  readonly p90: number;
  /** The ends of the scale, one for the whole list; zero is always on it. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Which side of zero is the good one. */
  readonly good?: 'up' | 'down';
}

/** Hidden from assistive technology: the cells beside it say the numbers. */
export function RangeBar({ p10, mean, p90, from, to, width, good = 'up' }: RangeBarProps) {
  const [least, most] = [Math.min(0, from), Math.max(0, to)];
  const x = scale([least, most], [1, width - 1]);
  const tone = (value: number): 'gain' | 'loss' => (value < 0 === (good === 'up') ? 'loss' : 'gain');
  const inside = (value: number): number => Math.min(most, Math.max(least, value));
  const zero = x(0);
  const parts = [
    { side: tone(-1), start: x(inside(Math.min(p10, 0))), end: x(inside(Math.min(p90, 0))) },
    { side: tone(1), start: x(inside(Math.max(p10, 0))), end: x(inside(Math.max(p90, 0))) },
  ];
  return (
    <svg class="bar" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      <path class="zero" d={`M${zero.toFixed(1)} 0V${HEIGHT}`} />
      {parts.map(
        ({ side, start, end }) =>
          end > start && <rect key={side} class={side} x={start.toFixed(1)} y={MIDDLE - 3} width={(end - start).toFixed(1)} height="6" />,
      )}
      {[p10, p90].map(
        (value, i) =>
          value !== 0 && <End key={i} x={x(inside(value))} past={value < least ? -1 : value > most ? 1 : 0} tone={tone(value)} />,
      )}
      {mean >= least && mean <= most && <path class={`mean ${tone(mean)}cap`} d={`M${x(mean).toFixed(1)} 1V${HEIGHT - 1}`} />}
    </svg>
  );
}

/** A cap where the range ends, an arrow head where it goes on past the edge. */
function End({ x, past, tone }: { x: number; past: -1 | 0 | 1; tone: 'gain' | 'loss' }) {
  const at = x.toFixed(1);
  if (past === 0) return <path class={`${tone}cap`} d={`M${at} ${MIDDLE - 3}v6`} />;
  return (
    <path
      class={`${tone}cap arrow`}
      d={`M${(x - 4 * past).toFixed(1)} ${MIDDLE - 4}L${at} ${MIDDLE}L${(x - 4 * past).toFixed(1)} ${MIDDLE + 4}`}
    />
  );
}
