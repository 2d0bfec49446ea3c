// What went wrong with sync, and what helps.
import { troublePhrase } from '../../lib/phrases/sync.ts';
import type { SyncTrouble } from '../../lib/sync/state.ts';
import { Icon } from '../shell/icons.tsx';

export function Trouble({ error }: { error: SyncTrouble }) {
  // What ends by itself needs nobody now.
  const serious = error.todo !== 'wait';
  return (
    <div class={`trouble ${serious ? 'bad' : 'warn'}`} role={serious ? 'alert' : undefined}>
      <Icon name="warning" />
      <p>{troublePhrase(error)}</p>
    </div>
  );
}
