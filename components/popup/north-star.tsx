// The North Star Metric: its value, how far it is from the pace line, and its course.
import { formatReading } from '../../lib/impact/shown.ts';
import { agePhrase, pacePhrase, spanPhrase, verdictTone } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import { Trend } from '../chart/trend.tsx';
import { LogSlot } from '../status/log-slot.tsx';
import { type Logging, rowId } from '../status/logging.ts';
import { seriesOf } from '../status/series.ts';

const WEEKS = 15;
const SIZE = { width: 328, height: 76 };

export function NorthStar({ status, logging }: { status: MetricStatus; logging: Logging }) {
  const { metric, last, today, stale, verdict } = status;
  return (
    <section class="nsm">
      <h2>
        <button
          type="button"
          id={rowId(metric.id)}
          aria-expanded={logging.open === metric.id}
          title={say('statusLogOf', metric.name)}
          onClick={() => logging.toggle(metric.id)}
        >
          <span class="small muted cut" dir="auto">
            {metric.name}
          </span>
          {last ? (
            <span class="now">
              <span class={`figure${stale ? ' muted' : ''}`}>{formatReading(metric, last.value)}</span>
              <span class={`small said-of ${stale ? 'warn' : verdictTone(verdict.word)}`}>
                {stale ? agePhrase(status) : pacePhrase(status, 'long')}
              </span>
              <span class="small muted span">{spanPhrase(metric, last.date, today)}</span>
            </span>
          ) : (
            <span class="now">
              <span class="figure none muted">{say('statusNoReadings')}</span>
              <span class="small link span">{say('popupLogFirst')}</span>
            </span>
          )}
        </button>
      </h2>
      {last && <Trend series={seriesOf(status, WEEKS * 7, false)} {...SIZE} />}
      <LogSlot status={status} logging={logging} />
    </section>
  );
}
