// The chips of lists and boards: brought in by the background where there are rows and a framework asks.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/chip/chip.css?inline';
import { createDress } from '../lib/page/chip-dress.ts';
import { type ChipList, chipOf, keepChips, type Shown } from '../lib/page/chip-list.ts';
import { hearPresses } from '../lib/page/chip-press.ts';
import { rowsOf } from '../lib/page/chip-rows.ts';
import { createValues } from '../lib/page/chip-values.ts';
import { api } from '../lib/page/runtime.ts';
import type { Rows, Seat } from '../lib/page/seat.ts';

/** So long somebody rests on a chip before it is read out. */
const REST_MS = 300;
type Lists = NonNullable<Seat['lists']>;

export default defineUnlistedScript(() => {
  const seat = globalThis.azimuth;
  const lists = seat?.lists;
  // The lists of the tracker are brought in with this one, before it; and where there are rows there is a body.
  if (!seat || !lists || seat.rows || !document.body) return;
  const rows: Rows = {
    owns: (node) => node instanceof Element && /^azimuth-(chip|editor)$/.test(node.localName),
    count: () => ({ chips: document.querySelectorAll('azimuth-chip').length, of: rowsOf(document, lists).length }),
  };
  seat.rows = rows;
  begin(seat, rows, lists, new AbortController());
});

function begin(seat: Seat, rows: Rows, lists: Lists, life: AbortController): void {
  const { signal } = life;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css + lists.css);
  const values = createValues(seat.ask, () => list.fill());
  const dress = createDress(document, lists.id, () => list.shown, signal);
  let resting: ReturnType<typeof setTimeout> | undefined;
  const list: ChipList = keepChips({
    ...{ document, sheet, lists, values, signal, stirred: seat.stirred },
    alive: () => {
      if (!seat.alive()) life.abort();
      return !signal.aborted;
    },
    made: (chip) => {
      dress.chip(chip);
      hearPresses(chip, open, rest);
    },
  });
  rows.chips = { shown: list.shown, sheet, face: dress.face, signal };

  /** The editor, and what goes with it: the tip, and which row the extension's own key means. */
  const bring = async (): Promise<unknown> => rows.open ?? seat.ask({ ask: 'editor' }).catch(() => {});

  async function open(chip: Shown): Promise<void> {
    rest();
    const { ticket } = chip;
    await bring();
    rows.open?.({
      ticket,
      title: () => titleOf(chipOf(list, ticket, chip)),
      chip: () => chipOf(list, ticket, chip)?.element,
    });
  }

  function rest(chip?: Shown): void {
    clearTimeout(resting);
    rows.tip?.(undefined);
    if (!chip) return void (resting = undefined);
    const mine = (resting = setTimeout(async () => {
      await bring();
      // Nobody has left meanwhile.
      if (resting === mine) rows.tip?.(chip);
    }, REST_MS));
  }

  api.runtime.onMessage.addListener((message: { tell?: string; ticket?: string }) => {
    // What was turned off, or on again, is told by looking.
    if (message.tell === 'rows' || message.tell === 'look') values.forget(message.ticket);
    // Where a panel is drawn, the key is the panel's.
    if (message.tell !== 'focus' || list.shown.size === 0 || document.querySelector('azimuth-panel')) return;
    void bring().then(() => {
      const chip = rows.pick?.();
      if (chip) void open(chip);
    });
  });
}

const titleOf = (chip: Shown | undefined): string => ((chip?.kind.title?.(chip.row) ?? chip?.link)?.textContent ?? '').trim();
