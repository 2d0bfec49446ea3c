// The first rows, with a choice above each column and below each cell what is read from it.
import { readDay } from '../../lib/formats/day-text.ts';
import { bodyOf, keyOf, type Mapping, metricNamed, metricNames } from '../../lib/formats/readings-columns.ts';
import { settled } from '../../lib/formats/readings-survey.ts';
import { readValue } from '../../lib/formats/value-text.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { StepProps } from './import.tsx';
import { ColumnChoice } from './import-column.tsx';

const ROWS = 6;
/** Characters of a cell that are shown. */
const CELL = 60;
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
    const form = settled(found.day, mapping.form);
    const day = form && readDay(text, form);
    return form === undefined
      ? undefined
      : day === undefined || day === 'no-such-day'
        ? unread
        : { text: formatDay(day, today), tone: 'muted' };
  }
  if (use.as !== 'metric' && use.as !== 'value') return undefined;
  const metric = use.as === 'metric' ? metrics.find(({ id }) => id === use.metric) : namedIn(mapping, cells, metrics);
  const mark = settled(found.marks.get(column), mapping.marks.get(column));
  if (!metric || !mark || (found.fractions.has(metric.id) && !mapping.scales.has(metric.id))) return undefined;
  const value = readValue(text, mark, metric, mapping.scales.get(metric.id));
  return value.ok ? { text: formatReading(metric, value.value), tone: 'muted' } : unread;
}

function namedIn({ uses, names }: Mapping, cells: readonly string[], metrics: readonly Metric[]): Metric | undefined {
  const text = cells[uses.findIndex(({ as }) => as === 'name')] ?? '';
  const id = names.get(keyOf(text)) ?? metricNamed(text, metricNames(metrics));
  return metrics.find((metric) => metric.id === id);
}
