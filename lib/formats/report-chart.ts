// The drawings of a report: attributes and classes only, so that its own policy need not allow styles in tags.
import type { Course } from './report-page.ts';

const text = (value: number): string => value.toFixed(1);

/** One scale for a list: least P10 and greatest P90, zero always on it. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

const BAR = 120;

/** A range from P10 to P90 with its mean, on a scale with zero. */
export function rangeBar(
  gain: { readonly p10: number; readonly mean: number; readonly p90: number },
  { from, to }: Scale,
  good: 'up' | 'down',
): string {
  const span = to - from || 1;
  const x = (value: number): number => 1 + ((Math.min(to, Math.max(from, value)) - from) / span) * (BAR - 2);
  const side = (low: number, high: number, tone: string): string =>
    high > low ? `<rect class="${tone}" x="${text(x(low))}" y="4" width="${text(Math.max(1, x(high) - x(low)))}" height="6"/>` : '';
  const [below, above] = good === 'up' ? ['loss', 'gain'] : ['gain', 'loss'];
  return (
    `<svg class="bar" width="${BAR}" height="14" viewBox="0 0 ${BAR} 14" aria-hidden="true"><path class="zero" d="M${text(x(0))} 0V14"/>` +
    side(Math.min(gain.p10, 0), Math.min(gain.p90, 0), below) +
    side(Math.max(gain.p10, 0), Math.max(gain.p90, 0), above) +
    `<path class="mean" d="M${text(x(gain.mean))} 1V13"/></svg>`
  );
}

/** A metric's course with its pace line. @param name what it shows; without one it is hidden from those who do not see it */
export function courseChart({ points, pace }: Course, width: number, height: number, name?: string): string {
  if (points.length < 2) return '';
  const all = [...points, ...(pace ?? [])];
  const [times, values] = [all.map(([time]) => time), all.map(([, value]) => value)];
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (time: number): number => 3 + ((time - start) / (end - start || 1)) * (width - 6);
  const y = (value: number): number => height - 4 - ((value - least) / (most - least || 1)) * (height - 8);
  const at = ([time, value]: readonly [number, number]): string => `${text(x(time))} ${text(y(value))}`;
  const last = points.at(-1) ?? [0, 0];
  const told = name === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${name}"`;
  return (
    `<svg class="course" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${told}>` +
    (pace ? `<path class="pace" d="M${pace.map(at).join('L')}"/>` : '') +
    `<path class="line" d="M${points.map(at).join('L')}"/><circle class="now" cx="${text(x(last[0]))}" cy="${text(y(last[1]))}" r="3"/></svg>`
  );
}
