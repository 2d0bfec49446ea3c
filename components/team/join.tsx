// Joining by a link: whose server it leads to, what the browser will ask, what is sent, and why it did not work.
import { useId, useState } from 'preact/hooks';
import { refusalPhrase } from '../../lib/phrases/team.ts';
import { say } from '../../lib/say.ts';
import type { TeamVerbs } from '../../lib/state/team-contract.ts';

export interface JoinProps {
  readonly toSend: number;
  /** The host a link leads to; `undefined` for what is no link, or not a safe one. */
  readonly look: (link: string) => string | undefined;
  readonly join: TeamVerbs['join'];
  /** The device is known already and only needs to be let in again: nothing new is sent, no name is asked for. */
  readonly again?: boolean;
}

type Why = Awaited<ReturnType<TeamVerbs['join']>>;

export function Join({ toSend, look, join, again = false }: JoinProps) {
  const [link, setLink] = useState('');
  const [name, setName] = useState('');
  const [why, setWhy] = useState<Why>(undefined);
  const [joining, setJoining] = useState(false);
  const id = useId();
  const host = look(link);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (joining) return;
    setWhy(undefined);
    setJoining(true);
    // The browser must be asked in the press itself.
    void join(link, name)
      .then(setWhy)
      .finally(() => setJoining(false));
  };
  const aboutLink = why !== undefined && why !== 'name-needed';
  return (
    <form class="join" onSubmit={submit}>
      <label for={`${id}link`}>{say('teamLink')}</label>
      <span class={`field${aboutLink ? ' wrong' : ''}`}>
        <input
          id={`${id}link`}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          required
          aria-invalid={aboutLink}
          aria-describedby={`${id}what`}
          value={link}
          onInput={(event) => {
            setLink(event.currentTarget.value);
            setWhy(undefined);
          }}
        />
      </span>
      <p class="small muted" id={`${id}what`}>
        {host === undefined ? say('teamLinkFrom') : say('teamAsks', host)}
      </p>
      {!again && (
        <>
          <label for={`${id}name`}>{say('teamYourName')}</label>
          <span class={`field${why === 'name-needed' ? ' wrong' : ''}`}>
            <input
              id={`${id}name`}
              type="text"
              maxLength={80}
              autocomplete="name"
              aria-invalid={why === 'name-needed'}
              aria-describedby={`${id}called`}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </span>
          <p class="small muted" id={`${id}called`}>
            {say('teamYourNameWhat')}
          </p>
          <p>{toSend === 0 ? say('teamSendsNone') : toSend === 1 ? say('teamSendsOne') : say('teamSends', toSend)}</p>
          <p class="muted">{say('teamReadable')}</p>
        </>
      )}
      <p class={why ? 'bad' : 'muted'} role={why ? 'alert' : 'status'}>
        {why ? refusalPhrase(why) : joining ? say('teamJoining') : ''}
      </p>
      <div class="acts">
        <button type="submit" class="btn main" aria-disabled={joining}>
          {say('teamJoin')}
        </button>
      </div>
    </form>
  );
}
