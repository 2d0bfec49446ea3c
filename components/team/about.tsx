// The team this browser belongs to, who one is in it, and what admins can set.
import { useEffect, useId, useState } from 'preact/hooks';
import { momentPhrase } from '../../lib/phrases/sync.ts';
import { rolePhrase } from '../../lib/phrases/team.ts';
import { say } from '../../lib/say.ts';
import type { TeamVerbs } from '../../lib/state/team-contract.ts';
import type { JoinedTeam } from '../../lib/sync/state.ts';

export interface AboutProps {
  readonly team: JoinedTeam;
  readonly busy: boolean;
  readonly now: number;
  readonly verbs: Pick<TeamVerbs, 'changeTeam' | 'rename'>;
}

export function About({ team, busy, now, verbs }: AboutProps) {
  const admin = team.you.role === 'admin';
  const id = useId();
  return (
    <>
      <dl>
        <div>
          <dt>{say('teamEndpoint')}</dt>
          <dd class="cut" title={team.origin}>
            {team.origin}
          </dd>
        </div>
        <div>
          <dt>{say('teamRole')}</dt>
          <dd>{rolePhrase(team.you.role)}</dd>
        </div>
        <div>
          <dt>{say('teamSince')}</dt>
          <dd>{momentPhrase(team.since, now)}</dd>
        </div>
      </dl>
      <Named label={say('teamYourName')} value={team.you.name} busy={busy} store={verbs.rename} />
      {admin && <Named label={say('teamName')} value={team.name} busy={busy} store={(name) => verbs.changeTeam({ name })} />}
      {admin ? (
        <label class="check">
          <input
            type="checkbox"
            checked={team.hideUntilAnswered}
            aria-describedby={`${id}hide`}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              event.currentTarget.checked = team.hideUntilAnswered;
              if (!busy) void verbs.changeTeam({ hideUntilAnswered: on });
            }}
          />
          <span>
            {say('teamHide')}
            <span class="small muted" id={`${id}hide`}>
              {say('teamHideWhat')}
            </span>
          </span>
        </label>
      ) : (
        <p class="muted">{say(team.hideUntilAnswered ? 'teamHideOn' : 'teamHideOff')}</p>
      )}
    </>
  );
}

interface NamedProps {
  readonly label: string;
  readonly value: string;
  readonly busy: boolean;
  readonly store: (name: string) => Promise<void>;
}

function Named({ label, value, busy, store }: NamedProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const id = useId();
  const name = text.trim();
  return (
    <form
      class="named"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && name !== '' && name !== value) void store(name);
      }}
    >
      <label for={id}>{label}</label>
      <span class="acts">
        <span class="field">
          <input
            id={id}
            type="text"
            maxLength={80}
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </span>
        {name !== '' && name !== value && (
          <button type="submit" class="btn">
            {say('teamSave')}
          </button>
        )}
      </span>
    </form>
  );
}
