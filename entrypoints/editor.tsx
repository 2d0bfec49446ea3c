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
  rows.pick = () => pickRow(document, chips.shown, selected);
  remember(...OUTLIVING);
  const lasting = createLasting(seat, OF_ROW);

  let open: AbortController | undefined;
  rows.open = (row) => {
    open?.abort();
    open = new AbortController();
    const closing = open;
    lasting.bring().catch(() => {});
    seat.ask({ ask: 'question', ...OF_ROW, ticket: row.ticket, drawn: true }).then(
      // No framework asks here any more: the chip is about to go.
      (reply) => !closing.signal.aborted && /^(ask|refused)$/.test(reply.state) && show({ seat, rows, row, lasting, closing }, reply),
      () => {},
    );
  };
});

interface Opened {
  readonly seat: Seat;
  readonly rows: Rows;
  readonly row: Edited;
  readonly lasting: Lasting;
  readonly closing: AbortController;
}

function show({ seat, rows, row, lasting, closing }: Opened, first: Reply): void {
  const { ticket } = row;
  const { signal: ended } = closing;
  const before = document.activeElement;
  const mounted = makeElement(document, tokens + css + ownCss + (seat.tracker?.css ?? ''), 'azimuth-editor');
  const { element, root } = mounted;
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
    if (returning && held && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
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

  rows.onEvent = (event) => {
    if (event.type !== 'keydown') return;
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
    rows.onEvent = undefined;
  });
}
