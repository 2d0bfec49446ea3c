// The inputs side by side: value, distance from pace, course, owner and age.
import { parseFormula } from '../../lib/impact/formula-parse.ts';
import { formatNumber, formatReading } from '../../lib/impact/shown.ts';
import { shortName, unitName } from '../../lib/phrases/answer.ts';
import { agePhrase, pacePhrase, verdictTone } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus, StatusModel } from '../../lib/state/status.ts';
import { Trend, trendX } from '../chart/trend.tsx';
import { Walk } from '../chart/walk.tsx';
import { Fitted } from '../chart/width.tsx';
import { Expectation, type ExpectationProps } from '../framework/expectation.tsx';
import { type Logging, rowId } from './logging.ts';
import { seriesOf } from './series.ts';
import { readoutOf, signalShort } from './signal.ts';

const FIRST_WIDTH = 224;
const PRINTED_WIDTH = { few: 200, many: 270 };
/** More than these stand wider, in more rows. */
const FEW = 4;
const HEIGHT = 108;

export interface InputCellsProps {
  readonly model: StatusModel;
  readonly logging: Logging;
  readonly weeks: number;
  /** The metric whose readings are shown as a table. */
  readonly table: string | undefined;
  readonly onTable: (metric: string) => void;
}

interface CellProps extends Omit<InputCellsProps, 'model'> {
  readonly status: MetricStatus;
  readonly many: boolean;
  /** What the sentence of requirement 46 needs besides. */
  readonly expecting: Omit<ExpectationProps, 'metric'>;
}

function expectingOf({ framework: { metrics, formula, multipliers }, northStar, inputs }: StatusModel): CellProps['expecting'] {
  const parsed = formula ? parseFormula(formula, metrics) : undefined;
  const current = new Map(inputs.flatMap(({ metric, last }) => (last ? [[metric.id, last.value]] : [])));
  return { metrics, northStar: northStar.metric, current, multipliers, formula: parsed?.ok ? parsed.formula : undefined };
}

export function InputCells({ model, ...rest }: InputCellsProps) {
  const expecting = expectingOf(model);
  const many = model.inputs.length > FEW;
  return (
    <section class="inputs">
      <header>
        <h2>{say('popupInputs')}</h2>
        <p class="muted">{model.inputs.length === 0 ? say('popupNoInputs') : outstanding(model)}</p>
      </header>
      <ul class={`cells${many ? ' many' : ''}`}>
        {model.inputs.map((status) => (
          <Cell key={status.metric.id} status={status} expecting={expecting} many={many} {...rest} />
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

function Cell({ status, expecting, many, logging, weeks, table, onTable }: CellProps) {
  const { metric, last, stale, verdict } = status;
  const about = [metric.denominator && say(metric.kind === 'rate' ? 'statusOfThem' : 'statusPer', metric.denominator), metric.window]
    .filter(Boolean)
    .join(', ');
  const series = seriesOf(status, weeks * 7, true);
  const signal = signalShort(status);
  return (
    <li>
      <h3 class="clamp" dir="auto" title={metric.name}>
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
        <Fitted first={FIRST_WIDTH} printed={many ? PRINTED_WIDTH.many : PRINTED_WIDTH.few}>
          {(width) => (
            <Walk series={series} x={trendX(series, width)} readout={readoutOf(status)}>
              {(cursor) => <Trend series={series} width={width} height={HEIGHT} cursor={cursor} named={false} />}
            </Walk>
          )}
        </Fitted>
      ) : (
        <div class="blank" />
      )}
      {last && <p class={`micro cut ${signal.tone}`}>{signal.text}</p>}
      <Expectation {...expecting} metric={metric} />
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
