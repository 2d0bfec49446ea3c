// The same readings as a chart's, as a table: newest first, with the pace line beside them and where each came from.
import { paceAt } from '../../lib/impact/pace.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say, type Word } from '../../lib/say.ts';
import type { MetricStatus, Point } from '../../lib/state/status.ts';

const SOURCES: Record<Point['source'], Word> = { typed: 'statusSourceTyped', sample: 'statusSourceSample', import: 'statusSourceImport' };

export function ReadingsTable({ status }: { status: MetricStatus<Point> }) {
  const { metric, readings, today, digits } = status;
  const { baseline, target } = metric;
  const paceOn = (date: string): string =>
    baseline && target && date >= baseline.date ? formatReading(metric, Number(paceAt(baseline, target, date).toFixed(digits))) : '';
  return (
    <div class="readings" tabIndex={0} role="region" aria-label={say('statusTableOf', metric.name)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('statusTableDay')}</th>
            <th scope="col" class="number">
              {say('statusTableValue')}
            </th>
            <th scope="col" class="number">
              {say('statusTablePace')}
            </th>
            <th scope="col">{say('statusTableSource')}</th>
          </tr>
        </thead>
        <tbody>
          {readings.toReversed().map(({ date, value, source }) => (
            <tr key={date}>
              <td>{formatDay(date, today)}</td>
              <td class="number">{formatReading(metric, value)}</td>
              <td class="number muted">{paceOn(date)}</td>
              <td class="muted">{say(SOURCES[source])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {readings.length === 0 && <p class="muted small">{say('statusNoReadings')}</p>}
    </div>
  );
}
