// The first rows, with a choice above each column and below each cell what is read from it.
import { readDay } from '../../lib/formats/day-text.ts';
import { DAY_FORMS, type DayForm } from '../../lib/formats/day-text.ts';
import { bodyOf, keyOf, type Mapping, metricNamed, metricNames, type Use, withUse } from '../../lib/formats/readings-columns.ts';
import type { Choice } from '../../lib/formats/readings-survey.ts';
import { DECIMAL_MARKS, type DecimalMark, readValue } from '../../lib/formats/value-text.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { StepProps } from './import.tsx';
import { formPhrase, markPhrase } from './import-words.ts';

const ROWS = 6;
/** Characters of a cell that are shown. */
const CELL = 60;
const OTHERS = ['nothing', 'date', 'name', 'value'] as const;
const OTHER_WORDS = { nothing: 'importUseNothing', date: 'importUseDate', name: 'importUseName', value: 'importUseValue' } as const;

const codeOf = (use: Use): string => (use.as === 'metric' ? `=${use.metric}` : use.as);
const useOf = (code: string): Use =>
  code.startsWith('=') ? { as: 'metric', metric: code.slice(1) } : { as: code as (typeof OTHERS)[number] };

export function ImportSample(props: StepProps & { readonly headings: readonly string[] }) {
  const { importing, headings } = props;
  const [source, mapping] = [importing.source.value, importing.mapping.value];
  if (!source || !mapping) return null;
  const rows = bodyOf(source.table, mapping.heading).slice(0, ROWS);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say('importSample')}>
      <table class="sample">
        <thead>
          <tr>
            {headings.map((heading, column) => (
              <th key={column} scope="col" class={mapping.uses[column]?.as === 'nothing' ? 'unused' : ''}>
                <span class="cut heading" title={heading}>
                  {heading.slice(0, CELL) || say('importColumn', column + 1)}
                </span>
                <ColumnChoice {...props} mapping={mapping} column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells }) => (
            <tr key={number}>
              {headings.map((_, column) => {
                const read = readOf(props, mapping, cells, column);
                return (
                  <td key={column} class={mapping.uses[column]?.as === 'nothing' ? 'unused' : ''}>
                    <span class="cut">{cells[column]?.slice(0, CELL)}</span>
                    {read && <span class={`small ${read.tone}`}>{read.text}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a cell is read as, as far as it is settled. */
function readOf(
  { importing, metrics, today }: StepProps,
  mapping: Mapping,
  cells: readonly string[],
  column: number,
): { readonly text: string; readonly tone: string } | undefined {
  const [use, found] = [mapping.uses[column], importing.found.value];
  const text = cells[column]?.trim() ?? '';
  if (!use || !found || text === '') return undefined;
  const unread = { text: say('importUnread'), tone: 'bad' };
  if (use.as === 'date') {
    const form = settled(mapping.form, found.day);
    const day = form && readDay(text, form);
    return form === undefined
      ? undefined
      : day === undefined || day === 'no-such-day'
        ? unread
        : { text: formatDay(day, today), tone: 'muted' };
  }
  if (use.as !== 'metric' && use.as !== 'value') return undefined;
  const metric = use.as === 'metric' ? metrics.find(({ id }) => id === use.metric) : namedIn(mapping, cells, metrics);
  const mark = settled(mapping.marks.get(column), found.marks.get(column));
  if (!metric || !mark || (found.fractions.has(metric.id) && !mapping.scales.has(metric.id))) return undefined;
  const value = readValue(text, mark, metric, mapping.scales.get(metric.id));
  return value.ok ? { text: formatReading(metric, value.value), tone: 'muted' } : unread;
}

const settled = <T,>(chosen: T | undefined, choice: Choice<T> | undefined): T | undefined =>
  chosen ?? (choice?.fits.length === 1 ? choice.fits[0] : undefined);

function namedIn({ uses, names }: Mapping, cells: readonly string[], metrics: readonly Metric[]): Metric | undefined {
  const text = cells[uses.findIndex(({ as }) => as === 'name')] ?? '';
  const id = names.get(keyOf(text)) ?? metricNamed(text, metricNames(metrics));
  return metrics.find((metric) => metric.id === id);
}

/** What a column is, and where that leaves something open, how it is to be read. */
function ColumnChoice({
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
          onChange={(event) => void importing.choose(withUse(mapping, column, useOf(event.currentTarget.value)))}
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
  const value = settled(chosen, choice);
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
