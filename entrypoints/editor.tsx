// The editor of a row: the panel's question beside a chip, brought in when somebody opens the first.
import { effect, signal } from '@preact/signals-core';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PanelActions } from '../components/panel/actions.ts';
import { drawPanel } from '../components/panel/panel.tsx';
import tipCss from '../components/chip/tip.css?inline';
import ownCss from '../components/panel/editor.css?inline';
import css from '../components/panel/panel.css?inline';
import tokens from '../components/panel/tokens.css?inline';
import { OUTLIVING } from '../components/panel/trouble.tsx';
import type { Reply } from '../lib/ask.ts';
import { createAsked, createLasting, type Lasting } from '../lib/page/asked.ts';
import { pickRow } from '../lib/page/chip-pick.ts';
import { roam } from '../lib/page/chip-roam.ts';
import { createTip } from '../lib/page/chip-tip.ts';
import { actOn, focusPanel } from '../lib/page/focus.ts';
import { dress, makeElement } from '../lib/page/mount.ts';
import { keepBeside } from '../lib/page/popover.ts';
import type { Edited, Rows, Seat } from '../lib/page/seat.ts';
import { remember } from '../lib/say.ts';

const OF_ROW = { row: true } as const;

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
  const lasting = createLasting(seat, OF_ROW);

  let open: AbortController | undefined;
  rows.open = (row) => {
    open?.abort();
    open = new AbortController();
    const held = document.activeElement;
    if (held instanceof HTMLElement && !rows.owns(held)) before = held === document.body ? undefined : held;
    const closing = open;
    lasting.bring().catch(() => {});
    seat.ask({ ask: 'question', ...OF_ROW, ticket: row.ticket, drawn: true }).then(
      // No framework asks here any more: the chip is about to go.
      (reply) =>
        !closing.signal.aborted && /^(ask|refused)$/.test(reply.state) && show({ seat, rows, row, lasting, closing, onChips }, reply),
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
  readonly lasting: Lasting;
  readonly closing: AbortController;
  /** What chips make of an event; true where it was for them. */
  onChips(event: Event): boolean;
}

function show({ seat, rows, row, lasting, closing, onChips }: Opened, first: Reply): void {
  const { ticket } = row;
  const { signal: ended } = closing;
  const before = document.activeElement;
  const mounted = makeElement(document, tokens + css + ownCss + (seat.tracker?.css ?? ''), 'azimuth-editor');
  const { element, root } = mounted;
  const face = (): HTMLElement | null | undefined => row.chip()?.shadowRoot?.querySelector('button');
  // Before anything of it is drawn, whenever it comes.
  const stopDressing = effect(() => void (lasting.arithmetic.value && dress(root, seat.meaningCss ?? '')));
  const tracker = ticket.slice(0, ticket.indexOf(':'));
  const asked = createAsked({
    ...{ ...mounted, ...lasting, seat, ticket, of: OF_ROW, first, tracker, place: 'popover', ended },
    // The row has to be on the page at the moment of saving.
    seen: () => (row.chip() ? row.title() : undefined),
    ground: row.chip,
    leave: () => close(false),
  });
  const { reply, state, look } = asked;

  function close(returning: boolean): void {
    const held = root.activeElement !== null;
    closing.abort();
    const to = before?.localName === 'azimuth-chip' ? face() : before;
    if (returning && held && to instanceof HTMLElement && to.isConnected) to.focus({ preventScroll: true });
  }

  const nothing = (): void => {};
  const actions: PanelActions = { ...asked.actions, claim: nothing, never: nothing, stand: nothing, close: () => close(true) };
  element.dataset['place'] = 'popover';
  const stopDrawing = drawPanel({ ticket, reply, state, look, menu: signal(false), folded: signal(false), actions }, root);
  for (const stranger of document.querySelectorAll('azimuth-editor')) if (!stranger.hasAttribute('data-draft')) stranger.remove();
  // What is outside an open modal dialog of the host can be neither seen nor reached.
  (row.chip()?.closest('dialog') ?? document.body).append(element);
  row.chip()?.toggleAttribute('data-open', true);
  keepBeside(element, row.chip, ended);
  asked.measure();
  focusPanel(root);

  toChip = () => {
    const chip = face();
    if (!chip || asked.dirty() || root.activeElement === null) return false;
    close(false);
    chip.focus({ preventScroll: true });
    return true;
  };
  rows.onEvent = (event) => {
    if (event.type !== 'keydown' || onChips(event)) return;
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
  asked.hear(({ tell }) => {
    if (tell === 'rows' && !asked.dirty() && state.value?.phase.value === 'answered' && !state.value.fresh.value) asked.again(asked.start);
  });
  ended.addEventListener('abort', () => {
    stopDressing();
    stopDrawing();
    element.remove();
    row.chip()?.removeAttribute('data-open');
    rows.onEvent = onChips;
    toChip = undefined;
  });
}
