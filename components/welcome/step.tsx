// One of the three steps, and which of them is at hand.
import type { ComponentChildren } from 'preact';
import { say } from '../../lib/say.ts';
import type { WelcomeModel } from '../../lib/state/welcome.ts';

type Stage = 'done' | 'now' | 'next';

/** The first step that is not done is the one at hand. */
export function stagesOf({ status, answers }: WelcomeModel): readonly [Stage, Stage, Stage] {
  const done = [status !== undefined, status !== undefined && status.inputs.every(({ last }) => last), answers > 0];
  const at = done.indexOf(false);
  const stage = (step: number): Stage => (done[step] ? 'done' : step === at ? 'now' : 'next');
  return [stage(0), stage(1), stage(2)];
}

export function Step({ number, stage, title, children }: { number: number; stage: Stage; title: string; children: ComponentChildren }) {
  return (
    <li class={stage} aria-current={stage === 'now' ? 'step' : undefined}>
      <p class="small muted stage">
        <span class="dot" aria-hidden="true">
          {stage === 'done' ? '✓' : number}
        </span>
        {say(stage === 'done' ? 'welcomeDone' : stage === 'now' ? 'welcomeNow' : 'welcomeNext')}
      </p>
      <h2>{title}</h2>
      {children}
    </li>
  );
}
