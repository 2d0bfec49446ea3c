// A sweep of a tracker's list: brought in when somebody calls for it. A bar at the foot of the page, an outline around the row.
import { effect, signal } from '@preact/signals-core';
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import tokens from '../components/panel/tokens.css?inline';
import { OUTLIVING } from '../components/panel/trouble.tsx';
import css from '../components/sweep/sweep.css?inline';
import { drawSweep, type SweepLook } from '../components/sweep/sweep.tsx';
import type { ChipValue } from '../lib/ask.ts';
import { listAddress } from '../lib/model/list-address.ts';
import { ticketKey } from '../lib/model/ticket.ts';
import type { Row } from '../lib/page/chip-rows.ts';
import { createLasting } from '../lib/page/asked.ts';
import { makeElement } from '../lib/page/mount.ts';
import type { Seat } from '../lib/page/seat.ts';
import { guardElement } from '../lib/page/sweep-guard.ts';
import { keepOutline } from '../lib/page/sweep-outline.ts';
import { nextPage, sweepRows, titleOfRow } from '../lib/page/sweep-rows.ts';
import { readable, themeAt, watchTheme } from '../lib/page/theme.ts';
import { direction, remember } from '../lib/say.ts';
import { createSweep } from '../lib/state/sweep.ts';
import { type SweepCommand, sweepCommand } from '../lib/state/sweep-keys.ts';
import { FACT_MARKS } from '../lib/trackers/fact-marks.ts';
import { readFacts } from '../lib/trackers/read-facts.ts';

const PROBES = '.top b, .top .muted, .title, .option .name, .option .value, .quietly, .says';
const LOOK_AFTER_MS = 80;
const ALIVE_EVERY_MS = 1000;
const MOST_AT_ONCE = 200;

export default defineUnlistedScript(() => {
  const seat = globalThis.azimuth;
  if (!seat?.lists || !document.body) return;
  if (seat.sweep) return seat.sweep.focus();
  remember(...OUTLIVING);
  begin(seat, seat.lists, new AbortController());
});

function begin(seat: Seat, lists: NonNullable<Seat['lists']>, life: AbortController): void {
  const { signal: ended } = life;
  const list = listAddress(location.href);
  const before = document.activeElement;
  const { element, root } = makeElement(document, tokens + css + (seat.tracker?.css ?? ''), 'azimuth-sweep');
  const outline = document.createElement('div');
  const surface = document.createElement('div');
  outline.className = 'outline';
  outline.hidden = true;
  root.append(outline, surface);
  const bar = (): HTMLElement | null => root.querySelector<HTMLElement>('.bar');

  const free = (): { top: number; bottom: number } => {
    const box = bar()?.getBoundingClientRect();
    return element.dataset['at'] === 'top' ? { top: box?.bottom ?? 0, bottom: innerHeight } : { top: 0, bottom: box?.top ?? innerHeight };
  };
  const rows = sweepRows(lists, free, ended);

  const { drafts, arithmetic, bring } = createLasting(seat, { row: true });

  /** What is known of a ticket's answer; `null` where no framework asks about it. */
  const values = new Map<string, ChipValue | null>();
  /** Tells the sweep which tickets the page shows now. */
  async function look(): Promise<void> {
    const found = rows.shown();
    const fresh = found.filter(({ ticket }) => !values.has(ticketKey(ticket)));
    for (let i = 0; i < fresh.length; i += MOST_AT_ONCE) {
      const tickets = fresh.slice(i, i + MOST_AT_ONCE).map(({ ticket }) => ticket);
      const reply = await seat.ask({ ask: 'chips', tickets, asked: true });
      if (reply.state !== 'chips') return;
      tickets.forEach((ticket, at) => values.set(ticketKey(ticket), reply.values[at] ?? null));
    }
    if (ended.aborted) return;
    tell(fresh.filter(({ ticket }) => values.get(ticketKey(ticket))));
    sweep.see(
      found.flatMap((row) => {
        const value = values.get(ticketKey(row.ticket));
        return value ? [{ ticket: row.ticket, title: titleOfRow(row), answered: value.kind !== 'open' }] : [];
      }),
    );
  }

  /** What the rows say of their tickets besides. */
  function tell(found: readonly Row[]): void {
    const table = FACT_MARKS[lists.id];
    const facts = found.map((row) =>
      readFacts(row.row, { ticket: row.ticket, title: titleOfRow(row), marks: table.row, table, ticketAt: seat.ticketAt }),
    );
    for (let i = 0; i < facts.length; i += MOST_AT_ONCE)
      seat.ask({ ask: 'seen', row: true, facts: facts.slice(i, i + MOST_AT_ONCE) }).catch(() => {});
  }

  function gone(error: unknown): void {
    if (!seat.alive()) life.abort();
    else console.error('Azimuth could not go on with this sweep.', error);
  }

  const sweep = createSweep(
    {
      question: (ticket) => seat.ask({ ask: 'question', row: true, ticket, drawn: true }),
      save: async ({ ticket, title, team, answer, remarks, request }) => {
        // The row has to be on the page, and to name this ticket, at the moment of saving.
        if (ended.aborted || !rows.find(ticket)) return { state: 'refused', why: 'wrong-ticket' };
        await drafts.settled();
        const saved = await seat.ask({ ask: 'save', row: true, ticket, request, team, title, answer, ...remarks });
        if (saved.state === 'saved') drafts.forget(ticket);
        return saved;
      },
      undo: ({ ticket, team, op, request }) => seat.ask({ ask: 'undo', row: true, ticket, request, team, op }),
      keepDraft: (ticket, draft) => drafts.keep(ticket, draft),
      draftOf: (ticket) => drafts.of(ticket),
      bring,
      reveal: (ticket) => rows.reveal(ticket),
      further: async () => {
        const known = values.size;
        await rows.further(() => {
          void look().catch(gone);
          return values.size > known;
        });
        await look();
      },
      pages: () => nextPage(document) !== undefined,
      onward: () => {
        const at = sweep.walk.value.at(-1)?.ticket ?? '';
        void seat.ask({ ask: 'sweepAt', row: true, ticket: at, onward: true }).then(() => nextPage(document)?.click(), gone);
      },
      open: (ticket) => {
        const link = rows.find(ticket)?.link;
        if (link) open(link.href, '_blank', 'noopener');
      },
      note: (ticket) => void seat.ask({ ask: 'sweepAt', row: true, ticket }).catch(() => {}),
      stopped: () => life.abort(),
      gone,
    },
    arithmetic,
  );

  const drawnAs = signal<SweepLook>({ tracker: lists.id, theme: themeAt(document.body), own: false });
  function measure(): void {
    drawnAs.value = { ...drawnAs.value, theme: themeAt(document.body), own: false };
    requestAnimationFrame(() => {
      const shown = bar();
      if (shown && !readable(shown, root.querySelectorAll(PROBES))) drawnAs.value = { ...drawnAs.value, own: true };
      if (shown) outline.style.setProperty('--line-now', getComputedStyle(shown).getPropertyValue('--acc'));
    });
  }

  const act = (command: SweepCommand): void => {
    void sweep.do(command).then(() => {
      if (!ended.aborted) queueMicrotask(focus);
    });
    queueMicrotask(focus);
  };
  /** Where the next key goes: the box for a range while one is typed, else the bar. */
  function focus(): void {
    const box = root.querySelector<HTMLInputElement>('#amount');
    if (!box) bar()?.focus({ preventScroll: true });
    // What stands there is typed over.
    else if (root.activeElement !== box) {
      box.focus({ preventScroll: true });
      box.select();
    }
  }

  document.body.append(element);
  const stopDrawing = drawSweep({ sweep, look: drawnAs, act }, surface);
  guardElement(
    seat,
    element,
    (event) => {
      const key = event as KeyboardEvent;
      // Only a person's keys: the page could raise events in our open root as well.
      if (event.type !== 'keydown' || !event.isTrusted) return;
      const { activeElement } = root;
      const where = activeElement?.id === 'amount' ? 'text' : activeElement instanceof HTMLButtonElement ? 'button' : 'walk';
      const command = sweepCommand(key, where);
      if (!command || (key.repeat && command.do !== 'step')) return;
      key.preventDefault();
      act(command.do === 'step' && direction() === 'rtl' ? { do: 'step', by: -command.by as -1 | 1 } : command);
    },
    ended,
  );
  keepOutline(
    outline,
    () => (sweep.phase.value === 'asking' && sweep.at.value ? rows.glimpse(sweep.at.value.ticket) : undefined),
    (box) => {
      // What the end of a page keeps under the bar is shown with the bar at the other end.
      const own = bar()?.getBoundingClientRect();
      if (!box || !own || box.bottom < 0 || box.top > innerHeight) return;
      const top = element.dataset['at'] === 'top';
      if (!top && box.bottom > own.top + 4 && box.top > own.height) element.dataset['at'] = 'top';
      else if (top && box.top < own.bottom - 4) delete element.dataset['at'];
    },
    ended,
  );

  let looking: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    if (records.every(({ target }) => target instanceof Element && target.localName.startsWith('azimuth-'))) return;
    looking ??= setTimeout(() => {
      looking = undefined;
      // Another list, or a ticket's own page: this sweep is over, and where it was is kept.
      if (listAddress(location.href) !== list) return life.abort();
      if (!element.isConnected) document.body.append(element);
      const over = sweep.phase.value === 'end';
      const walked = new Set(sweep.walk.value.map(({ ticket }) => ticket));
      look().then(() => {
        // A page more, or rows that came late: it goes on by itself.
        const fresh = sweep.walk.value.find(({ ticket }) => !walked.has(ticket));
        if (over && sweep.phase.value === 'end' && fresh) void sweep.start(fresh.ticket);
      }, gone);
    }, LOOK_AFTER_MS);
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
  watchTheme(document, measure, ended);
  const unmark = effect(() => void element.toggleAttribute('data-draft', sweep.panel.value?.dirty.value ?? false));
  const pulse = setInterval(() => seat.alive() || life.abort(), ALIVE_EVERY_MS);
  seat.sweep = { focus };
  ended.addEventListener('abort', () => {
    const held = root.activeElement !== null;
    clearInterval(pulse);
    clearTimeout(looking);
    observer.disconnect();
    unmark();
    stopDrawing();
    sweep.dispose();
    render(null, surface);
    element.remove();
    seat.sweep = undefined;
    if (held && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  });
  // Guarded by now: the next key is the sweep's.
  focus();
  measure();
  bring().catch(gone);
  void (async () => {
    const [left] = await Promise.all([seat.ask({ ask: 'sweepFrom' }), look()]);
    if (ended.aborted) return;
    await sweep.start(left.state === 'sweep' ? left.ticket : undefined);
    focus();
    measure();
  })().catch(gone);
}
