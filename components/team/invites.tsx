// Invites: made once, shown once; those that are open can be taken back.
import { useEffect, useRef, useState } from 'preact/hooks';
import { momentPhrase } from '../../lib/phrases/sync.ts';
import { memberName, type Names, roleName, rolePhrase } from '../../lib/phrases/team.ts';
import { say } from '../../lib/say.ts';
import type { MadeInvite, TeamVerbs } from '../../lib/state/team-contract.ts';
import type { OpenInvite, Role } from '../../lib/sync/protocol-team.ts';
import { ROLE_CHOICES } from './roles.ts';

export interface InvitesProps {
  readonly invites: readonly OpenInvite[];
  readonly made: MadeInvite | undefined;
  readonly names: Names;
  readonly you: string;
  readonly admin: boolean;
  readonly busy: boolean;
  readonly now: number;
  readonly verbs: Pick<TeamVerbs, 'invite' | 'forgetInvite' | 'copyInvite' | 'takeBack'>;
}

export function Invites({ invites, made, names, you, admin, busy, now, verbs }: InvitesProps) {
  const [role, setRole] = useState<Role>('editor');
  return (
    <>
      <p class="muted">{say('inviteWhat')}</p>
      {made && <Made key={made.id} made={made} names={names} you={you} verbs={verbs} />}
      <div class="acts">
        {admin && (
          <>
            <span class="field">
              <select
                aria-label={say('inviteRole')}
                title={rolePhrase(role)}
                value={role}
                onChange={(event) => setRole(event.currentTarget.value as Role)}
              >
                {ROLE_CHOICES.map((one) => (
                  <option key={one} value={one}>
                    {rolePhrase(one)}
                  </option>
                ))}
              </select>
            </span>
            <button type="button" class="btn" aria-disabled={busy} onClick={() => !busy && void verbs.invite({ role })}>
              {say('inviteMake')}
            </button>
          </>
        )}
        <button type="button" class="btn ghost" aria-disabled={busy} onClick={() => !busy && void verbs.invite({ person: you })}>
          {say('inviteOwn')}
        </button>
      </div>
      {invites.length > 0 && (
        <>
          <h3>{say('inviteOpen')}</h3>
          <ul class="list">
            {invites.map((invite) => {
              const name = invite.person === undefined ? roleName(invite.role) : say('inviteFor', memberName(invite.person, names));
              return (
                <li key={invite.id}>
                  <span class="who">
                    <span class="cut">{name}</span>
                    <span class="small muted">
                      {say('inviteUntil', momentPhrase(invite.expires, now))} · {say('inviteBy', memberName(invite.by, names))}
                    </span>
                  </span>
                  <button
                    type="button"
                    class="btn ghost"
                    aria-label={say('inviteBackNamed', name)}
                    aria-disabled={busy}
                    onClick={() => !busy && void verbs.takeBack(invite)}
                  >
                    {say('inviteBack')}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}

function Made({ made, names, you, verbs }: Pick<InvitesProps, 'names' | 'you' | 'verbs'> & { made: MadeInvite }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const { person } = made;
  return (
    <div class="made" role="group" aria-label={say('inviteMade')}>
      <p class="small">
        {say('inviteMade')}
        {person !== undefined && person !== you && <span class="muted"> · {say('inviteFor', memberName(person, names))}</span>}
      </p>
      <div class="acts">
        <span class="field">
          <input
            ref={box}
            type="text"
            readOnly
            aria-label={say('inviteMade')}
            value={made.link}
            onFocus={(event) => event.currentTarget.select()}
          />
        </span>
        <button type="button" class="btn main" onClick={() => void verbs.copyInvite()}>
          {say('inviteCopy')}
        </button>
        <button type="button" class="btn ghost" onClick={verbs.forgetInvite}>
          {say('inviteDone')}
        </button>
      </div>
    </div>
  );
}
