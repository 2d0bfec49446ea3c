// No framework yet: what one is for, and the ways to one.
import { say } from '../../lib/say.ts';
import { hashOf } from '../../lib/state/route.ts';

export function Without({ onSample }: { onSample: () => void }) {
  return (
    <section class="without">
      <h1 tabIndex={-1}>{say('shellWithout')}</h1>
      <p class="muted">{say('shellWithoutWhy')}</p>
      <div class="acts">
        <a class="btn main" href={hashOf('framework', { framework: 'new' })}>
          {say('frameNew')}
        </a>
        <button type="button" class="btn" onClick={onSample}>
          {say('backlogTrySample')}
        </button>
        <a class="btn ghost" href="/welcome.html">
          {say('backlogOpenWelcome')}
        </a>
      </div>
    </section>
  );
}
