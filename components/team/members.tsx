// The team's people: who they are, what they may do, and for admins how to change that.
import { useState } from 'preact/hooks';
import { momentPhrase } from '../../lib/phrases/sync.ts';
import { roleName, rolePhrase } from '../../lib/phrases/team.ts';
import { say } from '../../lib/say.ts';
import type { TeamVerbs } from '../../lib/state/team-contract.ts';
import type { Member, Role } from '../../lib/sync/protocol-team.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ROLE_CHOICES } from './roles.ts';

export interface MembersProps {
  readonly members: readonly Member[];
  /** Id of this device's person. */
  readonly you: string;
  readonly admin: boolean;
  readonly now: number;
  readonly verbs: Pick<TeamVerbs, 'changeRole' | 'remove' | 'invite'>;
}

export function Members({ members, you, admin, now, verbs }: MembersProps) {
  const [asked, ask] = useState<Member | undefined>(undefined);
  // Who is there first, by name; then who has left.
  const order = members.toSorted((a, b) => Number(a.left !== undefined) - Number(b.left !== undefined) || a.name.localeCompare(b.name));
  return (
    <>
      <ul class="list">
        {order.map((member) => (
          <li key={member.person}>
            <span class="who">
              <span class="cut" dir="auto" title={member.name}>
                {member.name}
              </span>
              {member.person === you && <span class="small muted">{say('memberYou')}</span>}
              {member.left !== undefined && <span class="small muted">{say('memberLeft', momentPhrase(member.left, now))}</span>}
            </span>
            {member.left === undefined && <RoleOf {...{ member, admin, onChange: verbs.changeRole }} />}
            {admin && member.person !== you && member.left === undefined && (
              <button type="button" class="btn ghost" aria-label={say('memberRemoveNamed', member.name)} onClick={() => ask(member)}>
                {say('memberRemove')}
              </button>
            )}
            {admin && member.left !== undefined && (
              <button
                type="button"
                class="btn"
                aria-label={say('memberBackNamed', member.name)}
                onClick={() => void verbs.invite({ person: member.person })}
              >
                {say('memberBack')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {asked && <Remove member={asked} onClose={() => ask(undefined)} onRemove={verbs.remove} />}
    </>
  );
}

function RoleOf({ member, admin, onChange }: { member: Member; admin: boolean; onChange: TeamVerbs['changeRole'] }) {
  if (!admin) return <span class="small muted">{roleName(member.role)}</span>;
  return (
    <span class="field">
      <select
        aria-label={say('memberRole', member.name)}
        value={member.role}
        onChange={(event) => {
          const role = event.currentTarget.value as Role;
          // What stands is what the endpoint says, also where it refuses.
          event.currentTarget.value = member.role;
          void onChange(member, role);
        }}
      >
        {ROLE_CHOICES.map((role) => (
          <option key={role} value={role} title={rolePhrase(role)}>
            {roleName(role)}
          </option>
        ))}
      </select>
    </span>
  );
}

function Remove({ member, onClose, onRemove }: { member: Member; onClose: () => void; onRemove: TeamVerbs['remove'] }) {
  const [tags, setTags] = useState(false);
  return (
    <Dialog title={say('memberRemoveAsk', member.name)} onClose={onClose}>
      <p>{say('memberRemoveWhat')}</p>
      <label class="check">
        <input type="checkbox" checked={tags} onChange={(event) => setTags(event.currentTarget.checked)} />
        <span>{say('memberRemoveTags')}</span>
      </label>
      <div class="acts">
        <button
          type="button"
          class="btn main"
          onClick={() => {
            onClose();
            void onRemove(member, tags ? 'delete' : 'keep');
          }}
        >
          {say('memberRemove')}
        </button>
        <button type="button" class="btn ghost" onClick={onClose}>
          {say('cancel')}
        </button>
      </div>
    </Dialog>
  );
}
