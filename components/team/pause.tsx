// A pull that would remove many answers stops and asks first.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { TeamVerbs } from '../../lib/state/team-contract.ts';
import type { PausedPull } from '../../lib/sync/state.ts';
import { Icon } from '../shell/icons.tsx';

export interface PauseProps {
  readonly paused: PausedPull;
  readonly busy: boolean;
  readonly answer: TeamVerbs['answerPause'];
}

export function Pause({ paused: { removes, of }, busy, answer }: PauseProps) {
  const press = (what: 'apply' | 'keep') => () => !busy && void answer(what);
  return (
    <div class="pause" role="alert">
      <Icon name="warning" />
      <div>
        <h3>{say('pauseHead')}</h3>
        <p>{say('pauseWhat', formatNumber(removes), formatNumber(of))}</p>
        <p class="muted">{say('pauseWhy')}</p>
        <div class="acts">
          <button type="button" class="btn main" aria-disabled={busy} onClick={press('keep')}>
            {say('pauseKeep')}
          </button>
          <button type="button" class="btn" aria-disabled={busy} onClick={press('apply')}>
            {say('pauseApply', formatNumber(removes))}
          </button>
        </div>
      </div>
    </div>
  );
}
