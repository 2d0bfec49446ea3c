// The Status page: are we winning, the North Star's course, the inputs, and what must not be damaged meanwhile.
import { useState } from 'preact/hooks';
import { spanPhrase } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import { hashOf } from '../../lib/state/route.ts';
import type { StatusModel } from '../../lib/state/status.ts';
import '../chart/chart.css';
import './log-form.css';
import './status.css';
import './verdict.css';
import { InputCells } from './cells.tsx';
import { LogSlot } from './log-slot.tsx';
import { type LogVerbs, neediest, rowId, useLogging } from './logging.ts';
import { Course, Overview } from './north-star.tsx';
import { MetricList } from './metric-list.tsx';
import { type LoadHistory, ReadingsTable } from './table.tsx';

export interface StatusViewProps {
  readonly model: StatusModel;
  /** Stores a reading; the model that comes next holds it. */
  readonly onLog: LogVerbs['log'];
  readonly onUndo: LogVerbs['undo'];
  readonly onHistory: LoadHistory;
}

const SPANS = [26, 52, 104] as const;

/** @param model from `loadStatus`; made anew after each reading */
export function StatusView({ model, onLog, onUndo, onHistory }: StatusViewProps) {
  const logging = useLogging({ log: onLog, undo: onUndo }, (metric) => hashOf('data', { framework: model.framework.id, metric }));
  const [weeks, setWeeks] = useState<number>(52);
  const [table, setTable] = useState<string>();
  const { framework, northStar, inputs, outcomes, guardrails, today } = model;
  const { metric, last, readings } = northStar;
  const flip = (id: string): void => setTable(table === id ? undefined : id);
  const oldest = readings[0];
  const long = oldest !== undefined && Date.parse(today) - Date.parse(oldest.date) > SPANS[0] * 7 * 86_400_000;
  return (
    <div class="status">
      <header class="top">
        <h1>{say('statusTitle')}</h1>
        <p class="muted">{last ? `${framework.name}, ${spanPhrase(metric, last.date, today)}` : framework.name}</p>
        {framework.sample && <span class="tag">{say('popupSample')}</span>}
        <div class="acts">
          {long && (
            <div class="spans" role="group" aria-label={say('statusSpanOfChart')}>
              {SPANS.map((span, i) => (
                <button type="button" key={span} class="btn" aria-pressed={weeks === span} onClick={() => setWeeks(span)}>
                  {say(i === 0 ? 'statusWeeks26' : i === 1 ? 'statusYear' : 'statusYears2')}
                </button>
              ))}
            </div>
          )}
          <button type="button" class="btn" aria-expanded={table === metric.id} onClick={() => flip(metric.id)}>
            {say('statusViewTable')}
          </button>
          <button type="button" class="btn main" onClick={() => logging.toggle(logging.open ?? neediest(model).metric.id)}>
            {say('popupLog')}
          </button>
        </div>
      </header>
      <Overview status={northStar} guardrails={guardrails} />
      <Course status={northStar} weeks={weeks} onLog={() => logging.toggle(metric.id)} buttonId={rowId(metric.id)} />
      <div class="slots">
        <LogSlot status={northStar} logging={logging} named />
      </div>
      {table === metric.id && <ReadingsTable status={northStar} onHistory={onHistory} />}
      <InputCells model={model} logging={logging} weeks={weeks} table={table} onTable={flip} />
      <div class="slots">
        {inputs.map((input) => (
          <LogSlot key={input.metric.id} status={input} logging={logging} named />
        ))}
      </div>
      {inputs.map((input) => table === input.metric.id && <ReadingsTable key={input.metric.id} status={input} onHistory={onHistory} />)}
      <div class="pair">
        <MetricList
          title={say('statusOutcomes')}
          note={say('statusOutcomesNote')}
          none={say('statusNoOutcomes')}
          list={outcomes}
          logging={logging}
        />
        <MetricList
          title={say('statusGuardrails')}
          note={say('statusGuardrailsNote')}
          none={say('statusNoGuardrails')}
          list={guardrails}
          logging={logging}
        />
      </div>
      <p class="quiet" role="status">
        {logging.said?.text}
      </p>
    </div>
  );
}
