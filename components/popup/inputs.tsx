// The inputs, one row each; a press on a row opens its log form below it.
import { formatReading } from '../../lib/impact/shown.ts';
import { agePhrase, goalsPhrase } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { LogSlot } from '../status/log-slot.tsx';
import { type Logging, rowId } from '../status/logging.ts';

export function Inputs({ inputs, logging }: { inputs: readonly MetricStatus[]; logging: Logging }) {
  return (
    <section class="inputs">
      <header class="micro">
        <h2>{say('popupInputs')}</h2>
        {inputs.length > 0 && <span>{say('popupGoalsHead')}</span>}
      </header>
      {inputs.length === 0 && <p class="none small muted">{say('popupNoInputs')}</p>}
      <ul>
        {inputs.map((status) => (
          <InputRow key={status.metric.id} status={status} logging={logging} />
        ))}
      </ul>
    </section>
  );
}

function InputRow({ status, logging }: { status: MetricStatus; logging: Logging }) {
  const { metric, last, readings, today, stale } = status;
  const open = logging.open === metric.id;
  return (
    <li class={open ? 'on' : ''}>
      <button type="button" id={rowId(metric.id)} aria-expanded={open} onClick={() => logging.toggle(metric.id)}>
        <span class="who">
          <span class="name" dir="auto" title={metric.name}>
            {metric.name}
          </span>
          <span class="micro muted line">
            {metric.owner && <span class="cut">{metric.owner}</span>}
            {metric.owner && <span>·</span>}
            <span class={stale ? 'warn stale' : 'age'}>{agePhrase(status)}</span>
          </span>
        </span>
        <Sparkline points={readings} today={today} target={metric.target?.value} stale={stale} />
        <span class="value">
          <span class="strong">{last ? formatReading(metric, last.value) : '–'}</span>
          <span class="micro muted">{goalsPhrase(metric)}</span>
        </span>
        <span class="quiet">{say('popupLogIt')}</span>
      </button>
      <LogSlot status={status} logging={logging} />
    </li>
  );
}
