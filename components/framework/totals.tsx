// Whether the targets fit together: where the inputs' targets would bring the North Star, beside its own.
import { formatReading } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { say } from '../../lib/say.ts';
import { atTargets, type Current, nowOf } from './worth.ts';

export function Totals({ northStar, inputs, current }: { northStar: Metric; inputs: readonly Metric[]; current: Current }) {
  const reached = atTargets(northStar, inputs, current);
  const now = nowOf(northStar, current);
  if (!reached || now === undefined) return null;
  const { target } = northStar;
  const [from, to] = [formatReading(northStar, now), formatReading(northStar, reached.value)];
  return (
    <p class="small muted">
      {target ? say('frameTotals', from, to, formatReading(northStar, target.value)) : say('frameTotalsNoTarget', from, to)}
    </p>
  );
}
