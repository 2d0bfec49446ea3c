// The third step: what would change, from what to what, and which rows were not read.
import type { Change } from '../../lib/formats/readings-table.ts';
import { headingsOf } from '../../lib/formats/readings-columns.ts';
import { formatNumber, formatReading } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { ImportStep } from '../../lib/state/import.ts';
import { CheckActs, Sums } from './check-parts.tsx';
import { Faults } from './faults.tsx';
import type { StepProps } from './import.tsx';
import { columnName, faultPhrase } from './import-words.ts';
import { RowsTable } from './rows-table.tsx';

export function ImportCheck({
  step: { outcome },
  importing,
  metrics,
  today,
  onSaveRows,
}: StepProps<Extract<ImportStep, { readonly at: 'check' }>>) {
  const [source, mapping] = [importing.source.value, importing.mapping.value];
  if (!source || !mapping) return null;
  const headings = headingsOf(source.table, mapping.heading);
  const of = (kind: Change['kind']): Change[] => outcome.changes.filter((change) => change.kind === kind);
  const [fresh, changed, same] = [of('new'), of('changed'), of('same')];
  const count = fresh.length + changed.length;
  return (
    <div class="check">
      <Sums fresh={fresh.length} changed={changed.length} same={same.length} faults={outcome.faults.length} />
      {outcome.twice > 0 && (
        <label class="option">
          <input
            type="checkbox"
            checked={mapping.twice === 'last'}
            onChange={() => void importing.check(mapping.twice === 'last' ? 'refuse' : 'last')}
          />
          <span>
            {say('importTwice')}
            <span class="small muted">{say(outcome.twice === 1 ? 'importTwiceOne' : 'importTwiceMany', formatNumber(outcome.twice))}</span>
          </span>
        </label>
      )}
      <CheckActs
        due={count > 0 ? say(count === 1 ? 'importOne' : 'importMany', formatNumber(count)) : undefined}
        none={say(same.length > 0 ? 'importNothingNew' : 'importNothingRead')}
        back={say('importBack')}
        onStore={() => void importing.store()}
        onBack={importing.back}
      />
      <Changes list={[...changed, ...fresh]} metrics={metrics} today={today} />
      <Faults
        faults={outcome.faults}
        tell={(fault) => [fault.row, columnName(headings, fault.column), faultPhrase(fault, metrics, today)]}
        onSave={onSaveRows}
      />
    </div>
  );
}

interface ListProps {
  readonly list: readonly Change[];
  readonly metrics: readonly Metric[];
  readonly today: string;
}

function Changes({ list, metrics, today }: ListProps) {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const shown = (id: string, value: number): string => formatReading(byId.get(id) ?? { kind: 'count' }, value);
  return (
    <RowsTable
      name={say('importChanges')}
      list={list}
      columns={[
        { name: say('importMetric'), look: 'cut', cell: ({ metric }) => byId.get(metric)?.name ?? metric },
        { name: say('statusTableDay'), cell: ({ date }) => formatDay(date, today) },
        {
          ...{ name: say('importStoredNow'), look: 'num muted' },
          cell: ({ metric, before }) => (before === undefined ? '–' : shown(metric, before)),
        },
        { name: say('importAfter'), look: 'num strong', cell: ({ metric, value }) => shown(metric, value) },
        { name: say('importRow'), look: 'num muted', cell: ({ row }) => formatNumber(row) },
      ]}
    />
  );
}
