// The head of a metric: its name and role, and its place among the others of that role.
import type { Metric } from '../../lib/model/metric.ts';
import { say, type Word } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';

export interface MetricHeadProps {
  readonly name: string;
  readonly role: Metric['role'];
  /** `undefined` for the North Star, which is changed by giving another metric its role. */
  readonly onAssign: ((role: Metric['role']) => void) | undefined;
  readonly onMove: ((by: -1 | 1) => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

export const ROLES: readonly (readonly [role: Metric['role'], word: Word])[] = [
  ['north-star', 'northStar'],
  ['input', 'frameInput'],
  ['outcome', 'frameOutcome'],
  ['guardrail', 'frameGuardrail'],
  ['health', 'frameHealth'],
];

export function MetricHead({ name, role, onAssign, onMove, onRemove }: MetricHeadProps) {
  const button = (label: string, icon: 'earlier' | 'later' | 'bin', act: () => void) => (
    <button type="button" class="icon" aria-label={label} title={label} onClick={act}>
      <Icon name={icon} />
    </button>
  );
  return (
    <header>
      <h2 class="cut" dir="auto" title={name} tabIndex={-1}>
        {name || say('frameUnnamed')}
      </h2>
      {onAssign ? (
        <select
          class="role"
          aria-label={say('frameRole')}
          value={role}
          onChange={(event) => onAssign(event.currentTarget.value as Metric['role'])}
        >
          {ROLES.map(([one, word]) => (
            <option key={one} value={one}>
              {say(word)}
            </option>
          ))}
        </select>
      ) : (
        <span class="tag">{say('northStar')}</span>
      )}
      <span class="gap" />
      {onMove && button(say('frameEarlier'), 'earlier', () => onMove(-1))}
      {onMove && button(say('frameLater'), 'later', () => onMove(1))}
      {onRemove && button(say('removeInput', name || say('frameUnnamed')), 'bin', onRemove)}
    </header>
  );
}
