// The answer at rest: the needle and the gain, the range and its cause.
import { say } from '../../lib/say.ts';
import type { PanelState } from '../../lib/state/panel.ts';
import { Needle, Ring } from '../chart/needle.tsx';
import type { PanelActions } from './actions.ts';
import { Pencil } from './icons.tsx';

export function Answered({ state, actions }: { state: PanelState; actions: PanelActions }) {
  const tag = state.tag.value;
  if (!tag) return null;
  const { what, why, angle, since } = tag.lines;
  return (
    <div class="sum">
      {angle !== undefined ? (
        <Needle angle={angle} size={16} tone={tag.lines.loss ? 'loss' : 'gain'} />
      ) : (
        <Ring kind={tag.answer.kind === 'effects' ? 'open' : 'other'} size={16} />
      )}
      <p class="what">{what}</p>
      {state.fresh.value ? (
        <span class="act">
          <button class="link" data-main onClick={actions.undo}>
            {say('undo')}
          </button>
          <kbd aria-hidden="true">u</kbd>
        </span>
      ) : (
        <button class="icon" data-main aria-label={say('edit')} onClick={actions.edit}>
          <Pencil />
        </button>
      )}
      <p class="why">{why}</p>
      {since && <p class="why">{since}</p>}
      {state.refusal.value && (
        <p class="why bad" role="alert">
          {say('notUndone')}
        </p>
      )}
    </div>
  );
}
