// The database cannot be opened: what happened, what it means, what to do.
import type { Refusal } from '../../lib/ask.ts';
import { say } from '../../lib/say.ts';

export function Refused({ why, onRetry }: { why: Refusal; onRetry: () => void }) {
  return (
    <section class="without" role="alert">
      <h1 tabIndex={-1}>{say('shellRefused')}</h1>
      <p class="muted">{say(why === 'disk-full' ? 'shellRefusedDisk' : 'shellRefusedWhy')}</p>
      <p class="muted">{say('shellRefusedDo')}</p>
      <button type="button" class="btn main" onClick={onRetry}>
        {say('again')}
      </button>
    </section>
  );
}
