// Outcomes, guardrails and health metrics: a row each, with their course and how they stand.
import { formatReading } from '../../lib/impact/shown.ts';
import { agePhrase, pacePhrase, verdictTone } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { LogSlot } from './log-slot.tsx';
import { type Logging, rowId } from './logging.ts';

export function MetricList({
  title,
  note,
  list,
  logging,
}: {
  title: string;
  note: string;
  list: readonly MetricStatus[];
  logging: Logging;
}) {
  if (list.length === 0) return null;
  return (
    <section class="list">
      <header>
        <h2>{title}</h2>
        <p class="muted">{note}</p>
      </header>
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
  const below = [
    metric.direction === 'down' && say('statusDownIsGood'),
    metric.target && say('statusTargetIs', formatReading(metric, metric.target.value)),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <li>
      <button type="button" id={rowId(metric.id)} aria-expanded={logging.open === metric.id} onClick={() => logging.toggle(metric.id)}>
        <span class="who">
          <span class="name cut" title={metric.name}>
            {metric.name}
          </span>
          <span class={`micro ${stale ? 'warn' : 'muted'}`}>{agePhrase(status)}</span>
        </span>
        <Sparkline points={readings} today={today} target={metric.target?.value} stale={stale} />
        <span class="strong value">{last ? formatReading(metric, last.value) : '–'}</span>
        <span class="small how">
          <span class={stale ? 'muted' : verdictTone(verdict.word)}>{pacePhrase(status, 'short') ?? say('statusWatched')}</span>
          <span class="muted">{below}</span>
        </span>
        <span class="quiet">{say('popupLogIt')}</span>
      </button>
      <LogSlot status={status} logging={logging} />
    </li>
  );
}
