// Importing readings, step by step: rows, columns, what would change, and storing it.
import { useEffect, useRef } from 'preact/hooks';
import type { Metric } from '../../lib/model/metric.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say, type Word } from '../../lib/say.ts';
import type { Importing, ImportStep } from '../../lib/state/import.ts';
import { hashOf } from '../../lib/state/route.ts';
import { ImportBegin } from './import-begin.tsx';
import { ImportCheck } from './import-check.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportStored } from './import-stored.tsx';
import { sourceName } from './import-words.ts';
import './import.css';

export interface ImportViewProps {
  readonly importing: Importing;
  /** The framework the readings go into; `undefined` when there is none. */
  readonly framework: { readonly name: string; readonly metrics: readonly Metric[] } | undefined;
  /** ISO day. */
  readonly today: string;
}

const STEPS = ['importStepRows', 'importStepColumns', 'importStepCheck', 'importStepStore'] as const satisfies readonly Word[];
const NUMBER: Readonly<Record<ImportStep['at'], number>> = { begin: 0, reading: 0, columns: 1, checking: 2, check: 2, store: 3 };

export function ImportView({ importing, framework, today }: ImportViewProps) {
  const step = importing.step.value;
  const source = importing.source.value;
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
          {say('importTitle')}
        </h2>
        {step.at !== 'begin' && source ? (
          <p class="muted cut">{say('importSource', sourceName(source.name), formatNumber(source.table.rows.length))}</p>
        ) : (
          framework && <p class="muted">{say('importInto', framework.name)}</p>
        )}
        {(step.at === 'columns' || step.at === 'check') && (
          <button type="button" class="btn ghost end" onClick={importing.reset}>
            {say('importAnew')}
          </button>
        )}
      </header>
      {step.at !== 'begin' && <Steps at={number + (step.at === 'store' && step.store.state.value.at === 'stored' ? 1 : 0)} />}
      {framework ? (
        <Body step={step} importing={importing} metrics={framework.metrics} today={today} />
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
}

function Body({ step, ...rest }: StepProps) {
  switch (step.at) {
    case 'begin':
      return <ImportBegin step={step} {...rest} />;
    case 'reading':
    case 'checking':
      return (
        <div class="busy">
          <p role="status">{say(step.at === 'reading' ? 'importReading' : 'importComparing')}</p>
          <progress value={step.share} aria-label={say(step.at === 'reading' ? 'importReading' : 'importComparing')} />
          <button type="button" class="btn ghost" onClick={rest.importing.cancel}>
            {say('cancel')}
          </button>
        </div>
      );
    case 'columns':
      return <ImportColumns step={step} {...rest} />;
    case 'check':
      return <ImportCheck step={step} {...rest} />;
    case 'store':
      return <ImportStored step={step} {...rest} />;
  }
}
