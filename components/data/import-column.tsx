// What a column holds, chosen; and how it is to be read, where its cells do not settle that.
import { DAY_FORMS, type DayForm } from '../../lib/formats/day-text.ts';
import { type Mapping, type Use, withUse } from '../../lib/formats/readings-columns.ts';
import { type Choice, settled } from '../../lib/formats/readings-survey.ts';
import { DECIMAL_MARKS, type DecimalMark } from '../../lib/formats/value-text.ts';
import { say } from '../../lib/say.ts';
import type { StepProps } from './import.tsx';
import { formPhrase, markPhrase } from './import-words.ts';

const OTHERS = ['nothing', 'date', 'name', 'value'] as const;
const OTHER_WORDS = { nothing: 'importUseNothing', date: 'importUseDate', name: 'importUseName', value: 'importUseValue' } as const;

const codeOf = (use: Use): string => (use.as === 'metric' ? `=${use.metric}` : use.as);
const meant = (code: string): Use =>
  code.startsWith('=') ? { as: 'metric', metric: code.slice(1) } : { as: code as (typeof OTHERS)[number] };

/** What a column is, and where that leaves something open, how it is to be read. */
export function ColumnChoice({
  importing,
  metrics,
  today,
  mapping,
  column,
  headings,
}: StepProps & { mapping: Mapping; column: number; headings: readonly string[] }) {
  const found = importing.found.value;
  const use = mapping.uses[column] ?? { as: 'nothing' };
  const name = headings[column] || say('importColumn', column + 1);
  const marks = found?.marks.get(column);
  return (
    <>
      <span class="field">
        <select
          aria-label={say('importUseOf', name)}
          value={codeOf(use)}
          onChange={(event) => void importing.choose(withUse(mapping, column, meant(event.currentTarget.value)))}
        >
          {OTHERS.map((as) => (
            <option key={as} value={as}>
              {say(OTHER_WORDS[as])}
            </option>
          ))}
          <optgroup label={say('importUseMetric')}>
            {metrics.map(({ id, name: metric }) => (
              <option key={id} value={`=${id}`}>
                {metric}
              </option>
            ))}
          </optgroup>
        </select>
      </span>
      {use.as === 'date' && found?.day && (
        <Reading<DayForm>
          label={say('importFormOf', name)}
          all={DAY_FORMS}
          choice={found.day}
          chosen={mapping.form}
          words={(form, example) => formPhrase(form, example, today)}
          onChoose={(form) => void importing.choose({ ...mapping, form })}
        />
      )}
      {(use.as === 'metric' || use.as === 'value') && marks && (marks.example ?? marks.fits.length > 1) && (
        <Reading<DecimalMark>
          label={say('importMarkOf', name)}
          all={DECIMAL_MARKS}
          choice={marks}
          chosen={mapping.marks.get(column)}
          words={markPhrase}
          onChoose={(mark) => void importing.choose({ ...mapping, marks: new Map([...mapping.marks, [column, mark]]) })}
        />
      )}
    </>
  );
}

interface ReadingProps<T extends string> {
  readonly label: string;
  readonly all: readonly T[];
  readonly choice: Choice<T>;
  readonly chosen: T | undefined;
  readonly words: (one: T, example: string | undefined) => string;
  readonly onChoose: (one: T) => void;
}

/** How a column is read: settled by its cells, or to be chosen. */
function Reading<T extends string>({ label, all, choice, chosen, words, onChoose }: ReadingProps<T>) {
  const value = settled(choice, chosen);
  return (
    <span class={`field${value === undefined ? ' open' : ''}`}>
      <select
        aria-label={label}
        aria-invalid={value === undefined ? true : undefined}
        value={value ?? ''}
        onChange={(event) => event.currentTarget.value && onChoose(event.currentTarget.value as T)}
      >
        {value === undefined && <option value="">{say('importChooseOne')}</option>}
        {all.map((one) => (
          <option key={one} value={one}>
            {words(one, choice.fits.length > 1 ? choice.example : undefined)}
          </option>
        ))}
      </select>
    </span>
  );
}
