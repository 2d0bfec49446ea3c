// The answer at rest: the needle and the gain, the range and its cause.
import { needleAngle } from '../../lib/impact/needle.ts';
import { answerLines } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { PanelState } from '../../lib/state/panel.ts';
import { Needle, Ring } from '../chart/needle.tsx';
import type { PanelActions } from './actions.ts';
import { Pencil } from './icons.tsx';

export function Answered({ state, actions }: { state: PanelState; actions: PanelActions }) {
  const tag = state.tag.value;
  if (!tag) return null;
  const { what, why, impact } = answerLines(tag.answer, state.question, tag.effort);
  return (
    <div class="sum">
      {impact ? (
        <Needle angle={needleAngle(impact.mean, state.question.northStar)} size={16} tone={impact.mean < 0 ? 'loss' : 'gain'} />
      ) : (
        <Ring kind={tag.answer.kind === 'effects' ? 'open' : 'other'} size={16} />
      )}
      <p class="what">{what}</p>
      {state.fresh.value ? (
        <span class="act">
          <button type="button" class="link" data-main onClick={actions.undo}>
            {say('undo')}
          </button>
          <kbd aria-hidden="true">u</kbd>
        </span>
      ) : (
        <button type="button" class="icon" data-main aria-label={say('edit')} onClick={actions.edit}>
          <Pencil />
        </button>
      )}
      <p class="why">{why}</p>
      {state.refusal.value && (
        <p class="why bad" role="alert">
          {say('notUndone')}
        </p>
      )}
    </div>
  );
}
