// Adding a metric in a role. An input is one press; the rarer roles are in the list beside it.
import type { Metric } from '../../lib/model/metric.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';
import { ROLES } from './metric-head.tsx';

export function Adding({ onAdd }: { onAdd: (role: Metric['role']) => void }) {
  const others = ROLES.filter(([role]) => role !== 'input' && role !== 'north-star');
  return (
    <span class="adding-metric">
      <button type="button" class="btn" onClick={() => onAdd('input')}>
        <Icon name="plus" />
        {say('frameAddInput')}
      </button>
      <select
        class="btn"
        aria-label={say('frameAddMetric')}
        value=""
        onChange={(event) => {
          onAdd(event.currentTarget.value as Metric['role']);
          event.currentTarget.value = '';
        }}
      >
        <option value="" disabled>
          {say('frameAddMetric')}
        </option>
        {others.map(([role, word]) => (
          <option key={role} value={role}>
            {say(word)}
          </option>
        ))}
      </select>
    </span>
  );
}
