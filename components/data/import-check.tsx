// The third step: what would change, from what to what, and which rows were not read.
import type { Change } from '../../lib/formats/readings-table.ts';
import { headingsOf } from '../../lib/formats/readings-columns.ts';
import { formatNumber, formatReading } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { ImportStep } from '../../lib/state/import.ts';
import { Faults, MOST_DRAWN, shownOf } from './faults.tsx';
import type { StepProps } from './import.tsx';
import { columnName, faultPhrase } from './import-words.ts';

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
      <dl class="sums">
        <Sum name={say('importNew')} value={fresh.length} />
        <Sum name={say('importChanged')} value={changed.length} />
        <Sum name={say('importSame')} value={same.length} />
        <Sum name={say('importUnread')} value={outcome.faults.length} tone={outcome.faults.length > 0 ? 'warn' : ''} />
      </dl>
      <p class="quiet" role="status">
        {say('importSums', fresh.length, changed.length, same.length, outcome.faults.length)}
      </p>
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
      <div class="acts">
        {count > 0 ? (
          <button type="button" class="btn main" onClick={() => void importing.store()}>
            {say(count === 1 ? 'importOne' : 'importMany', formatNumber(count))}
          </button>
        ) : (
          <p>{say(same.length > 0 ? 'importNothingNew' : 'importNothingRead')}</p>
        )}
        <button type="button" class="btn" onClick={importing.back}>
          {say('importBack')}
        </button>
      </div>
      <Changes list={[...changed, ...fresh]} metrics={metrics} today={today} />
      <Faults
        faults={outcome.faults}
        tell={(fault) => [fault.row, columnName(headings, fault.column), faultPhrase(fault, metrics, today)]}
        onSave={onSaveRows}
      />
    </div>
  );
}

export function Sum({ name, value, tone = '' }: { name: string; value: number; tone?: string }) {
  return (
    <div>
      <dt class="small muted">{name}</dt>
      <dd class={`figure ${tone}`}>{formatNumber(value)}</dd>
    </div>
  );
}

interface ListProps {
  readonly metrics: readonly Metric[];
  readonly today: string;
}

function Changes({ list, metrics, today }: ListProps & { list: readonly Change[] }) {
  if (list.length === 0) return null;
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  return (
    <section>
      <h3>
        {say('importChanges')} <span class="muted small">{shownOf(list.length)}</span>
      </h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={say('importChanges')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('importMetric')}</th>
              <th scope="col">{say('statusTableDay')}</th>
              <th scope="col" class="num">
                {say('importStoredNow')}
              </th>
              <th scope="col" class="num">
                {say('importAfter')}
              </th>
              <th scope="col" class="num">
                {say('importRow')}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.slice(0, MOST_DRAWN).map(({ metric: id, date, value, before, row }) => {
              const metric = byId.get(id);
              const show = (number: number): string => formatReading(metric ?? { kind: 'count' }, number);
              return (
                <tr key={`${id}/${date}`}>
                  <td class="cut">{metric?.name ?? id}</td>
                  <td>{formatDay(date, today)}</td>
                  <td class="num muted">{before === undefined ? '–' : show(before)}</td>
                  <td class="num strong">{show(value)}</td>
                  <td class="num muted">{formatNumber(row)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
