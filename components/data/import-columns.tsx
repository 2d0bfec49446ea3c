// The second step: what each column is, beside the first rows and how they are read.
import { headingsOf, isLong } from '../../lib/formats/readings-columns.ts';
import { SEPARATORS } from '../../lib/formats/table.ts';
import { say } from '../../lib/say.ts';
import type { ImportStep } from '../../lib/state/import.ts';
import { Icon } from '../shell/icons.tsx';
import type { StepProps } from './import.tsx';
import { ImportNames } from './import-names.tsx';
import { ImportSample } from './import-sample.tsx';
import { ImportScales } from './import-scales.tsx';
import { questionPhrase, refusalPhrase, SEPARATOR_WORDS } from './import-words.ts';

const SPANS = ['day', 'week', 'month'] as const;
const SPAN_WORDS = { day: 'importSpanDay', week: 'importSpanWeek', month: 'importSpanMonth' } as const;

export function ImportColumns(props: StepProps<Extract<ImportStep, { readonly at: 'columns' }>>) {
  const { importing, step } = props;
  const [source, mapping, planned] = [importing.source.value, importing.mapping.value, importing.planned.value];
  if (!source || !mapping) return null;
  const headings = headingsOf(source.table, mapping.heading);
  // Scales are asked where they are chosen.
  const questions = planned?.ok === false ? planned.questions.filter((question) => question.about !== 'scale') : [];
  const ready = planned?.ok === true;
  const select = <V extends string>(name: string, value: V, options: readonly (readonly [V, string])[], onChange: (value: V) => void) => (
    <label class="small">
      <span class="muted">{name}</span>
      <span class="field">
        <select value={value} onChange={(event) => onChange(event.currentTarget.value as V)}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
  return (
    <div class="columns">
      {source.encoding === 'windows-1252' && <p class="note small">{say('importEncoding')}</p>}
      <p role="alert" class="bad small">
        {step.refused && refusalPhrase(step.refused)}
      </p>
      <div class="how">
        <label class="option">
          <input type="checkbox" checked={mapping.heading} onChange={() => void importing.guess(!mapping.heading)} />
          <span>{say('importHeading')}</span>
        </label>
        {select(
          say('importSeparator'),
          source.table.separator,
          SEPARATORS.map((one) => [one, say(SEPARATOR_WORDS[one])]),
          (separator) => void importing.separate(separator),
        )}
        {select(
          say('importSpan'),
          mapping.span,
          SPANS.map((span) => [span, say(SPAN_WORDS[span])]),
          (span) => void importing.choose({ ...mapping, span }),
        )}
      </div>
      <ImportSample {...props} headings={headings} />
      <ImportScales {...props} />
      {isLong(mapping.uses) && <ImportNames {...props} />}
      <ul class="asked" aria-live="polite">
        {questions.map((question) => (
          <li key={JSON.stringify(question)} class="small">
            <Icon name="warning" />
            <span>{questionPhrase(question, headings)}</span>
          </li>
        ))}
      </ul>
      <div class="acts">
        <button type="button" class="btn main" aria-disabled={!ready} onClick={() => ready && void importing.check()}>
          {say('importToCheck')}
        </button>
        <span class="muted small">{say('importNothingYet')}</span>
      </div>
    </div>
  );
}
