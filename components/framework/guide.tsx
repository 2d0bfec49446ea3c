// The guide: one question at a time, over the same form. Every step can be skipped, and what is done shows as done.
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';
import { StepBody } from './guide-bodies.tsx';
import { GUIDE, nextStep, type StepName, STEPS } from './guide-steps.ts';
import type { Sheet } from './sheet.ts';

export interface GuideProps {
  readonly sheet: Sheet;
  /** As the address says: the number of a step, anything else goes on where it was left. */
  readonly at: string;
  readonly onGo: (step: number) => void;
  readonly onClose: () => void;
}

const numbered = (at: string): StepName | undefined => (/^\d+$/.test(at) ? STEPS[Number(at) - 1] : undefined);

export function Guide({ sheet, at, onGo, onClose }: GuideProps) {
  const form = sheet.editor.form.value;
  // Found once: the step at hand does not turn over while it is being filled in.
  const resumed = useRef(nextStep(form));
  const step = numbered(at) ?? resumed.current;
  const number = STEPS.indexOf(step) + 1;
  const { title, why, rule } = GUIDE[step];
  const head = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) head.current?.focus();
    first.current = false;
  }, [step]);
  const on = (): void => (number === STEPS.length ? onClose() : onGo(number + 1));
  const done = STEPS.filter((one) => GUIDE[one].done(form)).length;
  return (
    <section class="guide" aria-label={say('guide')}>
      <header>
        <nav aria-label={say('guideSteps')}>
          <ol>
            {STEPS.map((one, i) => (
              <li key={one}>
                <button type="button" aria-current={one === step ? 'step' : undefined} onClick={() => onGo(i + 1)}>
                  <span class={`dot${GUIDE[one].done(form) ? ' done' : ''}`} aria-hidden="true">
                    {GUIDE[one].done(form) ? <Icon name="check" /> : i + 1}
                  </span>
                  <span class="small">{say(GUIDE[one].title)}</span>
                  {GUIDE[one].done(form) && <span class="quiet">{say('welcomeDone')}</span>}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      </header>
      <div class="step">
        <p class="small muted">{say('guideProgress', number, STEPS.length, done)}</p>
        <h2 ref={head} tabIndex={-1}>
          {say(title)}
        </h2>
        <p class="muted why">
          {say(why)} <span class="micro faint">{say('frameRuleNumber', rule)}</span>
        </p>
        <StepBody step={step} sheet={sheet} />
        <div class="acts">
          <button type="button" class="btn main" onClick={on}>
            {say(number === STEPS.length ? 'guideEnd' : GUIDE[step].done(form) ? 'guideNext' : 'guideSkip')}
          </button>
          {number > 1 && (
            <button type="button" class="btn" onClick={() => onGo(number - 1)}>
              {say('guideBack')}
            </button>
          )}
          <button type="button" class="btn ghost" onClick={onClose}>
            {say('guideLeave')}
          </button>
        </div>
      </div>
    </section>
  );
}
