// The bar of a sweep: the ticket in turn, its two steps, and the keys.
import { effect, type ReadonlySignal } from '@preact/signals-core';
import { render } from 'preact';
import { shortTicket } from '../../lib/model/ticket.ts';
import { answerLines } from '../../lib/phrases/answer.ts';
import { direction, language, say, type Word } from '../../lib/say.ts';
import type { PanelState } from '../../lib/state/panel.ts';
import type { Sweep } from '../../lib/state/sweep-contract.ts';
import type { SweepCommand } from '../../lib/state/sweep-keys.ts';
import { OTHER } from '../../lib/state/draft.ts';
import { Rich } from '../panel/rich.tsx';
import { REFUSED } from '../panel/trouble.tsx';
import { HowMuch, WhichInput } from './parts.tsx';

export interface SweepLook {
  readonly tracker: string;
  readonly theme: 'light' | 'dark';
  readonly own: boolean;
}

export interface SweepProps {
  readonly sweep: Sweep;
  readonly look: ReadonlySignal<SweepLook>;
  readonly act: (command: SweepCommand) => void;
}

const KEYS: readonly (readonly [key: string, what: Word, command: SweepCommand])[] = [
  ['t', 'sweepType', { do: 'type' }],
  ['j', 'sweepSkip', { do: 'skip' }],
  ['k', 'sweepBack', { do: 'back' }],
  ['u', 'sweepUndo', { do: 'undo' }],
  ['o', 'sweepOpen', { do: 'open' }],
];

function timeLeft(left: number | undefined): string {
  if (left === undefined) return '';
  return left < 1 ? say('sweepLeftSoon') : say('sweepLeft', Math.round(left));
}

function Top({ sweep, act }: Pick<SweepProps, 'sweep' | 'act'>) {
  const total = sweep.walk.value.length;
  const count = sweep.count.value;
  const last = sweep.last.value;
  const passed = sweep.passed.value;
  return (
    <>
      <div class="progress" role="progressbar" aria-label={say('sweep')} aria-valuemin={0} aria-valuemax={total} aria-valuenow={count}>
        <i style={{ inlineSize: `${total > 0 ? (100 * count) / total : 0}%` }} />
      </div>
      <div class="top">
        <b>{say('sweepCount', count, total)}</b>
        <span class="muted">{sweep.phase.value === 'end' ? '' : timeLeft(sweep.left.value)}</span>
        <span class="spring" />
        {(passed > 0 || sweep.all.value) && (
          <button type="button" class="quietly" aria-pressed={sweep.all.value} onClick={() => act({ do: 'all' })}>
            {sweep.all.value ? say('sweepOnlyOpen') : say('sweepAll', passed)} <kbd aria-hidden="true">p</kbd>
          </button>
        )}
        <span role="status" class="saved">
          {last && (
            <>
              <b>{say('sweepSaved', shortTicket(last.ticket))}</b>
              <span class="cut" dir="auto">
                {last.title}
              </span>
            </>
          )}
        </span>
        <button type="button" class="quietly" onClick={() => act({ do: 'stop' })}>
          {say('sweepStop')} <kbd aria-hidden="true">esc</kbd>
        </button>
      </div>
    </>
  );
}

/** What the answer means, or what stands in its way. */
function Meaning({ sweep, form }: { sweep: Sweep; form: PanelState | undefined }) {
  const trouble = sweep.trouble.value;
  if (trouble) {
    const unfinished = form?.pick.value === OTHER ? 'sweepNoReason' : 'sweepUnfinished';
    const word = trouble === 'gone' ? 'sweepGone' : trouble === 'unfinished' ? unfinished : REFUSED[trouble];
    return (
      <span role="alert" class="bad">
        {say(word)}
      </span>
    );
  }
  if (!form) return <span />;
  const tag = form.tag.value;
  if (form.phase.value === 'answered' && tag) {
    const { what, why } = answerLines(tag.answer, form.question, tag.effort);
    return (
      <span class="says">
        <strong>{what}</strong> <span class="muted">{why}</span>
      </span>
    );
  }
  if (form.phase.value === 'saving') return <span class="muted">{say('saving')}</span>;
  const said = form.pick.value === OTHER ? undefined : form.meaning.value?.said;
  if (!said) return <span />;
  return <span class={said.kind === 'problem' ? 'bad' : 'says'}>{said.kind === 'priced' ? <Rich text={said.text} /> : said.text}</span>;
}

function Asked({ sweep, act }: Pick<SweepProps, 'sweep' | 'act'>) {
  const at = sweep.at.value;
  const form = sweep.panel.value;
  const onward = form?.phase.value === 'answered';
  return (
    <>
      <p class="title" aria-live="polite">
        <span dir="auto">{at?.title}</span>
        {at && <span class="id">{shortTicket(at.ticket)}</span>}
      </p>
      <div class="steps">{form && [<WhichInput key="1" {...{ sweep, form, act }} />, <HowMuch key="2" {...{ sweep, form, act }} />]}</div>
      <div class="foot">
        <Meaning sweep={sweep} form={form} />
        <span class="spring" />
        <button type="button" class="quietly" onClick={() => act({ do: 'save' })}>
          <kbd aria-hidden="true">⏎</kbd> {say(onward ? 'sweepGoOn' : 'sweepNext')}
        </button>
        {KEYS.map(([key, what, command]) => (
          <button key={key} type="button" class="quietly" onClick={() => act(command)}>
            <kbd aria-hidden="true">{key}</kbd> {say(what)}
          </button>
        ))}
      </div>
    </>
  );
}

function End({ sweep, act }: Pick<SweepProps, 'sweep' | 'act'>) {
  const more = sweep.more.value;
  const none = sweep.walk.value.length === 0;
  return (
    <div class="end">
      <p class="title">{say(more ? 'sweepEndPage' : none ? 'sweepNone' : 'sweepEnd')}</p>
      {more && (
        <button type="button" class="btn" onClick={() => act({ do: 'onward' })}>
          {say('sweepOnward')} <kbd aria-hidden="true">n</kbd>
        </button>
      )}
      {!none && (
        <>
          <button type="button" class="quietly" onClick={() => act({ do: 'back' })}>
            <kbd aria-hidden="true">k</kbd> {say('sweepBack')}
          </button>
          <button type="button" class="quietly" onClick={() => act({ do: 'undo' })}>
            <kbd aria-hidden="true">u</kbd> {say('sweepUndo')}
          </button>
        </>
      )}
    </div>
  );
}

function Bar({ sweep, look, act }: SweepProps) {
  const { tracker, theme, own } = look.value;
  const phase = sweep.phase.value;
  return (
    <section
      class={`az bar ${tracker} ${theme}${own ? ' own' : ''}`}
      role="application"
      aria-label={say('sweep')}
      tabIndex={-1}
      data-phase={phase}
      lang={language()}
      dir={direction()}
    >
      <Top sweep={sweep} act={act} />
      {phase === 'looking' && <p class="title muted">{say('sweepLooking')}</p>}
      {phase === 'asking' && <Asked sweep={sweep} act={act} />}
      {phase === 'end' && <End sweep={sweep} act={act} />}
    </section>
  );
}

/** Draws the bar into a root, and again when a signal it reads changes. */
export const drawSweep = (props: SweepProps, root: ShadowRoot | HTMLElement): (() => void) =>
  effect(() => render(<Bar {...props} />, root));
