// One metric in the tree: its name, where it is and should be, and whether something about it wants a look.
import { formatNumber, formatReading } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';
import { type Current, nowOf } from './worth.ts';

export interface Node {
  readonly key: string;
  readonly metric: Metric;
  /** Something in it has to be mended, or the linter warns of something. */
  readonly mark: 'wrong' | 'warning' | undefined;
}

export interface TreeNodeProps {
  readonly node: Node;
  readonly current: Current;
  readonly selected: boolean;
  /** The one the Tab key reaches; arrows lead to the others. */
  readonly entry: boolean;
  readonly onSelect: (byKey: boolean) => void;
}

export function TreeNode({ node: { key, metric, mark }, current, selected, entry, onSelect }: TreeNodeProps) {
  const star = metric.role === 'north-star';
  return (
    <button
      type="button"
      data-node={key}
      class={`node ${metric.role}`}
      aria-pressed={selected}
      tabIndex={entry ? 0 : -1}
      onClick={(event) => onSelect(event.detail === 0)}
    >
      <span class="title">
        <span class="cut" dir="auto" title={metric.name}>
          {(star ? metric.name : shortName(metric)) || say('frameUnnamed')}
        </span>
        {mark && (
          <span class={`mark ${mark === 'wrong' ? 'bad' : 'warn'}`} title={say(mark === 'wrong' ? 'frameToMend' : 'frameToLookAt')}>
            <Icon name="warning" />
          </span>
        )}
      </span>
      <Goal metric={metric} current={current} />
    </button>
  );
}

/** "32 → 36 %" */
function Goal({ metric, current }: { metric: Metric; current: Current }) {
  const now = nowOf(metric, current);
  const { target } = metric;
  return (
    <span class="small muted goal">
      {now === undefined ? '–' : <b>{target ? formatNumber(now) : formatReading(metric, now)}</b>}
      {target && ` ${say('arrow')} ${formatReading(metric, target.value)}`}
    </span>
  );
}
