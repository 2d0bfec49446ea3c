// A metric's recent course in a row: no axis, no fill. Hidden from assistive technology, since the row's cells say it.
import type { Dated } from '../../lib/model/metric.ts';
import { dayNumber, extent, pathThrough, placed, scale } from './geometry.ts';

const HEIGHT = 28;
const PAD = 3;
const POINTS = 24;
/** A course of fewer days is drawn at its end, not stretched over the whole row. */
const LEAST_DAYS = 28;

/** @param points oldest first @param today ISO day @param target the dashed level @param stale the last point is hollow, dotted to today */
export function Sparkline({
  points,
  today,
  target,
  stale,
  width = 64,
}: {
  points: readonly Dated[];
  today: string;
  target: number | undefined;
  stale: boolean;
  width?: number;
}) {
  const shown = points.slice(-POINTS);
  const now = dayNumber(today);
  const first = Math.min(dayNumber(shown[0]?.date ?? today), now - LEAST_DAYS);
  const y = scale(extent([...shown.map(({ value }) => value), target]), [HEIGHT - PAD, PAD]);
  const x = scale([first, now], [PAD, width - PAD]);
  const line = placed(shown, x, y);
  const end = line.at(-1);
  return (
    <svg class="spark" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      {target !== undefined && <path class="target" d={`M0 ${y(target).toFixed(1)}H${width}`} />}
      <path class="line" d={pathThrough(line)} />
      {end && stale && <path class="gap" d={`M${end[0].toFixed(1)} ${end[1].toFixed(1)}H${width - PAD}`} />}
      {end && <circle class={stale ? 'hollow' : 'dot'} cx={end[0].toFixed(1)} cy={end[1].toFixed(1)} r="2.5" />}
    </svg>
  );
}
