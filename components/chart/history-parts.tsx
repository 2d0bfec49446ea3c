// The parts of the large trend chart: limits, course and the names of the goals, all on the same scales.
import { dayNumber, pathThrough, placed, scale, spread } from './geometry.ts';
import { Band } from './band.tsx';
import { Goals, PaceLine } from './goals.tsx';
import type { Series } from './series.ts';

/** The words beside the lines; they come in, because a chart knows no language. */
export interface HistoryWords {
  readonly target: string;
  readonly stretch: string;
  readonly pace: string;
  readonly baseline: string;
  readonly upper: string;
  readonly lower: string;
  readonly month: (date: string) => string;
}

/** What the chart's parts are drawn with: the series, its scales and the plot's edges, px. */
export interface Plot {
  readonly series: Series;
  readonly words: HistoryWords;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly axis: number;
}

/** The band of noise up to today, with its mean and the names of its edges. */
export function NamedBand({ series, words, x, y }: Plot) {
  const [first] = series.limits?.levels ?? [];
  if (!first) return null;
  const at = x(dayNumber(first.date)) + 8;
  return (
    <>
      <Band series={series} x={x} y={y} mean />
      <text x={at} y={y(first.high) - 5}>
        {words.upper}
      </text>
      <text x={at} y={y(first.low) + 14}>
        {words.lower}
      </text>
    </>
  );
}

/** The readings, those outside the limits ringed, with the pace line and the goals. */
export function Course({ series, x, y, axis, words, right, top }: Plot) {
  const { points, today, limits, stale, baseline, target } = series;
  const line = placed(points, x, y);
  const now = x(dayNumber(today));
  const [endX = 0, endY = 0] = line.at(-1) ?? [];
  const last = points.at(-1);
  // Words go to the side of the pace line that it leaves free.
  const falls = baseline && target && target.value < baseline.value;
  const paceX = target && (now + x(dayNumber(target.date))) / 2;
  const paceY = baseline && target && scale([x(dayNumber(baseline.date)), x(dayNumber(target.date))], [y(baseline.value), y(target.value)]);
  return (
    <>
      <path class="today" d={`M${now.toFixed(1)} ${top - 8}V${axis}`} />
      <text x={now + 6} y={axis - 6} text-anchor={now + 48 > right ? 'end' : 'start'} dx={now + 48 > right ? -12 : 0}>
        {series.day(today)}
      </text>
      <PaceLine series={series} x={x} y={y} />
      <path class="line" d={pathThrough(line)} />
      {points.length < 80 &&
        line.map(([px, py], i) => <circle key={points[i]?.date} class="point" cx={px.toFixed(1)} cy={py.toFixed(1)} r="1.75" />)}
      {limits &&
        points.map(
          ({ date }, i) =>
            limits.flagged.has(date) && (
              <circle key={date} class="flag" cx={line[i]?.[0]} cy={line[i]?.[1]} r={i === points.length - 1 ? 6.5 : 4} />
            ),
        )}
      <Goals series={series} x={x} y={y} />
      {last && stale && <path class="gap" d={`M${endX.toFixed(1)} ${endY.toFixed(1)}H${now.toFixed(1)}`} />}
      {last && <circle class={stale ? 'hollow' : 'now'} cx={endX.toFixed(1)} cy={endY.toFixed(1)} r="4.5" />}
      {last && (
        <text class="strong" x={endX - 10} y={endY - 10} text-anchor="end">
          {series.value(last.value)}
        </text>
      )}
      {baseline && (
        <text
          x={x(dayNumber(baseline.date)) - (falls ? 8 : 0)}
          y={y(baseline.value) + (falls ? 14 : 18)}
          text-anchor={falls ? 'end' : 'middle'}
        >
          {`${words.baseline} ${series.value(baseline.value)}`}
        </text>
      )}
      {paceX !== undefined && paceY && paceX - now > 30 && (
        <text class="paced" x={paceX + 8} y={paceY(paceX) + (falls ? -8 : 16)}>
          {words.pace}
        </text>
      )}
    </>
  );
}

/** Target and stretch named at the right, two lines each, kept off each other. */
export function GoalLabels({ series, words, y, right, top, axis }: Plot) {
  const goals = [
    { goal: series.target, word: words.target, strong: true },
    { goal: series.stretch, word: words.stretch, strong: false },
  ].flatMap(({ goal, ...rest }) => (goal ? [{ ...rest, value: goal.value }] : []));
  const places = spread(
    goals.map(({ value }) => y(value)),
    30,
    top,
    axis - 16,
  );
  return (
    <>
      {goals.map(({ value, word, strong }, i) => (
        <text key={word} x={right + 12} y={(places[i] ?? 0) - 1} class={strong ? 'strong' : ''}>
          {series.value(value)}
          <tspan x={right + 12} dy="13" class="plain">
            {word}
          </tspan>
        </text>
      ))}
    </>
  );
}
