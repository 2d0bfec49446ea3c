// The devices that are signed in: one's own, for admins everybody's.
import { momentPhrase } from '../../lib/phrases/sync.ts';
import { memberName, type Names } from '../../lib/phrases/team.ts';
import { say } from '../../lib/say.ts';
import type { TeamVerbs } from '../../lib/state/team-contract.ts';
import type { Device } from '../../lib/sync/protocol-team.ts';

export interface DevicesProps {
  readonly devices: readonly Device[];
  readonly here: string;
  readonly names: Names;
  readonly busy: boolean;
  readonly now: number;
  readonly onSignOut: TeamVerbs['signOut'];
}

export function Devices({ devices, here, names, busy, now, onSignOut }: DevicesProps) {
  return (
    <ul class="list">
      {devices.map((device) => {
        const name = say('deviceOf', device.device.slice(0, 4), memberName(device.person, names));
        return (
          <li key={device.device}>
            <span class="who">
              <span class="cut">{name}</span>
              <span class="small muted">
                {device.device === here ? say('deviceHere') : say('deviceSeen', momentPhrase(device.seen, now))}
                {!device.signedIn && ` · ${say('deviceOut')}`}
              </span>
            </span>
            {device.signedIn && device.device !== here && (
              <button
                type="button"
                class="btn ghost"
                aria-label={say('deviceSignOutNamed', name)}
                aria-disabled={busy}
                onClick={() => !busy && void onSignOut(device)}
              >
                {say('deviceSignOut')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
