// The head of a metric: its name and role, and for an input its place among the others.
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';

export interface MetricHeadProps {
  readonly name: string;
  readonly isInput: boolean;
  readonly onMove: ((by: -1 | 1) => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

export function MetricHead({ name, isInput, onMove, onRemove }: MetricHeadProps) {
  return (
    <header>
      <h2 class="cut">{name || say('frameUnnamed')}</h2>
      <span class="tag">{say(isInput ? 'frameInput' : 'northStar')}</span>
      <span class="gap" />
      {onMove && (
        <>
          <button type="button" class="icon" aria-label={say('frameEarlier')} title={say('frameEarlier')} onClick={() => onMove(-1)}>
            <Icon name="earlier" />
          </button>
          <button type="button" class="icon" aria-label={say('frameLater')} title={say('frameLater')} onClick={() => onMove(1)}>
            <Icon name="later" />
          </button>
        </>
      )}
      {onRemove && (
        <button type="button" class="icon" aria-label={say('removeInput', name)} title={say('removeInput', name)} onClick={onRemove}>
          <Icon name="bin" />
        </button>
      )}
    </header>
  );
}
