// The chips of lists and boards: brought in by the background where there are rows and a framework asks.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/chip/chip.css?inline';
import { type ChipList, chipOf, keepChips, type Shown } from '../lib/page/chip-list.ts';
import { createDress } from '../lib/page/chip-dress.ts';
import { pickRow } from '../lib/page/chip-pick.ts';
import { hearPresses } from '../lib/page/chip-press.ts';
import { listsHere, rowsOf } from '../lib/page/chip-rows.ts';
import { createTip } from '../lib/page/chip-tip.ts';
import { createValues } from '../lib/page/chip-values.ts';
import { withBody } from '../lib/page/mount.ts';
import { api } from '../lib/page/runtime.ts';
import type { Rows, Seat } from '../lib/page/seat.ts';

export default defineUnlistedScript(() => {
  const seat = globalThis.azimuth;
  if (!seat || seat.rows) return;
  const rows: Rows = {
    owns: (node) => node instanceof Element && /^azimuth-(chip|editor)$/.test(node.localName),
    count: () => {
      const lists = listsHere(document);
      return { chips: document.querySelectorAll('azimuth-chip').length, of: lists ? rowsOf(document, lists).length : 0 };
    },
  };
  seat.rows = rows;
  const life = new AbortController();
  withBody(document, life.signal, () => begin(seat, rows, life));
});

function begin(seat: Seat, rows: Rows, life: AbortController): void {
  const { signal } = life;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const values = createValues(seat.ask, () => list.look());
  const dress = createDress(document, () => list.shown, signal);
  const tip = createTip(document, sheet, dress.face, signal);
  const list: ChipList = keepChips({
    ...{ document, sheet, values, signal, stirred: seat.stirred },
    alive: () => {
      if (!seat.alive()) life.abort();
      return !signal.aborted;
    },
    made: (chip) => {
      dress.chip(chip);
      hearPresses(chip, open);
      tip.over(chip);
    },
  });

  async function open(chip: Shown): Promise<void> {
    tip.hide();
    const { ticket } = chip;
    if (!rows.open) await seat?.ask({ ask: 'editor' }).catch(() => {});
    rows.open?.({
      ticket,
      title: () => titleOf(chipOf(list, ticket, chip)),
      chip: () => chipOf(list, ticket, chip)?.element,
    });
  }

  api.runtime.onMessage.addListener((message: { tell?: string; ticket?: string }) => {
    // What was turned off, or on again, is told by looking.
    if (message.tell === 'rows' || message.tell === 'look') values.forget(message.ticket);
    // Where a panel is drawn, the key is the panel's.
    if (message.tell !== 'focus' || document.querySelector('azimuth-panel')) return;
    const lists = listsHere(document);
    const chip = lists && pickRow(document, list.shown, lists);
    if (chip) void open(chip);
  });
}

const titleOf = (chip: Shown | undefined): string => ((chip?.kind.title?.(chip.row) ?? chip?.link)?.textContent ?? '').trim();
