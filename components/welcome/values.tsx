// The second step: put in today's values, and where each input should be in 90 days.
import { useState } from 'preact/hooks';
import { formatReading } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { readNumber, writeNumber } from '../../lib/state/number-text.ts';
import type { WelcomeModel } from '../../lib/state/welcome.ts';
import { stagesOf, Step } from './step.tsx';
import type { WelcomeVerbs } from './welcome.tsx';

/** What was typed for a metric; absent where nothing was. */
export interface TypedValue {
  readonly metric: string;
  readonly now?: number;
  readonly target?: number;
}

const SHOWN = 6;

export function Values({ model, verbs }: { model: WelcomeModel; verbs: WelcomeVerbs }) {
  const { status } = model;
  const [skipped, setSkipped] = useState(false);
  const stage = stagesOf(model)[1];
  const metrics = status ? [status.northStar, ...status.inputs] : [];
  const more = metrics.length - SHOWN;
  return (
    <Step number={2} stage={stage === 'now' && skipped ? 'next' : stage} title={say('welcomeValues')}>
      {!status || status.framework.sample || stage === 'done' ? (
        <Shown model={model} />
      ) : (
        <Typing
          key={status.framework.id}
          metrics={metrics.slice(0, SHOWN).map(({ metric, last }) => ({ metric, last: last?.value }))}
          onSave={verbs.values}
          onSkip={skipped ? undefined : () => setSkipped(true)}
        />
      )}
      {more > 0 && <p class="small muted">{say('welcomeMore', more)}</p>}
    </Step>
  );
}

function Shown({ model: { status } }: { model: WelcomeModel }) {
  const inputs = status?.inputs.slice(0, SHOWN) ?? [];
  if (inputs.length === 0) return <p class="muted">{say('welcomeValuesHow')}</p>;
  return (
    <>
      <table class="small">
        <Head />
        <tbody>
          {inputs.map(({ metric, last }) => (
            <tr key={metric.id}>
              <th scope="row">{shortName(metric)}</th>
              <td>{last ? formatReading(metric, last.value) : '–'}</td>
              <td class="muted">{metric.target ? formatReading(metric, metric.target.value) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="acts">
        <a class="btn" href="/dashboard.html#/status">
          {say('popupLog')}
        </a>
      </div>
    </>
  );
}

const Head = () => (
  <thead>
    <tr>
      <th scope="col">{say('welcomeInput')}</th>
      <th scope="col">{say('welcomeIsNow')}</th>
      <th scope="col">{say('welcomeIn90')}</th>
    </tr>
  </thead>
);

interface TypingProps {
  readonly metrics: readonly { readonly metric: Metric; readonly last: number | undefined }[];
  readonly onSave: WelcomeVerbs['values'];
  readonly onSkip: (() => void) | undefined;
}

function Typing({ metrics, onSave, onSkip }: TypingProps) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState<'numbers' | 'failed'>();
  const textOf = (key: string, known: number | undefined): string => typed[key] ?? writeNumber(known);
  const numberOf = (text: string): number | undefined | 'wrong' => {
    if (!text.trim()) return undefined;
    const read = readNumber(text);
    return read.ok ? read.value : 'wrong';
  };
  const wrong = (key: string): boolean => numberOf(typed[key] ?? '') === 'wrong';
  const save = async (): Promise<void> => {
    if (Object.keys(typed).some(wrong)) {
      setTold('numbers');
      return;
    }
    const value = (key: string): number | undefined => numberOf(typed[key] ?? '') as number | undefined;
    const values = metrics.map(({ metric: { id } }): TypedValue => {
      const [now, target] = [value(`${id}/now`), value(`${id}/target`)];
      return { metric: id, ...(now !== undefined && { now }), ...(target !== undefined && { target }) };
    });
    const why = await onSave(values);
    setTold(why ? 'failed' : undefined);
    // Some may be left for later: the step is behind one all the same.
    if (!why) onSkip?.();
  };
  const box = (metric: Metric, key: string, known: number | undefined, label: string) => (
    <td>
      <div class={`field${told === 'numbers' && wrong(key) ? ' wrong' : ''}`}>
        <input
          type="text"
          inputMode="decimal"
          autocomplete="off"
          aria-label={label}
          aria-invalid={told === 'numbers' && wrong(key) ? true : undefined}
          value={textOf(key, known)}
          onInput={({ currentTarget: { value } }) => setTyped({ ...typed, [key]: value })}
        />
        {metric.kind === 'rate' && <span class="unit">%</span>}
      </div>
    </td>
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <table class="small typing">
        <Head />
        <tbody>
          {metrics.map(({ metric, last }) => (
            <tr key={metric.id}>
              <th scope="row" title={metric.name}>
                <span>{shortName(metric)}</span>
              </th>
              {box(metric, `${metric.id}/now`, last ?? metric.baseline?.value, say('welcomeNowOf', metric.name))}
              {box(metric, `${metric.id}/target`, metric.target?.value, say('welcomeTargetOf', metric.name))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="bad small" role="alert">
        {told && say(told === 'numbers' ? 'frameMendNumber' : 'welcomeFailed')}
      </p>
      <div class="acts">
        <button type="submit" class="btn main">
          {say('welcomeContinue')}
        </button>
        {onSkip && (
          <button type="button" class="btn ghost" onClick={onSkip}>
            {say('welcomeSkip')}
          </button>
        )}
      </div>
    </form>
  );
}
