// How sync stands: what is stored, what waits, when it was last done, what went wrong and what helps.
import { momentPhrase, syncLine } from '../../lib/phrases/sync.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { TeamVerbs } from '../../lib/state/team-contract.ts';
import type { SyncState } from '../../lib/sync/state.ts';
import { Trouble } from './trouble.tsx';

export interface StandingProps {
  readonly sync: SyncState;
  readonly busy: boolean;
  readonly now: number;
  readonly verbs: Pick<TeamVerbs, 'syncNow' | 'allow'>;
}

export function Standing({ sync, busy, now, verbs }: StandingProps) {
  const { phase, waiting, syncedAt, error, retryAt } = sync;
  const { text, tone } = syncLine(sync, now);
  const working = busy || phase === 'working';
  return (
    <>
      <p role="status" class={`now ${tone}`}>
        {text}
      </p>
      {error && <Trouble error={error} />}
      <dl>
        <div>
          <dt>{say('syncWaits')}</dt>
          <dd>{waiting === 0 ? say('syncNothingWaits') : formatNumber(waiting)}</dd>
        </div>
        <div>
          <dt>{say('syncLast')}</dt>
          <dd>{syncedAt === undefined ? say('syncNever') : momentPhrase(syncedAt, now)}</dd>
        </div>
        {retryAt !== undefined && retryAt > now && phase === 'waiting' && (
          <div>
            <dt>{say('syncNext')}</dt>
            <dd>{momentPhrase(retryAt, now)}</dd>
          </div>
        )}
      </dl>
      <p class="small muted">{say('syncAllHere')}</p>
      <div class="acts">
        {error?.todo === 'allow-host' && (
          <button type="button" class="btn main" onClick={() => void verbs.allow()}>
            {say('syncAllow')}
          </button>
        )}
        <button type="button" class="btn" aria-disabled={working} onClick={() => !working && void verbs.syncNow()}>
          {say('syncNow')}
        </button>
      </div>
    </>
  );
}
