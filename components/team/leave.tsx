// Leaving a team, with or without one's traces; asked first, and also where the endpoint cannot be told.
import { useState } from 'preact/hooks';
import { refusalPhrase } from '../../lib/phrases/team.ts';
import { say } from '../../lib/say.ts';
import { hashOf } from '../../lib/state/route.ts';
import type { Leaving, TeamVerbs } from '../../lib/state/team-contract.ts';
import { Dialog } from '../shell/dialog.tsx';

export interface LeaveProps {
  readonly name: string;
  readonly waiting: number;
  readonly leave: TeamVerbs['leave'];
}

/** Where it is no use to try again before somebody does something: then one may leave without telling. */
const CANNOT_TELL = ['unreachable', 'busy', 'no-access', 'signed-out', 'too-old'];

export function Leave({ name, waiting, leave }: LeaveProps) {
  const [asked, ask] = useState<Leaving['here'] | undefined>(undefined);
  return (
    <>
      <p class="muted">{say('leaveWhat')}</p>
      <div class="acts">
        <button type="button" class="btn" onClick={() => ask('keep')}>
          {say('leaveButton')}
        </button>
        <button type="button" class="btn ghost" onClick={() => ask('delete')}>
          {say('leaveAll')}
        </button>
      </div>
      {asked && <Ask here={asked} {...{ name, waiting, leave }} onClose={() => ask(undefined)} />}
    </>
  );
}

function Ask({ here, name, waiting, leave, onClose }: LeaveProps & { here: Leaving['here']; onClose: () => void }) {
  const [why, setWhy] = useState<Awaited<ReturnType<TeamVerbs['leave']>>>(undefined);
  const [leaving, setLeaving] = useState(false);
  const all = here === 'delete';
  const anyway = why !== undefined && CANNOT_TELL.includes(why);
  const press = (): void => {
    if (leaving) return;
    setLeaving(true);
    void leave({ here, there: here, ...(anyway && { anyway: true }) })
      .then((refused) => (refused ? setWhy(refused) : onClose()))
      .finally(() => setLeaving(false));
  };
  return (
    <Dialog title={say(all ? 'leaveAllAsk' : 'leaveAsk', name)} onClose={onClose}>
      <p>{say(all ? 'leaveAllWhat' : 'leaveWhat')}</p>
      {waiting > 0 && <p class="warn">{say(all ? 'leaveWaitingGone' : 'leaveWaiting', waiting)}</p>}
      {why && (
        <p class="bad" role="alert">
          {anyway ? say('leaveAnyway') : refusalPhrase(why)}
        </p>
      )}
      <div class="acts">
        <button type="button" class="btn main" aria-disabled={leaving} onClick={press}>
          {say(anyway ? 'leaveAnywayDo' : all ? 'leaveAll' : 'leaveButton')}
        </button>
        {all && (
          <a class="btn" href={hashOf('data')} onClick={onClose}>
            {say('leaveExport')}
          </a>
        )}
        <button type="button" class="btn ghost" onClick={onClose}>
          {say('cancel')}
        </button>
      </div>
    </Dialog>
  );
}
