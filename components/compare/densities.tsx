// Both tickets' gains as curves on one scale, with zero; that nothing moves stands as a spike at zero.
import { formatSigned } from '../../lib/impact/shown.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { type Comparison, curvesOf } from '../../lib/state/compare.ts';
import { pathThrough, scale, ticks } from '../chart/geometry.ts';

const [HEIGHT, BASE, TOP] = [122, 104, 22] as const;
const STEPS = 120;
/** A chance of nothing smaller than this is not worth a spike. */
const SEEN = 0.01;

export function Densities({ sides, width, label }: { sides: Comparison['sides']; width: number; label: string }) {
  const { from, to, heights } = curvesOf(sides, STEPS);
  const x = scale([from, to], [0, width]);
  const y = scale([0, 1], [BASE, TOP]);
  const points = (of: readonly number[]): [number, number][] => of.map((height, i) => [(i * width) / STEPS, y(height)]);
  const zero = x(0);
  // The second lies behind: drawn first.
  const order = [1, 0] as const;
  return (
    <svg class="densities" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      <path class="zero" d={`M${zero.toFixed(1)} 8V${BASE}`} />
      {order.map((i) => {
        const line = points(heights[i]);
        const tone = i === 0 ? 'first' : 'second';
        return (
          <g key={tone} class={tone}>
            <path class="fill" d={`${pathThrough([[0, BASE], ...line, [width, BASE]])}Z`} />
            <path class="curve" d={pathThrough(line)} />
          </g>
        );
      })}
      {order.map((i) => {
        const still = sides[i].worth.outcomes.at(-1)?.weight ?? 0;
        const at = zero + (i === 0 ? -1.5 : 1.5);
        return (
          still >= SEEN && (
            <path
              key={i}
              class={`spike ${i === 0 ? 'first' : 'second'}`}
              d={`M${at.toFixed(1)} ${BASE}v${(-(BASE - TOP) * still).toFixed(1)}`}
            />
          )
        );
      })}
      <path class="axis" d={`M0 ${BASE + 0.5}H${width}`} />
      {ticks([from, to], 5).map((value) => {
        const at = x(value);
        return (
          at > 14 &&
          at < width - 14 && (
            <text key={value} x={at.toFixed(1)} y={BASE + 14} text-anchor="middle">
              {formatSigned(value)}
            </text>
          )
        );
      })}
      {order.map((i) => {
        const peak = heights[i].indexOf(Math.max(...heights[i]));
        const left =
          i === 0
            ? heights[0].indexOf(Math.max(...heights[0])) < heights[1].indexOf(Math.max(...heights[1]))
            : heights[1].indexOf(Math.max(...heights[1])) <= heights[0].indexOf(Math.max(...heights[0]));
        const at = Math.max(24, Math.min(width - 24, (peak * width) / STEPS));
        return (
          <text key={i} class={i === 0 ? 'first' : 'second'} x={at.toFixed(1)} y={12} text-anchor={left ? 'end' : 'start'}>
            {shortTicket(sides[i].piece.shown)}
          </text>
        );
      })}
    </svg>
  );
}
