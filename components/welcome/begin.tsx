// The first step: say what the North Star is, with sample data or one's own.
import { useState } from 'preact/hooks';
import type { Refusal } from '../../lib/ask.ts';
import { say } from '../../lib/say.ts';
import type { WelcomeModel } from '../../lib/state/welcome.ts';
import { stagesOf, Step } from './step.tsx';
import type { WelcomeVerbs } from './welcome.tsx';

export function Begin({ model, verbs }: { model: WelcomeModel; verbs: WelcomeVerbs }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const [told, setTold] = useState('');
  const { sample, status } = model;
  const run = async (deed: () => Promise<Refusal | undefined>, done: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const why = await deed();
    setRefused(why);
    setTold(why ? '' : done);
    setBusy(false);
  };
  const own = status && !status.framework.sample ? status.framework.name : undefined;
  return (
    <Step number={1} stage={stagesOf(model)[0]} title={say('welcomeBegin')}>
      <p class="muted">{own ? say('welcomeOwn', own) : say('welcomeBeginHow')}</p>
      {sample && <p class="held">{say('welcomeHeld', sample.name, sample.inputs, sample.readings, sample.answers)}</p>}
      <p class="quiet" role="status">
        {told}
      </p>
      <p class="bad small" role="alert">
        {refused && say(refused === 'disk-full' ? 'welcomeDiskFull' : 'welcomeFailed')}
      </p>
      <div class="acts">
        {sample ? (
          <>
            <a class="btn main" href="/dashboard.html#/status">
              {say('welcomeDashboard')}
            </a>
            <button type="button" class="btn" aria-disabled={busy} onClick={() => void run(verbs.removeSample, say('welcomeRemoved'))}>
              {say('welcomeRemove')}
            </button>
          </>
        ) : (
          <button
            type="button"
            class={`btn${own ? '' : ' main'}`}
            aria-disabled={busy}
            onClick={() => void run(verbs.loadSample, say('welcomeLoaded'))}
          >
            {say('welcomeTry')}
          </button>
        )}
        <a class={`btn${sample ? ' ghost' : ''}`} href="/dashboard.html#/framework">
          {say(own ? 'welcomeEdit' : 'welcomeStart')}
        </a>
      </div>
    </Step>
  );
}
