// What looks like noise, as a band behind the line: it runs along the pace line where a metric is meant to move.
import { dayNumber } from './geometry.ts';
import type { Series } from './series.ts';

interface BandProps {
  readonly series: Pick<Series, 'limits'>;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  /** Whether the middle is drawn too. */
  readonly mean?: boolean;
}

export function Band({ series: { limits }, x, y, mean }: BandProps) {
  if (!limits) return null;
  const edge = (part: 'low' | 'mean' | 'high'): string[] =>
    limits.levels.map((level) => `${x(dayNumber(level.date)).toFixed(1)} ${y(level[part]).toFixed(1)}`);
  const [low, high] = [edge('low'), edge('high')];
  return (
    <>
      <path class="band" d={`M${high.join('L')}L${low.toReversed().join('L')}Z`} />
      {mean && <path class="level" d={`M${edge('mean').join('L')}`} />}
      <path class="limit" d={`M${high.join('L')}M${low.join('L')}`} />
    </>
  );
}
