// The inputs side by side: value, distance from pace, course, owner and age.
import { formatNumber, formatReading } from '../../lib/impact/shown.ts';
import { shortName, unitName } from '../../lib/phrases/answer.ts';
import { agePhrase, pacePhrase, verdictTone } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus, StatusModel } from '../../lib/state/status.ts';
import { Trend } from '../chart/trend.tsx';
import { Fitted } from '../chart/width.tsx';
import { type Logging, rowId } from './logging.ts';
import { seriesOf } from './series.ts';

const FIRST_WIDTH = 224;
const HEIGHT = 108;

export interface InputCellsProps {
  readonly model: StatusModel;
  readonly logging: Logging;
  readonly weeks: number;
  /** The metric whose readings are shown as a table. */
  readonly table: string | undefined;
  readonly onTable: (metric: string) => void;
}

export function InputCells({ model, ...rest }: InputCellsProps) {
  return (
    <section class="inputs">
      <header>
        <h2>{say('popupInputs')}</h2>
        <p class="muted">{model.inputs.length === 0 ? say('popupNoInputs') : outstanding(model)}</p>
      </header>
      <ul class="cells">
        {model.inputs.map((status) => (
          <Cell key={status.metric.id} status={status} {...rest} />
        ))}
      </ul>
    </section>
  );
}

/** The weakest input and the one whose gap is worth most, as far as they are known. */
function outstanding({ weakest, strongest, northStar }: StatusModel): string {
  const percent = (share: number): string => formatReading({ kind: 'rate' }, Math.round(share * 100));
  const worth = Math.abs(Number((strongest?.leverage ?? 0).toPrecision(2)));
  return [
    weakest?.progress !== undefined && say('statusWeakest', shortName(weakest.metric), percent(weakest.progress)),
    strongest && worth > 0 && say('statusLeverage', shortName(strongest.metric), formatNumber(worth), unitName(northStar.metric)),
  ]
    .filter(Boolean)
    .join(' ');
}

function Cell({ status, logging, weeks, table, onTable }: { status: MetricStatus } & Omit<InputCellsProps, 'model'>) {
  const { metric, last, stale, verdict } = status;
  const about = [metric.denominator && say(metric.kind === 'rate' ? 'statusOfThem' : 'statusPer', metric.denominator), metric.window]
    .filter(Boolean)
    .join(', ');
  return (
    <li>
      <h3 class="cut" title={metric.name}>
        {metric.name}
      </h3>
      <p class="micro muted cut">{about || '\u00a0'}</p>
      <p class="now">
        <span class={`figure${stale ? ' muted' : ''}`}>{last ? formatReading(metric, last.value) : '–'}</span>
        <span class={`small ${stale ? 'muted' : verdictTone(verdict.word)}`}>
          {last ? pacePhrase(status, 'short') : say('statusNoReadings')}
        </span>
      </p>
      {last ? (
        <Fitted first={FIRST_WIDTH}>{(width) => <Trend series={seriesOf(status, weeks * 7, true)} width={width} height={HEIGHT} />}</Fitted>
      ) : (
        <div class="blank" />
      )}
      <p class="micro muted ends">
        <span class="cut">{metric.owner ?? say('statusNoOwner')}</span>
        <span class={stale ? 'warn' : ''}>{agePhrase(status)}</span>
      </p>
      <p class="ends">
        <button
          type="button"
          class="link small"
          id={rowId(metric.id)}
          aria-label={say('statusLogOf', metric.name)}
          aria-expanded={logging.open === metric.id}
          onClick={() => logging.toggle(metric.id)}
        >
          {say('statusLog')}
        </button>
        <button
          type="button"
          class="link small"
          aria-label={say('statusViewTableOf', metric.name)}
          aria-expanded={table === metric.id}
          onClick={() => onTable(metric.id)}
        >
          {say('statusViewTable')}
        </button>
      </p>
    </li>
  );
}
