// The metric tree: the North Star over its inputs, each edge as wide as closing the input's gap is worth. A press on a
// metric opens it in the editor.
import { formatNumber, formatReading, formatSigned } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';
import { type Current, nowOf, worthOf } from './worth.ts';

export interface Node {
  readonly key: string;
  readonly metric: Metric;
  /** Something in it has to be mended. */
  readonly wrong: boolean;
}

export interface TreeProps {
  readonly northStar: Node;
  readonly inputs: readonly Node[];
  readonly current: Current;
  readonly selected: string;
  readonly onSelect: (key: string) => void;
  readonly onMove: (key: string, by: -1 | 1) => void;
}

/** As many stand side by side with room for a name; more are listed. */
const MOST_ABREAST = 6;
const [EDGE, THIN, THICK] = [84, 1.25, 4];

export function Tree({ northStar, inputs, current, selected, onSelect, onMove }: TreeProps) {
  const worths = inputs.map(({ metric }) => Math.abs(worthOf(metric, current)?.mean ?? 0));
  const most = Math.max(...worths, 0);
  const abreast = inputs.length <= MOST_ABREAST;
  const node = (one: Node, star: boolean) => (
    <button
      type="button"
      key={one.key}
      class={`node${star ? ' star' : ''}`}
      aria-pressed={one.key === selected}
      onClick={() => onSelect(one.key)}
      onKeyDown={(event) => {
        if (star || !event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
        event.preventDefault();
        onMove(one.key, event.key === 'ArrowLeft' ? -1 : 1);
      }}
    >
      <span class="title">
        <span class="cut" title={one.metric.name}>
          {(star ? one.metric.name : shortName(one.metric)) || say('frameUnnamed')}
        </span>
        {one.wrong && (
          <span class="bad" title={say('frameToMend')}>
            <Icon name="warning" />
          </span>
        )}
      </span>
      <Goal metric={one.metric} current={current} />
      {!star && !abreast && <Edge metric={one.metric} />}
    </button>
  );
  return (
    <div class={`tree${abreast ? '' : ' listed'}`}>
      <p class="micro faint">{say('northStar')}</p>
      {node(northStar, true)}
      {abreast && inputs.length > 0 && (
        <div class="edges" style={{ blockSize: `${EDGE}px` }}>
          <svg viewBox={`0 0 1000 ${EDGE}`} preserveAspectRatio="none" aria-hidden="true">
            {inputs.map(({ key }, i) => {
              const x = ((i + 0.5) / inputs.length) * 1000;
              const star = 500 + (i - (inputs.length - 1) / 2) * 40;
              const width = most > 0 ? THIN + ((worths[i] ?? 0) / most) * (THICK - THIN) : THIN;
              return (
                <path
                  key={key}
                  class={key === selected ? 'on' : ''}
                  d={`M${x} ${EDGE}C${x} 40 ${star} 44 ${star} 0`}
                  stroke-width={width}
                />
              );
            })}
          </svg>
          {inputs.map(({ key, metric }, i) => (
            <span key={key} class="edge-label" style={{ insetInlineStart: `${((i + 0.5) / inputs.length) * 100}%` }}>
              <Edge metric={metric} />
            </span>
          ))}
        </div>
      )}
      {inputs.length > 0 && (
        <ul
          class="nodes"
          aria-label={say('frameInputs')}
          style={abreast ? { gridTemplateColumns: `repeat(${inputs.length}, minmax(0, 1fr))` } : {}}
        >
          {inputs.map((one) => (
            <li key={one.key}>{node(one, false)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** "32 → 36 %" */
function Goal({ metric, current }: { metric: Metric; current: Current }) {
  const now = nowOf(metric, current);
  const { target } = metric;
  return (
    <span class="small muted cut">
      {now === undefined ? '–' : <b>{target ? formatNumber(now) : formatReading(metric, now)}</b>}
      {target && ` → ${formatReading(metric, target.value)}`}
    </span>
  );
}

/** "+60 per pp" */
function Edge({ metric: { sensitivity, kind } }: { metric: Metric }) {
  if (!sensitivity) return <span class="small warn">{say('frameNoSensitivity')}</span>;
  const middle = Number(((sensitivity.low + sensitivity.high) / 2).toPrecision(4));
  return <span class="small">{say(kind === 'rate' ? 'framePerPoint' : 'framePerUnit', formatSigned(middle))}</span>;
}
