// The chips of a page. They follow the rows' links: whatever the host does with its nodes, a chip says what its row's
// link names, in the same frame, or nothing.
import type { ChipValue } from '../ask.ts';
import { ticketKey } from '../model/ticket.ts';
import type { Lists } from '../trackers/tracker.ts';
import { type Chip, makeChip } from './chip-draw.ts';
import { placeAll } from './chip-fit.ts';
import { concernsRows, hasStrays, onScreen, readRows, type Row, ticketOf } from './chip-rows.ts';
import type { Values } from './chip-values.ts';
import { settling } from './settle.ts';
import { inSlices } from './slices.ts';

/** A chip in its row. */
export interface Shown extends Row, Chip {
  ticket: string;
  /** The link's text when the ticket was read from it: compared before anything is trusted. */
  href: string;
  value: ChipValue | undefined;
  /** No place was found for it. */
  homeless: boolean;
}

export interface ChipList {
  readonly shown: ReadonlySet<Shown>;
  /** To be told that more is known of tickets, or should be asked for again. */
  fill(): void;
}

const MINUTE_MS = 60_000;
/** A host that throws chips out gets them back this often in a minute: one that draws its rows anew twice a second does no harm. */
const MOST_RETURNS = 240;
const RESIZED_MS = 150;
/** Chips that are made and placed in one frame. */
const A_FRAME = 25;
const FRAME_MS = 16;

interface Needs {
  readonly document: Document;
  readonly sheet: CSSStyleSheet;
  readonly lists: Lists;
  readonly values: Pick<Values, 'of' | 'want'>;
  /** Where the page changed before this was there to see it. */
  readonly stirred: readonly Node[];
  /** False once the extension was reloaded, or `signal` aborted: then every chip goes. */
  alive(): boolean;
  /** Rows may have lost their marks: brings in what finds them by their shape. */
  more(): Promise<unknown>;
  /** A chip was made: it is to look like the page, and to hear of presses. */
  made(chip: Shown): void;
  readonly signal: AbortSignal;
}

export function keepChips({ document, sheet, lists, values, stirred, alive, more, made, signal }: Needs): ChipList {
  const shown = new Set<Shown>();
  const byLink = new WeakMap<Element, Shown>();
  let known: readonly Row[] = [];
  let queue: readonly Row[] = [];
  let evicted: number[] = [];
  let pending = false;
  let reading = false;
  let asked = false;
  let rested: ReturnType<typeof setTimeout> | undefined;
  let settled: ReturnType<typeof settling> | undefined;

  /** Makes every chip say what its row's link names now, or go. Before the host's change is painted. */
  function correct(): void {
    for (const chip of shown) {
      const { link, row, element } = chip;
      const there = link.isConnected && row.contains(link);
      // A row without room for its chip has none, and is no row that threw it out.
      const kept = chip.homeless || row.contains(element);
      if (there && kept && link.getAttribute('href') === chip.href) continue;
      if (there && !kept) evicted.push(performance.now());
      const ticket = there && kept ? ticketOf(link) : undefined;
      const value = ticket === undefined ? null : values.of(ticket);
      if (ticket === undefined || value === null) drop(chip);
      else say(chip, ticket, value);
    }
  }

  function say(chip: Shown, ticket: string, value: ChipValue | undefined): void {
    if (chip.ticket === ticket && chip.value === value && chip.href === chip.link.getAttribute('href')) return;
    chip.href = chip.link.getAttribute('href') ?? '';
    chip.ticket = ticket;
    chip.value = value;
    chip.show(ticket, value);
  }

  function drop(chip: Shown): void {
    shown.delete(chip);
    if (byLink.get(chip.link) === chip) byLink.delete(chip.link);
    chip.element.remove();
  }

  function look(): void {
    if (signal.aborted || pending) return;
    pending = true;
    if (!reading) soon();
  }

  function soon(): void {
    const once = (): void => {
      if (!pending || reading) return;
      pending = false;
      sweep();
    };
    requestAnimationFrame(once);
    // Frames do not run in a hidden tab.
    setTimeout(once, 200);
  }

  /** Whether nobody is behind these chips any more; then they go. */
  function gone(): boolean {
    if (alive()) return false;
    [...shown].forEach(drop);
    return true;
  }

  function sweep(): void {
    if (gone() || !ready()) return;
    correct();
    const own = new Set<Element>([...shown].map(({ element }) => element));
    for (const stranger of document.querySelectorAll('azimuth-chip')) if (!own.has(stranger)) stranger.remove();
    reading = true;
    // What is shown meanwhile `correct` keeps right.
    inSlices(readRows(document, lists), read, signal);
  }

  function read(rows: readonly Row[]): void {
    reading = false;
    known = rows;
    // Once: what was brought in is asked at each look.
    asked ||= hasStrays(document, lists, rows) && !!more().then(look);
    const wanted = new Set(rows.map(({ link }) => link as Element));
    for (const chip of shown) if (!wanted.has(chip.link)) drop(chip);
    fill();
    // What changed meanwhile is looked at in its turn.
    if (pending) soon();
  }

  /** Gives the rows of the page what is known of them by now: those on screen first, where they are many. */
  function fill(): void {
    if (gone()) return;
    values.want(known.map(({ ticket }) => ticket));
    queue = known.filter(({ ticket }) => values.of(ticket) !== undefined);
    if (queue.length > shown.size + A_FRAME) {
      const seen = new Set(queue.filter(onScreen));
      queue = [...seen, ...queue.filter((row) => !seen.has(row))];
    }
    draw();
  }

  /** Makes what has to be made, a few rows in a frame. */
  function draw(): void {
    const moved: Shown[] = [];
    let next = 0;
    for (; next < queue.length && moved.length < A_FRAME; next++) {
      const row = queue[next];
      // What was read may be gone by now, and what has come instead is read in its turn.
      const stands = row?.link.isConnected && row.row.contains(row.link) && row.ticket === ticketOf(row.link);
      const chip = stands ? renew(row) : undefined;
      if (chip) moved.push(chip);
    }
    queue = queue.slice(next);
    settle(moved);
    if (queue.length === 0) return;
    const rest = queue;
    // Not by frames: they hardly run in a tab that is not in front, and a long list would stay without the rest.
    setTimeout(() => rest === queue && !signal.aborted && draw(), FRAME_MS);
  }

  function settle(chips: readonly Shown[]): void {
    placeAll(chips.map((chip) => ({ ...chip, places: placesOf(chip) })));
    for (const chip of chips) chip.homeless = !chip.element.isConnected;
  }

  /** The chip of a row, where it has to be put anew: it was not there, or has another width than before. */
  function renew(row: Row): Shown | undefined {
    const value = values.of(row.ticket);
    const chip = byLink.get(row.link);
    if (chip && value === null) drop(chip);
    if (chip && value) {
      const same = JSON.stringify(chip.value) === JSON.stringify(value);
      say(chip, row.ticket, value);
      return same ? undefined : chip;
    }
    if (!value || chip || exhausted()) return undefined;
    return make(row, value);
  }

  function make(row: Row, value: ChipValue): Shown {
    const mark = Boolean(placesOf(row)[0]?.parent.closest('a[href], button'));
    const chip: Shown = { ...row, ...makeChip(sheet, mark), href: row.link.getAttribute('href') ?? '', value, homeless: false };
    chip.show(row.ticket, value);
    shown.add(chip);
    byLink.set(row.link, chip);
    made(chip);
    return chip;
  }

  function exhausted(): boolean {
    const now = performance.now();
    evicted = evicted.filter((at) => now - at < MINUTE_MS);
    if (evicted.length <= MOST_RETURNS * known.length) return false;
    clearTimeout(rested);
    rested = setTimeout(look, MINUTE_MS);
    return true;
  }

  function ready(): boolean {
    if (!settled) {
      settled = settling(lists, document, look, signal);
      settled.changed(stirred);
    }
    return settled.ready();
  }

  const ours = (node: Node): boolean => node instanceof Element && node.localName.startsWith('azimuth-');
  const observer = new MutationObserver((records) => {
    const theirs = records.filter(
      ({ type, addedNodes, removedNodes }) => type !== 'childList' || ![...addedNodes, ...removedNodes].every(ours),
    );
    settled?.changed(theirs.map(({ target }) => target));
    const thrown = records.some(({ removedNodes }) => removedNodes.length > 0) && [...shown].some(isOut);
    const concerned = ({ type, addedNodes, removedNodes }: MutationRecord): boolean =>
      type !== 'childList' || concernsRows(addedNodes) || concernsRows(removedNodes);
    if (!thrown && !theirs.some(concerned)) return;
    correct();
    look();
  });
  // Another width is other room. All of them are taken out and put in again, once the resizing is over.
  let resized: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'resize',
    () => {
      clearTimeout(resized);
      resized = setTimeout(() => !signal.aborted && settle([...shown]), RESIZED_MS);
    },
    { signal },
  );
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href', 'data-list-key'] });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    [...shown].forEach(drop);
  });
  look();
  return { shown, fill };
}

const placesOf = ({ kind, row, link }: Row) => kind.places(row, link).filter((place) => place !== undefined);

const isOut = ({ element, homeless }: Shown): boolean => !homeless && !element.isConnected;

/** The chip of a ticket that is shown now, the given one first. */
export const chipOf = (list: ChipList, ticket: string, but?: Shown): Shown | undefined =>
  but && list.shown.has(but) && ticketKey(but.ticket) === ticketKey(ticket)
    ? but
    : [...list.shown].find((chip) => ticketKey(chip.ticket) === ticketKey(ticket));
