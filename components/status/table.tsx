// The same readings as a chart's, as a table: newest first, with the pace line beside them, where each came from and
// when, and what it was before it was corrected.
import { locale } from '../../lib/impact/locale.ts';
import { useEffect, useState } from 'preact/hooks';
import { paceAt } from '../../lib/impact/pace.ts';
import { formatNumber, formatReading } from '../../lib/impact/shown.ts';
import { dayHere } from '../../lib/model/day.ts';
import { originPhrase } from '../../lib/phrases/origin.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { ReadingEntry } from '../../lib/state/reading-history.ts';
import type { MetricStatus, Point } from '../../lib/state/status.ts';
import './table.css';

/** Days that are drawn at first, and with each press more. */
const BATCH = 400;

/** What was done to the days of a metric that were corrected, from one day on. */
export type LoadHistory = (metric: string, since: string) => Promise<ReadonlyMap<string, readonly ReadingEntry[]>>;

export function ReadingsTable({ status, onHistory }: { status: MetricStatus<Point>; onHistory: LoadHistory }) {
  const { metric, readings, today } = status;
  const [most, setMost] = useState(BATCH);
  const [open, setOpen] = useState<string>();
  const [history, setHistory] = useState<ReadonlyMap<string, readonly ReadingEntry[]>>(new Map());
  const shown = readings.slice(-most).reverse();
  const since = shown.at(-1)?.date ?? today;
  useEffect(() => {
    let wanted = true;
    void onHistory(metric.id, since).then((found) => wanted && setHistory(found));
    return () => void (wanted = false);
  }, [metric.id, since, readings]);
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
            <th scope="col">{say('statusTableStored')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => (
            <Day
              key={point.date}
              point={point}
              status={status}
              entries={history.get(point.date) ?? []}
              open={open === point.date}
              onOpen={() => setOpen(open === point.date ? undefined : point.date)}
            />
          ))}
        </tbody>
      </table>
      {readings.length === 0 && <p class="muted small">{say('statusNoReadings')}</p>}
      {readings.length > most && (
        <p>
          <button type="button" class="link" onClick={() => setMost(most + BATCH)}>
            {say('statusMoreReadings', formatNumber(Math.min(BATCH, readings.length - most)))}
          </button>
        </p>
      )}
    </div>
  );
}

interface DayProps {
  readonly point: Point;
  readonly status: MetricStatus<Point>;
  /** Newest first; empty where nothing was corrected. */
  readonly entries: readonly ReadingEntry[];
  readonly open: boolean;
  readonly onOpen: () => void;
}

function Day({ point, status, entries, open, onOpen }: DayProps) {
  const { metric, today, digits } = status;
  const { baseline, target } = metric;
  const { date, value, at } = point;
  const pace =
    baseline && target && date >= baseline.date ? formatReading(metric, Number(paceAt(baseline, target, date).toFixed(digits))) : '';
  const times = entries.length - 1;
  return (
    <>
      <tr>
        <td>{formatDay(date, today)}</td>
        <td class="number">{formatReading(metric, value)}</td>
        <td class="number muted">{pace}</td>
        <td class="muted from">{originPhrase(point)}</td>
        <td class="muted">
          {at && formatDay(dayHere(new Date(at)), today)}
          {times > 0 && (
            <button type="button" class="link small" aria-expanded={open} onClick={onOpen}>
              {times === 1 ? say('statusHistoryOnce') : say('statusHistory', times)}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr class="history">
          <td colSpan={5}>
            <ul aria-label={say('statusHistoryOf', formatDay(date, today))}>
              {entries.map((entry) => (
                <Entry key={entry.op} entry={entry} metric={metric} />
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

function Entry({ entry: { at, before, after, source, origin }, metric }: { entry: ReadingEntry; metric: MetricStatus['metric'] }) {
  const when = new Date(at);
  const show = (value: number | undefined): string => (value === undefined ? '–' : formatReading(metric, value));
  return (
    <li class="small">
      <time class="muted" dateTime={when.toISOString()}>
        {new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
          when,
        )}
      </time>
      <span>{before === undefined ? show(after) : say('statusGoals', show(before), show(after))}</span>
      <span class="muted">
        {after === undefined ? say('statusHistoryGone') : originPhrase({ ...(source && { source }), ...(origin && { origin }) })}
      </span>
    </li>
  );
}
