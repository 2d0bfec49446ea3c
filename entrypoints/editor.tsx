// The editor of a row: the panel's question beside a chip, brought in when somebody opens the first.
import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PanelActions } from '../components/panel/actions.ts';
import { drawPanel, type Look } from '../components/panel/panel.tsx';
import tipCss from '../components/chip/tip.css?inline';
import ownCss from '../components/panel/editor.css?inline';
import css from '../components/panel/panel.css?inline';
import tokens from '../components/panel/tokens.css?inline';
import { OUTLIVING } from '../components/panel/trouble.tsx';
import type { Question, Reply } from '../lib/ask.ts';
import { pickRow } from '../lib/page/chip-pick.ts';
import { roam } from '../lib/page/chip-roam.ts';
import { createTip } from '../lib/page/chip-tip.ts';
import { createDrafts, type Drafts } from '../lib/page/drafts.ts';
import { actionsOn, actOn, focusPanel } from '../lib/page/focus.ts';
import { dress, makeElement } from '../lib/page/mount.ts';
import { keepBeside } from '../lib/page/popover.ts';
import { api } from '../lib/page/runtime.ts';
import type { Edited, Rows, Seat } from '../lib/page/seat.ts';
import { readable, themeAt, watchTheme } from '../lib/page/theme.ts';
import { remember } from '../lib/say.ts';
import type { MeaningOf } from '../lib/state/meaning.ts';
import { createPanelState, type PanelState, type Verbs } from '../lib/state/panel.ts';

const PROBES = '.lead, .row .name, .row .values, .head h2, .btn.main, .link, .what, .why, .line';
const ALIVE_EVERY_MS = 1000;

export default defineUnlistedScript(() => {
  const seat = globalThis.azimuth;
  const rows = seat?.rows;
  const { chips } = rows ?? {};
  if (!seat?.lists || !rows || !chips || rows.open) return;
  const { selected } = seat.lists;
  rows.tip = createTip(document, chips, tipCss);
  let before: HTMLElement | undefined;
  const leave = (): void => {
    const held = document.activeElement;
    if (before?.isConnected) before.focus({ preventScroll: true });
    else if (held?.shadowRoot?.activeElement instanceof HTMLElement) held.shadowRoot.activeElement.blur();
  };
  const onChips = (event: Event): boolean => roam(event, chips.shown, leave);
  rows.onEvent = onChips;
  // The extension's own key, pressed again inside the question: to its chip, from where arrows lead to the others.
  rows.pick = () => (toChip?.() ? undefined : pickRow(document, chips.shown, selected));
  remember(...OUTLIVING);
  const drafts = createDrafts(async (ticket, draft) => {
    const reply = await seat.ask({ ask: 'draft', row: true, ticket, ...(draft === undefined ? {} : { draft }) });
    return reply.state === 'done';
  });
  const arithmetic = signal<MeaningOf | undefined>(seat.meaningOf);
  const bring = async (): Promise<boolean> => {
    if (!seat.meaningOf)
      await seat.ask({ ask: 'meaning' }).catch((gone: unknown) => {
        if (!seat.alive()) throw gone;
      });
    arithmetic.value = seat.meaningOf;
    return Boolean(seat.meaningOf);
  };

  let open: AbortController | undefined;
  rows.open = (row) => {
    open?.abort();
    open = new AbortController();
    const held = document.activeElement;
    if (held instanceof HTMLElement && !rows.owns(held)) before = held === document.body ? undefined : held;
    const closing = open;
    bring().catch(() => {});
    seat.ask({ ask: 'question', row: true, ticket: row.ticket, drawn: true }).then(
      // No framework asks here any more: the chip is about to go.
      (reply) =>
        !closing.signal.aborted &&
        /^(ask|refused)$/.test(reply.state) &&
        show({ seat, rows, row, drafts, arithmetic, bring, closing, onChips }, reply),
      () => {},
    );
  };
});

/** Of the question that is open: from inside it to its chip. False where that cannot be. */
let toChip: (() => boolean) | undefined;

interface Opened {
  readonly seat: Seat;
  readonly rows: Rows;
  readonly row: Edited;
  readonly drafts: Drafts;
  readonly arithmetic: ReadonlySignal<MeaningOf | undefined>;
  readonly closing: AbortController;
  bring(): Promise<boolean>;
  /** What chips make of an event; true where it was for them. */
  onChips(event: Event): boolean;
}

function show(opened: Opened, first: Reply): void {
  const { seat, rows, row, drafts, arithmetic, closing } = opened;
  const { ticket } = row;
  const { signal: ended } = closing;
  const before = document.activeElement;
  const face = (): HTMLElement | null | undefined => row.chip()?.shadowRoot?.querySelector('button');
  const { element, root } = makeElement(document, tokens + css + ownCss + (seat.tracker?.css ?? ''), 'azimuth-editor');
  // Before anything of it is drawn, whenever it comes.
  const stopDressing = effect(() => void (arithmetic.value && dress(root, seat.meaningCss ?? '')));
  const reply = signal<Reply>(first);
  const state = signal<PanelState | undefined>(undefined);
  const tracker = ticket.slice(0, ticket.indexOf(':'));
  const look = signal<Look>({ tracker, place: 'popover', chosen: false, theme: themeAt(row.chip() ?? document.body), own: false });
  const dirty = (): boolean => state.value?.dirty.value ?? false;
  const verbs = verbsFor(opened, () => (reply.value.state === 'ask' ? reply.value.team : ''));

  function start(next: Reply): void {
    state.value?.dispose();
    reply.value = next;
    if (next.state !== 'ask') return void (state.value = undefined);
    const kept = drafts.of(ticket);
    const { draft, ...rest } = next;
    const newest = kept === undefined ? draft : (kept ?? undefined);
    state.value = createPanelState({ ...(rest as Question), ...(newest === undefined ? {} : { draft: newest }) }, verbs, arithmetic);
  }

  function close(returning: boolean): void {
    const held = root.activeElement !== null;
    closing.abort();
    const to = before?.localName === 'azimuth-chip' ? face() : before;
    if (returning && held && to instanceof HTMLElement && to.isConnected) to.focus({ preventScroll: true });
  }

  const nothing = (): void => {};
  const actions: PanelActions = {
    ...actionsOn(root, () => state.value),
    ...{ claim: nothing, never: nothing, stand: nothing },
    open: (page) => void seat.ask({ ask: 'open', page }).catch(checkAlive),
    copy: (text) => void navigator.clipboard.writeText(text),
    reload: () => location.reload(),
    close: () => close(true),
  };

  function checkAlive(): void {
    if (seat.alive()) return;
    if (state.value && (dirty() || state.value.phase.value === 'saving')) state.value.phase.value = 'outdated';
    else close(false);
  }

  function measure(): void {
    look.value = { ...look.value, theme: themeAt(row.chip() ?? document.body), own: false };
    requestAnimationFrame(() => {
      const surface = root.firstElementChild;
      if (surface && !readable(surface, root.querySelectorAll(PROBES))) look.value = { ...look.value, own: true };
    });
  }

  element.dataset['ticket'] = ticket;
  element.dataset['place'] = 'popover';
  start(first);
  const stopDrawing = drawPanel({ ticket, reply, state, look, menu: signal(false), folded: signal(false), actions }, root);
  for (const stranger of document.querySelectorAll('azimuth-editor')) if (!stranger.hasAttribute('data-draft')) stranger.remove();
  // What is outside an open modal dialog of the host can be neither seen nor reached.
  (row.chip()?.closest('dialog') ?? document.body).append(element);
  row.chip()?.toggleAttribute('data-open', true);
  keepBeside(element, row.chip, ended);
  measure();
  watchTheme(document, measure, ended);
  focusPanel(root);

  toChip = () => {
    const chip = face();
    if (!chip || dirty() || root.activeElement === null) return false;
    close(false);
    chip.focus({ preventScroll: true });
    return true;
  };
  rows.onEvent = (event) => {
    if (event.type !== 'keydown' || opened.onChips(event)) return;
    const key = event as KeyboardEvent;
    if (key.isTrusted && key.key === 'Escape' && !key.isComposing) {
      key.preventDefault();
      return close(true);
    }
    actOn(key, root, state.value);
  };
  const outside = (event: Event): void => {
    if (event.isTrusted && !event.composedPath().includes(element)) close(false);
  };
  addEventListener('pointerdown', outside, { capture: true, signal: ended });
  const unmark = effect(() => void element.toggleAttribute('data-draft', dirty()));
  const pulse = setInterval(checkAlive, ALIVE_EVERY_MS);
  const heard = (message: { tell?: string; ticket?: string }): void => {
    if (message.tell !== 'rows' || dirty() || state.value?.phase.value !== 'answered' || state.value.fresh.value) return;
    seat.ask({ ask: 'question', row: true, ticket, drawn: true }).then((next) => !ended.aborted && start(next), checkAlive);
  };
  api.runtime.onMessage.addListener(heard);
  ended.addEventListener('abort', () => {
    clearInterval(pulse);
    unmark();
    stopDressing();
    stopDrawing();
    state.value?.dispose();
    render(null, root);
    element.remove();
    row.chip()?.removeAttribute('data-open');
    rows.onEvent = opened.onChips;
    toChip = undefined;
    if (seat.alive()) api.runtime.onMessage.removeListener(heard);
  });
}

/** What the form can do, bound to one ticket whose row has to be on the page at the moment of saving. */
function verbsFor({ seat, row, drafts, bring, closing }: Opened, team: () => string): Verbs {
  const { ticket } = row;
  return {
    save: async (answer, remarks, request) => {
      if (closing.signal.aborted || !row.chip()) return { state: 'refused', why: 'wrong-ticket' };
      const title = row.title();
      await drafts.settled();
      const message = { ask: 'save', row: true, ticket, request, team: team(), title, answer, ...remarks } as const;
      const saved = await seat.ask(message).catch((gone: unknown) => {
        if (!seat.alive()) throw gone;
        return { state: 'refused', why: 'failed' } as const;
      });
      if (saved.state === 'saved') drafts.forget(ticket);
      return saved;
    },
    undo: (op, request) => seat.ask({ ask: 'undo', row: true, ticket, request, team: team(), op }),
    keepDraft: (draft) => drafts.keep(ticket, draft),
    bring,
  };
}
