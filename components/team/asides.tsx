// What was put aside: why, and what can be done about each.
import { useState } from 'preact/hooks';
import { momentPhrase } from '../../lib/phrases/sync.ts';
import { asidePhrase, operationPhrase } from '../../lib/phrases/team.ts';
import { say } from '../../lib/say.ts';
import { hashOf } from '../../lib/state/route.ts';
import type { TeamVerbs } from '../../lib/state/team-contract.ts';
import type { Aside } from '../../lib/sync/state.ts';
import { Dialog } from '../shell/dialog.tsx';

export interface AsidesProps {
  readonly asides: readonly Aside[];
  readonly busy: boolean;
  readonly now: number;
  readonly verbs: Pick<TeamVerbs, 'retry' | 'discard'>;
}

export function Asides({ asides, busy, now, verbs }: AsidesProps) {
  const [asked, ask] = useState<Aside | undefined>(undefined);
  if (asides.length === 0) return <p class="muted">{say('asideNone')}</p>;
  return (
    <>
      <p class="muted">{say('asideWhat')}</p>
      <ul class="list">
        {asides.map((aside) => (
          <One key={aside.key} {...{ aside, busy, now, onRetry: () => void verbs.retry([aside.key]), onDiscard: () => ask(aside) }} />
        ))}
      </ul>
      {asides.length > 1 && (
        <div class="acts">
          <button type="button" class="btn" aria-disabled={busy} onClick={() => !busy && void verbs.retry('all')}>
            {say('asideRetryAll')}
          </button>
        </div>
      )}
      {asked && (
        <Dialog title={say('asideDiscardAsk')} onClose={() => ask(undefined)}>
          <p>{say(asked.way === 'out' ? 'asideDiscardWhat' : 'asideDiscardIn', operationPhrase(asked.operation))}</p>
          <div class="acts">
            <button
              type="button"
              class="btn main"
              onClick={() => {
                ask(undefined);
                void verbs.discard(asked.key);
              }}
            >
              {say('asideDiscard')}
            </button>
            <button type="button" class="btn ghost" onClick={() => ask(undefined)}>
              {say('cancel')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface OneProps {
  readonly aside: Aside;
  readonly busy: boolean;
  readonly now: number;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

function One({ aside, busy, now, onRetry, onDiscard }: OneProps) {
  const name = operationPhrase(aside.operation);
  return (
    <li>
      <span class="who">
        <span class="cut" dir="auto" title={name}>
          {name}
        </span>
        <span class="small muted" title={aside.detail}>
          {asidePhrase(aside)}
        </span>
        <span class="micro muted">
          {say(aside.way === 'out' ? 'asideOut' : 'asideIn')} · {momentPhrase(aside.at, now)}
        </span>
      </span>
      {aside.code === 'stale_base' && (
        <a class="btn" href={hashOf('framework')}>
          {say('shellFramework')}
        </a>
      )}
      <button type="button" class="btn" aria-disabled={busy} aria-label={say('asideRetry', name)} onClick={() => !busy && onRetry()}>
        {say('again')}
      </button>
      <button type="button" class="btn ghost" aria-label={say('asideDiscardOne', name)} onClick={onDiscard}>
        {say('asideDiscard')}
      </button>
    </li>
  );
}
