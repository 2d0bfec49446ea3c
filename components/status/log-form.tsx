// Logging a reading: a value and the day it speaks up to. Enter logs, Escape closes; what was typed is kept.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../lib/ask.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say, type Word } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import { dateProblem, parseReading } from './reading.ts';

export interface Draft {
  readonly value: string;
  readonly date: string;
}

export interface LogFormProps {
  readonly status: MetricStatus;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** Stores the reading. Gives the reason where it was refused; the form then stays as it is. */
  readonly onLog: (value: number, date: string) => Promise<Refusal | undefined>;
  readonly onClose: () => void;
  /** The address where many are logged at once. */
  readonly many?: string | undefined;
}

const REFUSED: Partial<Record<Refusal, Word>> = { 'disk-full': 'statusLogDiskFull', 'storage-refused': 'statusLogStorage' };
export const refusedPhrase = (why: Refusal): string => say(REFUSED[why] ?? 'statusLogFailed');

export function LogForm({ status, draft, onDraft, onLog, onClose, many }: LogFormProps) {
  const { metric, today, readings } = status;
  const [problem, setProblem] = useState<{ readonly of: 'value' | 'date' | 'save'; readonly text: string }>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  // What is said below the fields must be seen, at the end of a list too.
  useEffect(() => form.current?.scrollIntoView?.({ block: 'nearest' }), [problem]);

  const submit = async (): Promise<void> => {
    if (busy) return;
    const typed = parseReading(draft.value, metric);
    if (!typed.ok) {
      field.current?.focus();
      return setProblem({ of: 'value', text: typed.problem });
    }
    const wrongDay = dateProblem(draft.date, today);
    if (wrongDay) return setProblem({ of: 'date', text: wrongDay });
    setBusy(true);
    const refused = await onLog(typed.value, draft.date);
    setBusy(false);
    if (refused) setProblem({ of: 'save', text: refusedPhrase(refused) });
  };
  const change = (part: Partial<Draft>): void => {
    setProblem(undefined);
    onDraft({ ...draft, ...part });
  };
  const before = readings.find(({ date }) => date === draft.date);
  const hint = before && say('statusLogReplaces', formatReading(metric, before.value), formatDay(before.date, today));

  return (
    <form
      class="log"
      ref={form}
      noValidate
      aria-label={say('statusLogOf', metric.name)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Without this the browser closes the popup, and what was typed with it.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <label class={`field${problem?.of === 'value' ? ' wrong' : ''}`}>
        <span class="quiet">{say('statusLogValue')}</span>
        <input
          ref={field}
          name="value"
          inputMode="decimal"
          autocomplete="off"
          value={draft.value}
          aria-invalid={problem?.of === 'value'}
          aria-describedby={`${id}says`}
          onInput={(event) => change({ value: event.currentTarget.value })}
        />
        {metric.kind === 'rate' ? <span class="unit">%</span> : metric.unit && <span class="unit cut">{metric.unit}</span>}
      </label>
      <label class={`field day${problem?.of === 'date' ? ' wrong' : ''}`}>
        <span class="unit">{say('statusLogWeekTo')}</span>
        <input
          type="date"
          name="date"
          max={today}
          value={draft.date}
          aria-invalid={problem?.of === 'date'}
          aria-describedby={`${id}says`}
          onInput={(event) => change({ date: event.currentTarget.value })}
        />
      </label>
      <button type="submit" class="btn main" aria-disabled={busy}>
        {say('statusLog')}
        <kbd aria-hidden="true">⏎</kbd>
      </button>
      <div id={`${id}says`} class="says small">
        {/* Always there, so that what appears in it is announced. */}
        <p role="alert" class="bad">
          {problem?.text}
        </p>
        {!problem && hint && <p class="muted">{hint}</p>}
      </div>
      {many && (
        <p class="many small">
          <a class="link" href={many}>
            {say('statusLogMany')}
          </a>
        </p>
      )}
    </form>
  );
}
