// A chart one can walk along: by arrow keys from reading to reading, Home and End, or with the pointer; what is there is said.
//
// To assistive technology it is a slider over the readings, since that is what one is told of with each key.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Dated } from '../../lib/model/metric.ts';
import { dayNumber } from './geometry.ts';
import type { Series } from './series.ts';

export interface WalkProps {
  readonly series: Series;
  /** Where a day lies in the picture, px. */
  readonly x: (day: number) => number;
  /** A reading in words. */
  readonly readout: (reading: Dated) => string;
  readonly children: (cursor: number | undefined) => ComponentChildren;
}

const MONTH = 4;

/** Where a key leads from a reading; `undefined` where it leads nowhere. */
export function stepTo(key: string, from: number, count: number): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1 },
    ...{ PageDown: from - MONTH, PageUp: from + MONTH, Home: 0, End: count - 1 },
  };
  const wanted = to[key];
  return wanted === undefined ? undefined : Math.max(0, Math.min(count - 1, wanted));
}

export function Walk({ series: { points, name }, x, readout, children }: WalkProps) {
  const [cursor, setCursor] = useState<number>();
  const last = points.length - 1;
  const at = Math.min(cursor ?? last, last);
  const nearest = (pixels: number): number => {
    const away = points.map(({ date }) => Math.abs(x(dayNumber(date)) - pixels));
    return away.indexOf(Math.min(...away));
  };
  const reading = points[at];
  if (!reading) return <>{children(undefined)}</>;
  return (
    <div
      class="walk"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-readonly="true"
      aria-valuemin={1}
      aria-valuemax={points.length}
      aria-valuenow={at + 1}
      aria-valuetext={readout(reading)}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && setCursor(at)}
      onBlur={() => setCursor(undefined)}
      onPointerMove={(event) => setCursor(nearest(event.clientX - event.currentTarget.getBoundingClientRect().left))}
      onPointerLeave={() => setCursor(undefined)}
      onKeyDown={(event) => {
        const to = event.altKey || event.ctrlKey || event.metaKey ? undefined : stepTo(event.key, at, points.length);
        if (to === undefined) return;
        event.preventDefault();
        setCursor(to);
      }}
    >
      {children(cursor === undefined ? undefined : at)}
      {cursor !== undefined && (
        <p class="readout small" aria-hidden="true">
          {readout(reading)}
        </p>
      )}
    </div>
  );
}
