// The small trend chart: the metric's line, the pace line from baseline to target, stretch, and today.
import type { Dated } from '../../lib/model/metric.ts';
import { dayNumber, extent, labelWidth, pathThrough, placed, scale, spread } from './geometry.ts';
import { Band } from './band.tsx';
import { Cursor } from './cursor.tsx';
import { Goals, PaceLine } from './goals.tsx';
import { levelsOf, naming, type Series, spanOf } from './series.ts';

const TOP = 7;
/** Below the axis line: one line of dates. */
const FOOT = 15.5;
const LEFT = 4;
const LABEL_GAP = 13;

const NARROW = 300;

/** Dates under the axis, the most telling first; one that would run into another is left out. */
export function axisDates(series: Series, x: (day: number) => number, width: number): { readonly at: number; readonly text: string }[] {
  const { points, today, baseline, target } = series;
  const [start, end] = [points[0]?.date, target?.date];
  // Where only three have room, today is the line everybody knows.
  const order = width < NARROW ? [end, start, baseline?.date, today] : [today, end, baseline?.date, start];
  const dates = order.filter((date) => date !== undefined);
  const labels: { at: number; text: string }[] = [];
  for (const date of new Set(dates)) {
    const text = series.day(date);
    const half = labelWidth(text) / 2;
    const at = Math.min(width - half, Math.max(half, x(dayNumber(date))));
    if (labels.every((other) => Math.abs(other.at - at) >= half + labelWidth(other.text) / 2 + 4)) labels.push({ at, text });
  }
  return labels;
}

const goalsOf = ({ target, stretch }: Series): Dated[] => [target, stretch].filter((goal) => goal !== undefined);

/** Where a day lies in a chart of a width, px. */
export function trendX(series: Series, width: number): (day: number) => number {
  const goals = goalsOf(series);
  const room = goals.length === 0 ? 8 : Math.max(...goals.map(({ value }) => labelWidth(series.value(value)))) + 13;
  const [from, to] = spanOf(series);
  return scale([dayNumber(from), dayNumber(to)], [LEFT, width - room]);
}

export interface TrendProps {
  readonly series: Series;
  /** px; text keeps its size whatever they are. */
  readonly width: number;
  readonly height: number;
  /** The point that is looked at, where something around the picture lets one walk along it; that then has the name. */
  readonly cursor?: number | undefined;
  readonly named?: boolean;
}

export function Trend({ series, width, height, cursor, named = true }: TrendProps) {
  const { points, today, limits } = series;
  const axis = height - FOOT;
  const goals = goalsOf(series);
  const [, to] = spanOf(series);
  const x = trendX(series, width);
  const y = scale(extent(levelsOf(series)), [axis - 6, TOP]);
  const line = placed(points, x, y);
  const end = line.at(-1);
  const now = x(dayNumber(today));
  return (
    <svg class="trend" width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...naming(series, named)}>
      <Band series={series} x={x} y={y} />
      <path class="today" d={`M${now.toFixed(1)} 4V${axis}`} />
      <PaceLine series={series} x={x} y={y} />
      <path class="line" d={pathThrough(line)} />
      {limits &&
        points.map(
          ({ date }, i) =>
            limits.flagged.has(date) &&
            i < points.length - 1 && <circle key={date} class="flagdot" cx={line[i]?.[0]} cy={line[i]?.[1]} r="2" />,
        )}
      <Goals series={series} x={x} y={y} />
      {end && series.stale && <path class="gap" d={`M${end[0].toFixed(1)} ${end[1].toFixed(1)}H${now.toFixed(1)}`} />}
      {end && limits?.flagged.has(points.at(-1)?.date ?? '') && (
        <circle class="flag" cx={end[0].toFixed(1)} cy={end[1].toFixed(1)} r="6.5" />
      )}
      {end && <circle class={series.stale ? 'hollow' : 'now'} cx={end[0].toFixed(1)} cy={end[1].toFixed(1)} r="4.5" />}
      <Cursor place={cursor === undefined ? undefined : line[cursor]} top={4} axis={axis} />
      {spread(
        goals.map(({ value }) => y(value)),
        LABEL_GAP,
        TOP,
        axis - 7,
      ).map((at, i) => (
        <text
          key={goals[i]?.date + String(i)}
          class={goals[i] === series.target ? 'strong' : ''}
          x={x(dayNumber(goals[i]?.date ?? to)) + 9}
          y={at + 4}
        >
          {series.value(goals[i]?.value ?? 0)}
        </text>
      ))}
      <path class="axis" d={`M0 ${axis}H${width}`} />
      {axisDates(series, x, width).map(({ at, text }) => (
        <text key={text} x={at} y={height - 2} text-anchor="middle">
          {text}
        </text>
      ))}
    </svg>
  );
}
