// The goals in a chart: baseline, target and stretch as open rings, and the pace line between the first two.
import { dayNumber } from './geometry.ts';
import type { Series } from './series.ts';

interface Place {
  readonly series: Series;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
}

const at = (pixels: number): string => pixels.toFixed(1);

/** Straight from baseline to target, then flat to today. */
export function PaceLine({ series: { baseline, target, today }, x, y }: Place) {
  if (!baseline || !target) return null;
  const end = target.date < today ? `H${at(x(dayNumber(today)))}` : '';
  return (
    <path
      class="pace"
      d={`M${at(x(dayNumber(baseline.date)))} ${at(y(baseline.value))}L${at(x(dayNumber(target.date)))} ${at(y(target.value))}${end}`}
    />
  );
}

export function Goals({ series: { baseline, target, stretch }, x, y }: Place) {
  return (
    <>
      {baseline && <circle class="base" cx={at(x(dayNumber(baseline.date)))} cy={at(y(baseline.value))} r="3" />}
      {stretch && <circle class="stretch" cx={at(x(dayNumber(stretch.date)))} cy={at(y(stretch.value))} r="3" />}
      {target && <circle class="goal" cx={at(x(dayNumber(target.date)))} cy={at(y(target.value))} r="3.5" />}
    </>
  );
}
