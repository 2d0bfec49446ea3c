// A ticket's question on screen: what the panel and the editor of a row do alike. What differs, each says for itself.
import { batch, effect, type Signal, signal } from '@preact/signals-core';
import type { OfRow, Question, Reply } from '../ask.ts';
import type { MeaningOf } from '../state/meaning.ts';
import { createPanelState, type PanelState, type Verbs } from '../state/panel.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { actionsOn } from './focus.ts';
import { bringMeaning } from './meaning.ts';
import type { Mounted } from './mount.ts';
import { api } from './runtime.ts';
import type { Seat } from './seat.ts';
import { readable, themeAt, type Theme, watchTheme } from './theme.ts';

const PROBES = '.lead, .row .name, .row .values, .head h2, .btn.main, .link, .what, .why, .line';
const ALIVE_EVERY_MS = 1000;

/** What lasts from one ticket to the next. */
export interface Lasting {
  readonly drafts: Drafts;
  readonly arithmetic: Signal<MeaningOf | undefined>;
  /** Brings the arithmetic in; false where it could not come. @throws when the extension is gone */
  bring(): Promise<boolean>;
}

/** @param of whether the tickets are those of rows */
export function createLasting(seat: Seat, of: OfRow): Lasting {
  const arithmetic = signal(seat.meaningOf);
  const drafts = createDrafts(async (ticket, draft) => {
    const reply = await seat.ask({ ask: 'draft', ...of, ticket, ...(draft !== undefined && { draft }) });
    return reply.state === 'done';
  });
  return { drafts, arithmetic, bring: bringMeaning(seat, arithmetic) };
}

interface Needs<Place> extends Mounted, Lasting {
  readonly seat: Seat;
  readonly ticket: string;
  readonly of: OfRow;
  /** What the background answered when asked for the question. */
  readonly first: Reply;
  readonly tracker: string;
  readonly place: Place;
  readonly ended: AbortSignal;
  /** The ticket's title as the page shows it now, hostile text; `undefined` where the page shows another ticket, or this one no more. */
  seen(): string | undefined;
  /** What lies under it, whose theme it takes; the page where there is nothing. */
  ground(): Element | null | undefined;
  /** Goes from the page, nothing in it being worth to be kept on screen. */
  leave(): void;
}

/** The question and its answer, bound to one ticket until `ended` aborts: state, look, and what can be done. */
export function createAsked<Place extends string>(needs: Needs<Place>) {
  const { seat, ticket, of, first, element, root, drafts, arithmetic, bring, ended, seen, ground, leave } = needs;
  const reply = signal(first);
  const state = signal<PanelState | undefined>(undefined);
  const look = signal({ tracker: needs.tracker, place: needs.place, chosen: false, theme: 'light' as Theme, own: false });
  const dirty = (): boolean => state.value?.dirty.value ?? false;
  const team = (): string => (reply.value.state === 'ask' ? reply.value.team : '');

  const verbs: Verbs = {
    save: async (answer, remarks, request) => {
      const title = seen();
      if (ended.aborted || title === undefined) return { state: 'refused', why: 'wrong-ticket' };
      const saving = { ask: 'save', ...of, ticket, request, team: team(), title, answer, ...remarks } as const;
      await drafts.settled();
      const saved = await seat.ask(saving).catch((gone: unknown) => {
        if (!seat.alive()) throw gone;
        return { state: 'refused', why: 'failed' } as const;
      });
      // The answer is stored, and the background dropped the draft with it.
      if (saved.state === 'saved') drafts.forget(ticket);
      return saved;
    },
    undo: (op, request) => seat.ask({ ask: 'undo', ...of, ticket, request, team: team(), op }),
    keepDraft: (draft) => drafts.keep(ticket, draft),
    bring,
  };

  function start(next: Reply): void {
    state.value?.dispose();
    const kept = drafts.of(ticket);
    batch(() => {
      reply.value = next;
      if (next.state !== 'ask') return void (state.value = undefined);
      const { draft, ...rest } = next;
      const newest = kept === undefined ? draft : (kept ?? undefined);
      state.value = createPanelState({ ...(rest as Question), ...(newest !== undefined && { draft: newest }) }, verbs, arithmetic);
    });
  }

  /** After an update this copy can store nothing: what was typed stays to be seen, what is idle makes way. */
  function checkAlive(): void {
    if (seat.alive()) return;
    if (state.value && (dirty() || state.value.phase.value === 'saving')) state.value.phase.value = 'outdated';
    else leave();
  }

  function measure(): void {
    if (!element.isConnected) return;
    look.value = { ...look.value, theme: themeAt(ground() ?? document.body), own: false };
    // Measured once the host's colours are in force; ours take over where they cannot be read.
    requestAnimationFrame(() => {
      const surface = root.firstElementChild;
      if (surface && !readable(surface, root.querySelectorAll(PROBES))) look.value = { ...look.value, own: true };
    });
  }

  const actions = {
    ...actionsOn(root, () => state.value),
    open: (page: 'welcome' | 'framework' | 'status') => void seat.ask({ ask: 'open', page }).catch(checkAlive),
    copy: (text: string) => void navigator.clipboard.writeText(text),
    reload: () => location.reload(),
  };

  /** Hears what the background tells, until the end. */
  function hear(heard: (message: { tell?: string; ticket?: string }) => void): void {
    api.runtime.onMessage.addListener(heard);
    ended.addEventListener('abort', () => seat.alive() && api.runtime.onMessage.removeListener(heard));
  }

  /** Asks for the question again. */
  const again = (then: (next: Reply) => void): void =>
    void seat.ask({ ask: 'question', ...of, ticket, drawn: true }).then((next) => void (ended.aborted || then(next)), checkAlive);

  element.dataset['ticket'] = ticket;
  start(first);
  watchTheme(document, measure, ended);
  // A newer copy of this script leaves alone what has a draft in it.
  const unmark = effect(() => void element.toggleAttribute('data-draft', dirty()));
  const pulse = setInterval(checkAlive, ALIVE_EVERY_MS);
  ended.addEventListener('abort', () => {
    clearInterval(pulse);
    unmark();
    state.value?.dispose();
  });
  return { reply, state, look, actions, start, dirty, checkAlive, measure, hear, again };
}
