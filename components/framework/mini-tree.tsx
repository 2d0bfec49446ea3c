// A framework as a small picture: outcomes, the North Star, and the inputs below it. Its words stand beside it.
import type { Metric } from '../../lib/model/metric.ts';

const [WIDE, HIGH, BOX] = [72, 44, 9];

export function MiniTree({ metrics }: { metrics: readonly Pick<Metric, 'role'>[] }) {
  const count = (role: Metric['role']): number => metrics.filter((metric) => metric.role === role).length;
  const row = (n: number): number[] => Array.from({ length: n }, (_, i) => ((i + 0.5) / n) * WIDE);
  const [outcomes, inputs] = [row(count('outcome')), row(count('input'))];
  const middle = WIDE / 2;
  const [top, star, low] = [1, HIGH / 2 - 5, HIGH - 8];
  const line = (x: number, y: number, to: number) => (
    <path key={`${x} ${y}`} d={`M${x} ${y}C${x} ${(y + to) / 2} ${middle} ${(y + to) / 2} ${middle} ${to}`} />
  );
  return (
    <svg class="mini-tree" width={WIDE} height={HIGH} viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
      {outcomes.map((x) => line(x, top + 6, star))}
      {inputs.map((x) => line(x, low, star + 10))}
      {outcomes.map((x) => (
        <rect key={x} x={x - BOX / 2} y={top} width={BOX} height={6} rx={1.5} />
      ))}
      <rect class="star" x={middle - 13} y={star} width={26} height={10} rx={2} />
      {inputs.map((x) => (
        <rect key={x} x={x - BOX / 2} y={low} width={BOX} height={7} rx={1.5} />
      ))}
    </svg>
  );
}
