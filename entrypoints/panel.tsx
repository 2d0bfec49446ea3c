// The panel on a ticket page: brought in by the background, it takes the seat the tracker script keeps for it.
import { batch, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PanelActions } from '../components/panel/actions.ts';
import { drawPanel, type Look } from '../components/panel/panel.tsx';
import css from '../components/panel/panel.css?inline';
import tokens from '../components/panel/tokens.css?inline';
import { OUTLIVING } from '../components/panel/trouble.tsx';
import type { Question, Reply, Standing } from '../lib/ask.ts';
import type { Dock } from '../lib/page/dock.ts';
import { createDrafts, type Drafts } from '../lib/page/drafts.ts';
import { actionsOn, actOn, focusPanel, keepFocus } from '../lib/page/focus.ts';
import { visitOf } from '../lib/page/health.ts';
import { bringMeaning } from '../lib/page/meaning.ts';
import { dress, makeElement, withBody } from '../lib/page/mount.ts';
import { keepPlaced, type Placed } from '../lib/page/place.ts';
import { api } from '../lib/page/runtime.ts';
import type { Seat, Stay } from '../lib/page/seat.ts';
import { readable, themeAt, watchTheme } from '../lib/page/theme.ts';
import { remember } from '../lib/say.ts';
import type { MeaningOf } from '../lib/state/meaning.ts';
import { createPanelState, type PanelState } from '../lib/state/panel.ts';

const PROBES = '.lead, .row .name, .row .values, .head h2, .btn.main, .link, .what, .why, .line';
const ALIVE_EVERY_MS = 1000;

export default defineUnlistedScript(() => {
  const seat = globalThis.azimuth;
  if (!seat || seat.onStay) return;
  remember(...OUTLIVING);

  const { element, root } = makeElement(document, tokens + css + (seat.tracker?.css ?? ''));
  seat.element = element;
  const drafts = createDrafts(async (ticket, draft) => {
    const reply = await seat.ask({ ask: 'draft', ticket, ...(draft === undefined ? {} : { draft }) });
    return reply.state === 'done';
  });

  const arithmetic = signal<MeaningOf | undefined>(undefined);
  const bring = bringMeaning(seat, (meaning) => {
    if (seat.meaningCss) dress(root, seat.meaningCss);
    arithmetic.value = meaning;
  });

  seat.onStay = (stay) => {
    if (stay && stay.reply.state !== 'never' && stay.reply.state !== 'off')
      withBody(document, stay.signal, () => live(seat, stay, { element, root, drafts, arithmetic, bring }));
  };
  if (seat.stay) seat.onStay(seat.stay);
});

/** What lasts from one ticket to the next. */
interface Lasting {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly drafts: Drafts;
  readonly arithmetic: ReadonlySignal<MeaningOf | undefined>;
  /** Brings the arithmetic in; false where it could not come. @throws when the extension is gone */
  bring(): Promise<boolean>;
}

function live(seat: Seat, stay: Stay, { element, root, drafts, arithmetic, bring }: Lasting): void {
  const { ticket, signal: ended } = stay;
  const pages = seat.tracker?.pages;
  // Brought in with this one, before it.
  if (!pages) return;
  let standing: Standing = stay.reply.standing ?? { dock: false };
  const reply = signal<Reply>(stay.reply);
  const state = signal<PanelState | undefined>(undefined);
  const look = signal<Look>({ tracker: pages.id, place: 'column', chosen: false, theme: 'light', own: false });
  const menu = signal(false);
  const folded = signal(false);
  const fold = (): void => void (folded.value = true);
  element.dataset['ticket'] = ticket;

  function start(next: Reply): void {
    if (next.state === 'off') return stay.close();
    state.value?.dispose();
    const kept = drafts.of(ticket);
    const { draft, ...rest } = next.state === 'ask' ? next : { draft: undefined };
    const newest = kept === undefined ? draft : (kept ?? undefined);
    batch(() => {
      reply.value = next;
      state.value =
        next.state === 'ask'
          ? createPanelState({ ...(rest as Question), ...(newest === undefined ? {} : { draft: newest }) }, verbs, arithmetic)
          : undefined;
    });
  }

  const verbs = {
    save: async (answer: Parameters<Parameters<typeof createPanelState>[1]['save']>[0], remarks: object, request: string) => {
      // Address and pane are read again now, whatever was heard of them last.
      seat.look();
      const scope = pages.scope(document, ticket);
      const shows = pages.shows(scope, ticket);
      // The address and the page must not contradict each other at the moment of saving.
      if (ended.aborted || (shows !== undefined && shows.toLowerCase() !== ticket.toLowerCase()))
        return { state: 'refused', why: 'wrong-ticket' } as const;
      const team = reply.value.state === 'ask' ? reply.value.team : '';
      await drafts.settled();
      const title = pages.title(scope, document);
      const saved = await seat.ask({ ask: 'save', ticket, request, team, title, answer, ...remarks }).catch((gone: unknown) => {
        if (!seat.alive()) throw gone;
        return { state: 'refused', why: 'failed' } as const;
      });
      // The answer is stored, and the background dropped the draft with it.
      if (saved.state === 'saved') drafts.forget(ticket);
      return saved;
    },
    undo: (op: string, request: string) =>
      seat.ask({ ask: 'undo', ticket, request, team: reply.value.state === 'ask' ? reply.value.team : '', op }),
    keepDraft: (draft: string | undefined) => drafts.keep(ticket, draft),
    bring,
  };

  const actions: PanelActions = {
    ...actionsOn(root, () => state.value),
    claim: () =>
      void ask(() =>
        seat.ask({
          ask: 'claim',
          ticket,
          request: crypto.randomUUID(),
          framework: reply.value.state === 'unclaimed' ? reply.value.framework.id : '',
        }),
      ),
    never: () => void seat.ask({ ask: 'never', ticket }).then(() => stay.close(), checkAlive),
    stand: (dock) => {
      take({ ...standing, dock });
      seat.ask({ ask: 'stand', ticket, dock }).catch(checkAlive);
    },
    open: (page) => void seat.ask({ ask: 'open', page }).catch(checkAlive),
    copy: (text) => void navigator.clipboard.writeText(text),
    reload: () => location.reload(),
  };

  async function ask(send: () => Promise<Reply>): Promise<void> {
    await send().then(start, checkAlive);
    focusPanel(root);
  }

  /** Stands as the user wants it from now on. */
  function take(next: Standing): void {
    const moves = next.dock !== standing.dock;
    standing = next;
    if (next.at && seat.dock) void atEdge();
    if (moves) lookAgain();
  }

  const bringDock = async (): Promise<Dock | undefined> => {
    if (!seat.dock) await seat.ask({ ask: 'dock' }).catch(checkAlive);
    return ended.aborted ? undefined : seat.dock;
  };

  /** At the edge the panel can be moved, and says what it found of the page. */
  const atEdge = (): Promise<void> =>
    bringDock().then((dock) => {
      if (dock && now?.place === 'dock')
        dock.take({ ...{ seat, stay, pages, element, root, placed: now, standing, actions }, lookAgain, tellHealth, fold });
    });

  let now: Placed | undefined;
  let placing: ReturnType<typeof keepPlaced> | undefined;
  const lookAgain = (): void => placing?.anew();
  let told: string | undefined;

  /** Once for each place. A background that cannot keep it is no reason to disturb anybody. */
  function tellHealth(placed: Placed): void {
    if (ended.aborted || !pages || told === placed.rung) return;
    told = placed.rung;
    seat.ask({ ask: 'health', ticket, visit: visitOf(seat, stay, pages, placed) }).catch(() => {});
  }
  const dirty = (): boolean => state.value?.dirty.value ?? false;

  /** After an update this copy can store nothing: what was typed stays to be seen, an idle panel makes way. */
  function checkAlive(): void {
    if (seat.alive()) return;
    if (state.value && (dirty() || state.value.phase.value === 'saving')) state.value.phase.value = 'outdated';
    else stay.close();
  }

  function measure(): void {
    if (!element.isConnected) return;
    const ground = element.parentElement ?? document.body;
    look.value = { ...look.value, theme: themeAt(look.value.place === 'dock' ? document.body : ground), own: false };
    // Measured once the host's colours are in force; ours take over where they cannot be read.
    requestAnimationFrame(() => {
      const surface = root.firstElementChild;
      if (surface && !readable(surface, root.querySelectorAll(PROBES))) look.value = { ...look.value, own: true };
    });
  }

  start(stay.reply);
  const stopDrawing = drawPanel({ ticket, reply, state, look, menu, folded, actions }, root);
  // Whoever reaches for the form will need it: brought in before the first key.
  const reached = (): void => {
    if (state.value?.phase.value === 'asking') bring().catch(checkAlive);
  };
  for (const type of ['pointerover', 'focusin']) root.addEventListener(type, reached, { signal: ended });
  const focus = keepFocus(element, root, ended);
  seat.onEvent = (event) => {
    focus.noticed(event);
    if (event.type === 'focusout') placing?.left();
    if (event.type === 'keydown' && !seat.dock?.key(event as KeyboardEvent)) actOn(event as KeyboardEvent, root, state.value);
  };
  placing = keepPlaced({
    element,
    pages,
    ticket,
    signal: ended,
    document,
    focused: focus.inside,
    stirred: seat.stirred,
    more: () => bringDock().then((dock) => dock?.places(pages.id) ?? []),
    docked: () => standing.dock,
    wanted: () => seat.alive() || dirty(),
    onPlaced: (placed) => {
      now = placed;
      look.value = { ...look.value, place: placed.place, chosen: placed.rung === 'chosen' };
      measure();
      focus.restore();
      if (placed.place === 'dock') void atEdge();
      else tellHealth(placed);
    },
  });
  watchTheme(document, measure, ended);

  // A newer copy of this script leaves a panel with a draft in it alone.
  const unmark = effect(() => void element.toggleAttribute('data-draft', dirty()));
  const pulse = setInterval(checkAlive, ALIVE_EVERY_MS);
  const heard = (message: { tell?: string; ticket?: string }): void => {
    if (message.tell === 'focus') {
      folded.value = false;
      setTimeout(focusPanel, 0, root);
    }
    if (message.tell !== 'changed' && message.tell !== 'look') return;
    seat.ask({ ask: 'question', ticket, drawn: true }).then((next) => {
      if (ended.aborted) return;
      if (next.standing) take(next.standing);
      // Answered elsewhere, or turned off: shown here too, unless something is being typed here that would be lost from sight.
      if (next.state === 'off' || (message.tell === 'changed' && !dirty() && state.value?.phase.value !== 'saving')) start(next);
    }, checkAlive);
  };
  api.runtime.onMessage.addListener(heard);
  ended.addEventListener('abort', () => {
    clearInterval(pulse);
    unmark();
    stopDrawing();
    state.value?.dispose();
    render(null, root);
    seat.onEvent = undefined;
    if (seat.alive()) api.runtime.onMessage.removeListener(heard);
  });
}
