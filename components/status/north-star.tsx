// The North Star on the Status page: verdict with its numbers, the large chart, and what can be said about noise.
import { locale } from '../../lib/impact/locale.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import { brokenPhrase } from '../../lib/phrases/guard.ts';
import { agePhrase, pacePhrase, shownPace, spanPhrase, toGoPhrase, verdictTone } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import { History, historyPlan } from '../chart/history.tsx';
import type { HistoryWords } from '../chart/history-parts.tsx';
import type { Series } from '../chart/series.ts';
import { Walk } from '../chart/walk.tsx';
import { Fitted } from '../chart/width.tsx';
import { seriesOf } from './series.ts';
import { readoutOf, signalPhrase } from './signal.ts';
import { Verdict } from './verdict.tsx';

const FIRST_WIDTH = 1020;
const PRINTED_WIDTH = 890;
const HEIGHT = 300;
const PRINTED_HEIGHT = 230;

export function Overview({ status, guardrails }: { status: MetricStatus; guardrails: readonly MetricStatus[] }) {
  const broken = brokenPhrase(guardrails);
  const { metric, last, today, stale, verdict } = status;
  const pace = shownPace(status);
  const tone = stale ? 'muted' : verdictTone(verdict.word);
  return (
    <div class="overview">
      <div class="judged">
        <Verdict standing={status} size={24} />
        {broken && <p class="small bad broken">{broken}</p>}
      </div>
      <dl>
        <Stat
          name={say('statusNow')}
          value={last && formatReading(metric, last.value)}
          note={last && (stale ? agePhrase(status) : spanPhrase(metric, last.date, today))}
          tone={stale ? 'warn' : 'muted'}
        />
        <Stat
          name={say('statusTablePace')}
          value={pace && formatReading(metric, pace.pace)}
          note={pacePhrase(status, 'short')}
          tone={tone}
        />
        <Stat
          name={say('statusTarget')}
          value={metric.target && formatReading(metric, metric.target.value)}
          note={toGoPhrase(status)}
          tone="muted"
        />
      </dl>
    </div>
  );
}

function Stat({ name, value, note, tone }: { name: string; value: string | undefined; note: string | undefined; tone: string }) {
  return (
    <div>
      <dt class="small muted">{name}</dt>
      <dd class="figure">{value ?? '–'}</dd>
      <dd class={`small ${tone}`}>{note}</dd>
    </div>
  );
}

/** Names for the chart's lines, with the limits' own values. */
function wordsFor({ value, limits }: Series, digits: number): HistoryWords {
  const [first, next] = limits?.levels ?? [];
  // Where the limits climb along the pace line from the first day on, no one number names them.
  const level = (part: 'low' | 'high'): string | undefined =>
    first && (next === undefined || next[part] === first[part]) ? value(Number(first[part].toFixed(digits))) : undefined;
  const [low, high] = [level('low'), level('high')];
  const month = new Intl.DateTimeFormat(locale(), { month: 'short', timeZone: 'UTC' });
  const january = new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return {
    target: say('statusTargetWord'),
    stretch: say('statusStretchWord'),
    pace: say('statusPaceWord'),
    baseline: say('statusBaselineWord'),
    upper: high === undefined ? say('statusUpperName') : say('statusUpper', high),
    lower: low === undefined ? say('statusLowerName') : say('statusLower', low),
    month: (date) => (date.slice(5, 7) === '01' ? january : month).format(Date.parse(date)),
  };
}

export function Course({ status, weeks, onLog, buttonId }: { status: MetricStatus; weeks: number; onLog: () => void; buttonId: string }) {
  const { metric, readings } = status;
  const series = seriesOf(status, weeks * 7, true);
  const words = wordsFor(series, status.digits);
  const tell = readoutOf(status);
  return (
    <section class="course">
      {readings.length > 0 && (
        <Fitted first={FIRST_WIDTH} printed={PRINTED_WIDTH}>
          {(width, onPaper) => (
            <Walk series={series} x={historyPlan(series, words, width).x} readout={tell}>
              {(cursor) => (
                <History
                  series={series}
                  words={words}
                  width={width}
                  height={onPaper ? PRINTED_HEIGHT : HEIGHT}
                  cursor={cursor}
                  named={false}
                />
              )}
            </Walk>
          )}
        </Fitted>
      )}
      <p class="small muted">
        <span class="named">{metric.name}.</span> {readings.length > 0 && signalPhrase(status)}{' '}
        {metric.owner && say('statusOwner', metric.owner)}{' '}
        <button type="button" class="link" id={buttonId} onClick={onLog}>
          {say('popupLog')}
        </button>
      </p>
    </section>
  );
}
