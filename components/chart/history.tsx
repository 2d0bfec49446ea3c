// The large trend chart: all the readings with their limits, the pace line to the target, and today.
//
// Drawn by ourselves and not by uPlot: all our charts together are 5 kB gzip, uPlot 1.6.32 alone is 23 kB; one holds a few hundred
// points at most; and SVG gives for nothing what a canvas does not: text that zooms and prints sharp, forced colours, dark mode by
// the page's own variables, and marks a test can look at.
import { dayNumber, extent, labelWidth, months, scale, ticks } from './geometry.ts';
import { Cursor } from './cursor.tsx';
import { Course, GoalLabels, type HistoryWords, NamedBand, type Plot } from './history-parts.tsx';
import { levelsOf, naming, type Series, spanOf } from './series.ts';
import type { TrendProps } from './trend.tsx';

const TOP = 12;
const FOOT = 22;
const MONTH_ROOM = 56;
/** Kept free above the axis, for the labels of what lies lowest. */
const UNDER = 22;

export interface HistoryProps extends TrendProps {
  readonly words: HistoryWords;
}

/** The plot's edges and where a day lies between them, px. */
export function historyPlan(series: Series, words: HistoryWords, width: number) {
  const [low, high] = extent(levelsOf(series));
  const air = (high - low) * 0.06 || 1;
  const domain = [low - air, high + air] as const;
  const levels = ticks(domain, 5);
  const left = Math.max(0, ...levels.map((level) => labelWidth(series.value(level)))) + 12;
  const ends = [
    series.target && [series.value(series.target.value), words.target],
    series.stretch && [series.value(series.stretch.value), words.stretch],
  ];
  const right = width - Math.max(8, ...ends.flatMap((end) => (end ? end.map((text) => labelWidth(text) + 16) : [])));
  const [from, to] = spanOf(series);
  const x = scale([dayNumber(from), dayNumber(to)], [left + 6, right]);
  return { domain, levels, left, right, from, to, x };
}

export function History({ series, words, width, height, cursor, named = true }: HistoryProps) {
  const { domain, levels, left, right, from, to, x } = historyPlan(series, words, width);
  const axis = height - FOOT;
  const y = scale(domain, [axis - UNDER, TOP]);
  const plot: Plot = { series, words, x, y, left, right, top: TOP, axis };
  const looked = cursor === undefined ? undefined : series.points[cursor];
  const cursorAt = looked && ([x(dayNumber(looked.date)), y(looked.value)] as const);
  const marks = months(from, to, Math.floor((right - left) / MONTH_ROOM));
  return (
    <svg class="trend history" width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...naming(series, named)}>
      {levels.map((level) => (
        <g key={level}>
          <path class="grid" d={`M${left} ${y(level).toFixed(1)}H${right}`} />
          <text x={left - 8} y={y(level) + 4} text-anchor="end">
            {series.value(level)}
          </text>
        </g>
      ))}
      <NamedBand {...plot} />
      <path class="axis" d={`M${left} ${axis}H${right}`} />
      {marks.map((date) => (
        <g key={date}>
          <path class="axis" d={`M${x(dayNumber(date)).toFixed(1)} ${axis}v4`} />
          <text x={x(dayNumber(date))} y={height - 5} text-anchor="middle">
            {words.month(date)}
          </text>
        </g>
      ))}
      <Course {...plot} />
      <Cursor place={cursorAt} top={TOP - 8} axis={axis} />
      <GoalLabels {...plot} />
    </svg>
  );
}
