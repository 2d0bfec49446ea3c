// The metric tree: outcomes above the North Star, the inputs that move it below, each edge as wide as closing the input's gap is
// worth, the work on each input below that, and beside it all what must not be damaged. A press on a metric opens it.
import { useRef } from 'preact/hooks';
import { formatChange, formatNumber, formatSigned } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { direction, say } from '../../lib/say.ts';
import { Arcs, Fan, middle } from './tree-edges.tsx';
import { neighbour } from './tree-keys.ts';
import { type Node, TreeNode } from './tree-node.tsx';
import type { Current } from './worth.ts';

/** Among right-to-left words the rows run the other way, and the arrows with them. */
const along = (arrow: string): string =>
  direction() === 'rtl' ? ({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[arrow] ?? arrow) : arrow;

/** Answered tickets on an input, and what they come to in its unit. */
export interface Work {
  readonly tickets: number;
  readonly change: number;
}

export interface TreeProps {
  /** In the order of the framework. */
  readonly nodes: readonly Node[];
  readonly current: Current;
  /** NSM units per +1 unit of an input, by id. */
  readonly slopes: ReadonlyMap<string, number>;
  /** What closing an input's gap is worth, NSM units, by id. */
  readonly worths: ReadonlyMap<string, number>;
  /** By id; absent where nobody counted. */
  readonly work: ReadonlyMap<string, Work> | undefined;
  readonly multipliers: readonly { readonly from: string; readonly to: string; readonly factor: number }[];
  readonly selected: string;
  /** @param byKey the focus goes along */
  readonly onSelect: (key: string, byKey: boolean) => void;
  readonly onMove: (key: string, by: -1 | 1) => void;
  readonly onRemove: (key: string) => void;
}

/** As many stand side by side with room for a name; more are listed. */
const MOST_ABREAST = 6;
const [THIN, THICK] = [1.25, 4.5];
/** Beside the North Star there is room for as many. */
const MOST_ASIDE = 2;

export function Tree({ nodes, current, slopes, worths, work, multipliers, selected, onSelect, onMove, onRemove }: TreeProps) {
  const box = useRef<HTMLDivElement>(null);
  const of = (...roles: readonly Metric['role'][]): Node[] => nodes.filter(({ metric }) => roles.includes(metric.role));
  const [stars, outcomes, inputs, guardrails, health] = [of('north-star'), of('outcome'), of('input'), of('guardrail'), of('health')];
  const aside = guardrails.length <= MOST_ASIDE && health.length <= MOST_ASIDE && inputs.length <= MOST_ABREAST;
  const abreast = inputs.length <= MOST_ABREAST;
  const sizes = inputs.map(({ metric }) => Math.abs(worths.get(metric.id) ?? 0));
  const most = Math.max(...sizes, 0);
  const [left, right] = aside ? [guardrails, health] : [[], []];
  const rows = [outcomes, [...left, ...stars, ...right], inputs, aside ? [] : [...guardrails, ...health]].map((row) =>
    row.map(({ key }) => key),
  );
  const entry = nodes.some(({ key }) => key === selected) ? selected : (stars[0]?.key ?? '');

  const focus = (key: string): void => box.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(key)}"]`)?.focus();
  const walk = (event: KeyboardEvent): void => {
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-node]')?.dataset['node'];
    if (key === undefined || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      onMove(key, along(event.key) === 'ArrowLeft' ? -1 : 1);
      // The row is drawn anew: the focus stays with what was moved.
      requestAnimationFrame(() => focus(key));
      return;
    }
    if (event.key === 'Delete') {
      event.preventDefault();
      const next = neighbour(rows, key, 'ArrowRight') ?? neighbour(rows, key, 'ArrowLeft') ?? stars[0]?.key ?? '';
      onRemove(key);
      requestAnimationFrame(() => focus(next));
      return;
    }
    const next = neighbour(rows, key, along(event.key));
    if (next === undefined) return;
    event.preventDefault();
    focus(next);
  };
  const node = (one: Node) => (
    <TreeNode
      key={one.key}
      node={one}
      current={current}
      selected={one.key === selected}
      entry={one.key === entry}
      onSelect={(byKey) => onSelect(one.key, byKey)}
    />
  );
  const list = (name: string, some: readonly Node[], kind: string, below?: (one: Node) => unknown) =>
    some.length > 0 && (
      <>
        <p class="micro faint tier">{name}</p>
        <ul class={`nodes ${kind}`} aria-label={name} style={columns(abreast || some !== inputs ? some.length : 0)}>
          {some.map((one) => (
            <li key={one.key}>
              {node(one)}
              {below?.(one) as never}
            </li>
          ))}
        </ul>
      </>
    );
  /** The input by way of which one reaches the North Star. */
  const through = ({ id }: Metric): string | undefined => {
    const moved = inputs.find(({ metric }) => multipliers.some(({ from, to }) => from === id && to === metric.id));
    return moved && shortName(moved.metric);
  };
  const lag = stars[0]?.metric.lag;
  const place = new Map(inputs.map(({ metric }, i) => [metric.id, middle(i, inputs.length)]));
  const arcs = multipliers.flatMap(({ from, to, factor }) => {
    const [a, b] = [place.get(from), place.get(to)];
    const [mover, moved] = [from, to].map((id) => inputs.find(({ metric }) => metric.id === id)?.metric);
    if (a === undefined || b === undefined || !mover || !moved) return [];
    const name = say('frameArc', shortName(mover), shortName(moved), formatNumber(factor));
    return [{ key: `${from} ${to}`, from: a, to: b, label: formatNumber(factor), name }];
  });
  return (
    <div ref={box} class={`tree${abreast ? '' : ' listed'}`} role="group" aria-label={say('frameTree')} onKeyDown={walk}>
      {list(say('frameOutcomes'), outcomes, 'outcomes')}
      {outcomes.length > 0 && (
        <Fan
          up={false}
          height={lag === undefined ? 28 : 56}
          edges={outcomes.map(({ key }, i) => ({
            ...{ key, at: middle(i, outcomes.length), width: 1, on: key === selected },
            label: lag === undefined ? undefined : say('frameLagWeeks', lag),
          }))}
        />
      )}
      <div class="middle">
        <Aside name={say('frameGuardrails')} draw={node} nodes={left} />
        <div class="star-place">
          <p class="micro faint tier">{say('northStar')}</p>
          {stars.map(node)}
        </div>
        <Aside name={say('frameHealths')} draw={node} nodes={right} />
      </div>
      {abreast && inputs.length > 0 && (
        <Fan
          up
          height={76}
          edges={inputs.map(({ key, metric }, i) => ({
            ...{ key, at: middle(i, inputs.length), on: key === selected },
            width: most > 0 ? THIN + ((sizes[i] ?? 0) / most) * (THICK - THIN) : THIN,
            label: <Slope metric={metric} slope={slopes.get(metric.id)} through={through(metric)} />,
          }))}
        />
      )}
      {list(
        say('frameInputs'),
        inputs,
        'inputs',
        ({ metric }) => !abreast && <Slope metric={metric} slope={slopes.get(metric.id)} through={through(metric)} />,
      )}
      {abreast && arcs.length > 0 && <Arcs arcs={arcs} />}
      {abreast && work && inputs.length > 0 && (
        <ul class="nodes work" aria-label={say('frameWork')} style={columns(inputs.length)}>
          {inputs.map(({ key, metric }) => (
            <li key={key}>
              <WorkOn metric={metric} work={work.get(metric.id)} />
            </li>
          ))}
        </ul>
      )}
      {!aside && list(say('frameGuardrails'), guardrails, 'watched')}
      {!aside && list(say('frameHealths'), health, 'watched')}
    </div>
  );
}

const columns = (count: number) => (count > 0 ? { gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` } : {});

function Aside({ name, nodes, draw }: { name: string; nodes: readonly Node[]; draw: (node: Node) => preact.JSX.Element }) {
  if (nodes.length === 0) return <span />;
  return (
    <div class="aside-nodes">
      <p class="micro faint tier">{name}</p>
      {nodes.map(draw)}
    </div>
  );
}

interface SlopeProps {
  readonly metric: Metric;
  readonly slope: number | undefined;
  readonly through: string | undefined;
}

/** "+60 per pp" */
function Slope({ metric: { kind, sensitivity }, slope, through }: SlopeProps) {
  if (slope !== undefined)
    return <span class="small">{say(kind === 'rate' ? 'framePerPoint' : 'framePerUnit', formatSigned(Number(slope.toPrecision(3))))}</span>;
  if (through !== undefined) return <span class="micro muted">{say('frameThrough', through)}</span>;
  // With a formula it may well have a sensitivity, and yet no way to the North Star.
  return <span class="micro warn">{say(sensitivity ? 'frameNotInFormula' : 'frameNoSensitivity')}</span>;
}

function WorkOn({ metric, work = { tickets: 0, change: 0 } }: { metric: Metric; work: Work | undefined }) {
  const { tickets, change } = work;
  return (
    <p class="work-on">
      <span class="quiet">{shortName(metric)}: </span>
      <span class="small">{tickets === 1 ? say('frameOneTicket') : say('frameTickets', formatNumber(tickets))}</span>
      <span class="micro muted">
        {tickets > 0 && say('frameTagged', formatChange({ ...metric, unit: '' }, Number(change.toPrecision(2))))}
      </span>
    </p>
  );
}
