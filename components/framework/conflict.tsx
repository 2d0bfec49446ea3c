// A place that another framework claims too: who asks there, and the press that settles it.
import { say } from '../../lib/say.ts';
import type { ClaimConflict } from '../../lib/state/claim-conflicts.ts';
import { Icon } from '../shell/icons.tsx';

export interface ConflictProps {
  readonly conflict: ClaimConflict;
  readonly name: string;
  /** This framework asks: the other gives the place up. */
  readonly onKeep: () => void;
  /** The other asks: this one gives it up. */
  readonly onYield: () => void;
}

export function Conflict({ conflict: { claim, other, theirs, asks }, name, onKeep, onYield }: ConflictProps) {
  if (asks !== 'either') {
    return (
      <p class="found small note">
        <Icon name="note" />
        <span class="muted">{asks === 'this' ? say('claimThisAsks', other.name, theirs) : say('claimOtherAsks', theirs, other.name)}</span>
      </p>
    );
  }
  return (
    <div class="found small warning conflict">
      <Icon name="warning" />
      <div>
        <p>{say('claimEither', other.name)}</p>
        <div class="acts" role="group" aria-label={say('claimWho', claim)}>
          <button type="button" class="btn" onClick={onKeep}>
            {say('claimKeep', name)}
          </button>
          <button type="button" class="btn" onClick={onYield}>
            {say('claimKeep', other.name)}
          </button>
        </div>
      </div>
    </div>
  );
}
