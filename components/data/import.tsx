// Importing readings or answers, step by step: rows, columns, what would change, and storing it.
import { useEffect, useRef } from 'preact/hooks';
import type { Metric } from '../../lib/model/metric.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say, type Word } from '../../lib/say.ts';
import type { AnswersImport, AnswersStep } from '../../lib/state/answers-steps.ts';
import type { Importing, ImportStep } from '../../lib/state/import.ts';
import type { Imports } from '../../lib/state/import-kind.ts';
import { hashOf } from '../../lib/state/route.ts';
import { AnswersCheck } from './answers-check.tsx';
import { AnswersColumns } from './answers-columns.tsx';
import { ImportBegin } from './import-begin.tsx';
import { ImportCheck } from './import-check.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportStored } from './import-stored.tsx';
import { sourceName } from './import-words.ts';
import './import.css';

export interface ImportViewProps {
  readonly imports: Imports;
  /** The framework the readings go into; `undefined` when there is none. */
  readonly framework: { readonly name: string; readonly metrics: readonly Metric[] } | undefined;
  /** ISO day. */
  readonly today: string;
  readonly onSaveRows: (rows: readonly (readonly (string | number)[])[]) => void;
}

const STEPS = ['importStepRows', 'importStepColumns', 'importStepCheck', 'importStepStore'] as const satisfies readonly Word[];
const NUMBER: Readonly<Record<ImportStep['at'], number>> = { begin: 0, reading: 0, columns: 1, checking: 2, check: 2, store: 3 };

export function ImportView({ imports, framework, today, onSaveRows }: ImportViewProps) {
  const kind = imports.kind.value;
  const importing = imports[kind];
  const step: ImportStep | AnswersStep = importing.step.value;
  const source = imports[kind].source.value;
  const rows = source && ('rows' in source ? source.rows : source.table.rows.length);
  const title = useRef<HTMLHeadingElement>(null);
  const number = NUMBER[step.at];
  const before = useRef(number);
  useEffect(() => {
    // What comes next is read from its heading.
    if (before.current !== number) title.current?.focus();
    before.current = number;
  }, [number]);
  return (
    <section class="import">
      <header>
        <h2 ref={title} tabIndex={-1}>
          {say(step.at === 'begin' ? 'answersOrReadings' : kind === 'answers' ? 'answersTitle' : 'importTitle')}
        </h2>
        {step.at !== 'begin' && source ? (
          <p class="muted cut">{say('importSource', sourceName(source.name), formatNumber(rows ?? 0))}</p>
        ) : (
          framework && <p class="muted">{say('importInto', framework.name)}</p>
        )}
        {(step.at === 'columns' || step.at === 'check') && (
          <span class="end">
            {step.at === 'columns' && (
              <button type="button" class="btn ghost" onClick={() => void imports.turn(kind === 'answers' ? 'readings' : 'answers')}>
                {say(kind === 'answers' ? 'answersAreReadings' : 'answersAreAnswers')}
              </button>
            )}
            <button type="button" class="btn ghost" onClick={importing.reset}>
              {say('importAnew')}
            </button>
          </span>
        )}
      </header>
      {step.at !== 'begin' && <Steps at={number + (step.at === 'store' && step.store.state.value.at === 'stored' ? 1 : 0)} />}
      {framework ? (
        <Body {...{ imports, today, onSaveRows }} metrics={framework.metrics} />
      ) : (
        <>
          <p class="muted">{say('importNoFramework')}</p>
          <p class="acts">
            <a class="btn" href={hashOf('framework', { framework: 'new' })}>
              {say('frameNew')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function Steps({ at }: { at: number }) {
  return (
    <ol class="way small">
      {STEPS.map((word, i) => (
        <li key={word} class={i < at ? 'done' : i === at ? 'now' : ''} aria-current={i === at ? 'step' : undefined}>
          <span class="dot" aria-hidden="true">
            {i < at ? '✓' : i + 1}
          </span>
          {say(word)}
        </li>
      ))}
    </ol>
  );
}

export interface StepProps<S extends ImportStep = ImportStep> {
  readonly step: S;
  readonly importing: Importing;
  readonly metrics: readonly Metric[];
  readonly today: string;
  readonly onSaveRows: ImportViewProps['onSaveRows'];
}

function Body({ imports, ...rest }: Omit<StepProps, 'step' | 'importing'> & { imports: Imports }) {
  const kind = imports.kind.value;
  const importing = imports[kind];
  const step: ImportStep | AnswersStep = importing.step.value;
  switch (step.at) {
    case 'begin':
      return <ImportBegin imports={imports} refused={step.refused} />;
    case 'reading':
    case 'checking':
      return (
        <div class="busy">
          <p role="status">{say(step.at === 'reading' ? 'importReading' : 'importComparing')}</p>
          <progress value={step.share} aria-label={say(step.at === 'reading' ? 'importReading' : 'importComparing')} />
          <button type="button" class="btn ghost" onClick={importing.cancel}>
            {say('cancel')}
          </button>
        </div>
      );
    case 'store':
      return <ImportStored store={step.store} kind={'records' in step && step.records > 0 ? 'entries' : kind} importing={importing} />;
  }
  if (kind === 'answers') return <AnswersBody importing={imports.answers} {...rest} />;
  const now = imports.readings.step.value;
  if (now.at === 'columns') return <ImportColumns step={now} importing={imports.readings} {...rest} />;
  return now.at === 'check' ? <ImportCheck step={now} importing={imports.readings} {...rest} /> : null;
}

function AnswersBody({ importing, today, onSaveRows }: Pick<StepProps, 'today' | 'onSaveRows'> & { importing: AnswersImport }) {
  const step = importing.step.value;
  if (step.at === 'columns') return <AnswersColumns importing={importing} />;
  return step.at === 'check' ? <AnswersCheck outcome={step.outcome} {...{ importing, today, onSaveRows }} /> : null;
}
