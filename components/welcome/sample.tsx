// Looking around first: sample data, loaded and taken away by one press.
import { useState } from 'preact/hooks';
import type { Refusal } from '../../lib/ask.ts';
import { say } from '../../lib/say.ts';
import type { WelcomeModel } from '../../lib/state/welcome.ts';
import type { WelcomeVerbs } from './welcome.tsx';

export function Sample({ model: { sample }, verbs }: { model: WelcomeModel; verbs: WelcomeVerbs }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const [told, setTold] = useState('');
  const run = async (deed: () => Promise<Refusal | undefined>, done: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const why = await deed();
    setRefused(why);
    setTold(why ? '' : done);
    setBusy(false);
  };
  return (
    <div class="sample-strip">
      {sample ? (
        <>
          <a class="btn" href="/dashboard.html#/status">
            {say('welcomeDashboard')}
          </a>
          <button type="button" class="btn" aria-disabled={busy} onClick={() => void run(verbs.removeSample, say('welcomeRemoved'))}>
            {say('welcomeRemove')}
          </button>
        </>
      ) : (
        <button type="button" class="btn" aria-disabled={busy} onClick={() => void run(verbs.loadSample, say('welcomeLoaded'))}>
          {say('welcomeTry')}
        </button>
      )}
      <p class="small muted">
        {sample ? say('welcomeHeld', sample.name, sample.inputs, sample.readings, sample.answers) : say('welcomeSampleHow')}
      </p>
      <p class="quiet" role="status">
        {told}
      </p>
      <p class="bad small" role="alert">
        {refused && say(refused === 'disk-full' ? 'welcomeDiskFull' : 'welcomeFailed')}
      </p>
    </div>
  );
}
