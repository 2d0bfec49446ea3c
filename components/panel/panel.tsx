// The panel: one property group more in the host's column, or a small card at the edge.
import { effect, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { render } from 'preact';
import type { Reply } from '../../lib/ask.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { direction, language, say } from '../../lib/say.ts';
import type { PanelState } from '../../lib/state/panel.ts';
import { Answered } from './answered.tsx';
import { Asking } from './asking.tsx';
import { Check, Chevron, Cross, Dots } from './icons.tsx';
import type { PanelActions } from './actions.ts';
import { NotSaved, Outdated } from './trouble.tsx';

/** How the panel stands in the page: taken from the host, measured. */
export interface Look {
  readonly tracker: string;
  readonly place: 'column' | 'dock' | 'popover';
  /** Whether it is at the edge because the user wants it there. */
  readonly chosen: boolean;
  readonly theme: 'light' | 'dark';
  /** The host's colours could not be read here, so ours are used, ground and all. */
  readonly own: boolean;
}

export interface PanelProps {
  readonly ticket: string;
  readonly reply: ReadonlySignal<Reply>;
  readonly state: ReadonlySignal<PanelState | undefined>;
  readonly look: ReadonlySignal<Look>;
  readonly menu: Signal<boolean>;
  readonly folded: Signal<boolean>;
  readonly actions: PanelActions;
}

function statusWord(state: PanelState): string {
  const phase = state.phase.value;
  if (phase === 'saving') return say('saving');
  if (phase === 'answered' && state.fresh.value) return say('saved');
  if (phase === 'asking' && state.fresh.value) return say('savedWithout');
  return phase === 'asking' && state.dirty.value && state.draftKept.value ? say('draftKept') : '';
}

function Status({ state }: { state: PanelState }) {
  const word = statusWord(state);
  const saved = word !== '' && state.phase.value === 'answered';
  return (
    <span role="status" class={saved ? 'done' : 'small muted'}>
      {saved && <Check />}
      {word}
    </span>
  );
}

interface MenuProps {
  readonly state: PanelState;
  readonly look: Look;
  readonly place: string;
  readonly actions: PanelActions;
  readonly open: Signal<boolean>;
}

function Menu({ state, look, place, actions, open }: MenuProps) {
  const lines = state.tag.value?.lines;
  const item = (label: string, act: () => void) => (
    <button
      onClick={() => {
        open.value = false;
        act();
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="menu">
      {item(say('menuDashboard'), () => actions.open('status'))}
      {lines && item(say('menuCopy'), () => actions.copy(`${lines.what} (${lines.why})`))}
      {look.place === 'column' && item(say('menuDock'), () => actions.stand(true))}
      {look.chosen && item(say('menuColumn'), () => actions.stand(false))}
      {item(say('menuNever', place), actions.never)}
    </div>
  );
}

function Asked({ state, actions }: { state: PanelState; actions: PanelActions }) {
  switch (state.phase.value) {
    case 'answered':
      return <Answered state={state} actions={actions} />;
    case 'failed':
      return <NotSaved state={state} actions={actions} />;
    case 'outdated':
      return <Outdated state={state} actions={actions} />;
    default:
      return <Asking state={state} actions={actions} />;
  }
}

function Line({ reply, actions }: { reply: Reply; actions: PanelActions }) {
  if (reply.state === 'unclaimed') {
    return (
      <p class="line">
        <span>{say('unclaimed')}</span>
        <button class="link" data-main aria-label={say('useHereIn', reply.framework.name)} onClick={actions.claim}>
          {say('useHere')}
        </button>
        <button class="link muted" onClick={actions.never}>
          {say('neverHere')}
        </button>
      </p>
    );
  }
  if (reply.state === 'no-framework') {
    return (
      <p class="line">
        <span>{say('noFramework')}</span>
        <button class="link" data-main onClick={() => actions.open('welcome')}>
          {say('chooseModel')}
        </button>
        <button class="link muted" onClick={actions.never}>
          {say('neverHere')}
        </button>
      </p>
    );
  }
  return <p class="line">{say('cannotRead')}</p>;
}

function Panel({ ticket, reply, state, look, menu, folded, actions }: PanelProps) {
  const { tracker, place, chosen, theme, own } = look.value;
  const asked = state.value;
  const answer = reply.value;
  return (
    <section
      class={`az ${tracker} ${place === 'column' ? '' : 'card '}${place} ${theme}${own ? ' own' : ''}`}
      aria-label={say('northStar')}
      lang={language()}
      dir={direction()}
    >
      <div class="head">
        {place === 'dock' && <button class="icon grip" aria-label={say('move')} />}
        <h2>
          {say('northStar')}
          {place !== 'column' && <span class="id">{shortTicket(ticket)}</span>}
        </h2>
        {answer.state === 'ask' && answer.framework.sample && <span class="sample">{say('sample')}</span>}
        {asked && <Status state={asked} />}
        {asked && place !== 'popover' && asked.phase.value !== 'outdated' && (
          <button class="icon" aria-label={say('more')} aria-expanded={menu.value} onClick={() => (menu.value = !menu.value)}>
            <Dots />
          </button>
        )}
        {place === 'popover' && (
          <button class="icon" aria-label={say('closeEditor')} onClick={actions.close}>
            <Cross />
          </button>
        )}
        {place === 'dock' && (
          <button
            class="icon"
            aria-label={say(folded.value ? 'unfold' : 'fold')}
            aria-expanded={!folded.value}
            onClick={() => (folded.value = !folded.value)}
          >
            <Chevron open={!folded.value} />
          </button>
        )}
      </div>
      {menu.value && asked && (
        <Menu state={asked} look={look.value} place={ticket.replace(/^\w+:|(#|-)\d+$/g, '')} actions={actions} open={menu} />
      )}
      {!folded.value && (asked ? <Asked state={asked} actions={actions} /> : <Line reply={answer} actions={actions} />)}
      {answer.state === 'ask' && answer.alsoClaimed.length > 0 && !folded.value && (
        <p class="note small">{say('alsoClaimed', answer.framework.name, answer.alsoClaimed.join(', '))}</p>
      )}
      {/* Filled by the script for the edge, where the page had no place. */}
      {place === 'dock' && !chosen && <div class="health" hidden={folded.value} />}
    </section>
  );
}

/**
 * Draws the panel into a root, and again when a signal it reads changes, until what it returns is called. Without the binding of signals to Preact: that costs 2 kB.
 */
export function drawPanel(props: PanelProps, root: ShadowRoot | HTMLElement): () => void {
  const stop = effect(() => render(<Panel {...props} />, root));
  return () => {
    stop();
    render(null, root);
  };
}
