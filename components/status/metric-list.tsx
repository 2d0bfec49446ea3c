// Outcomes, guardrails and health metrics: a row each, with their course and how they stand.
import { formatReading } from '../../lib/impact/shown.ts';
import { guardPhrase } from '../../lib/phrases/guard.ts';
import { agePhrase, pacePhrase, verdictTone } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { LogSlot } from './log-slot.tsx';
import { type Logging, rowId } from './logging.ts';

export function MetricList({
  title,
  note,
  none,
  list,
  logging,
}: {
  title: string;
  note: string;
  /** What is said where there are none: what they are for. */
  none: string;
  list: readonly MetricStatus[];
  logging: Logging;
}) {
  return (
    <section class="list">
      <header>
        <h2>{title}</h2>
        <p class="muted">{note}</p>
      </header>
      {list.length === 0 && (
        <p class="none small muted">
          {none}{' '}
          <a class="link" href="#/framework">
            {say('statusAddOne')}
          </a>
        </p>
      )}
      <ul>
        {list.map((status) => (
          <Row key={status.metric.id} status={status} logging={logging} />
        ))}
      </ul>
    </section>
  );
}

function Row({ status, logging }: { status: MetricStatus; logging: Logging }) {
  const { metric, last, readings, today, stale, verdict } = status;
  const guard = guardPhrase(status);
  const limit = metric.role === 'guardrail' ? (metric.target ?? metric.baseline) : undefined;
  const below = limit
    ? say(metric.target ? 'statusLimitIs' : 'statusLimitBaseline', formatReading(metric, limit.value))
    : metric.target && say('statusTargetIs', formatReading(metric, metric.target.value));
  const how = guard ?? { text: pacePhrase(status, 'short') ?? say('statusWatched'), tone: stale ? 'muted' : verdictTone(verdict.word) };
  return (
    <li class={guard?.tone === 'bad' ? 'broken' : ''}>
      <button type="button" id={rowId(metric.id)} aria-expanded={logging.open === metric.id} onClick={() => logging.toggle(metric.id)}>
        <span class="who">
          <span class="name clamp" dir="auto" title={metric.name}>
            {metric.name}
          </span>
          <span class="micro muted">
            <span class={stale ? 'warn' : ''}>{agePhrase(status)}</span>
            {metric.direction === 'down' && !limit && ` · ${say('statusDownIsGood')}`}
          </span>
        </span>
        <Sparkline points={readings} today={today} target={(limit ?? metric.target)?.value} stale={stale} />
        <span class="strong value">{last ? formatReading(metric, last.value) : '–'}</span>
        <span class="small how">
          <span class={how.tone}>{how.text}</span>
          <span class="muted">{below}</span>
        </span>
        <span class="quiet">{say('popupLogIt')}</span>
      </button>
      <LogSlot status={status} logging={logging} />
    </li>
  );
}
