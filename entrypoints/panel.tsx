// The panel on a ticket page: brought in by the background, it takes the seat the tracker script keeps for it.
import { effect, signal } from '@preact/signals-core';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PanelActions } from '../components/panel/actions.ts';
import { drawPanel, type Look } from '../components/panel/panel.tsx';
import css from '../components/panel/panel.css?inline';
import tokens from '../components/panel/tokens.css?inline';
import { OUTLIVING } from '../components/panel/trouble.tsx';
import type { Reply, Standing } from '../lib/ask.ts';
import { createAsked, createLasting, type Lasting } from '../lib/page/asked.ts';
import type { Dock } from '../lib/page/dock.ts';
import { actOn, focusPanel, keepFocus } from '../lib/page/focus.ts';
import { visitOf } from '../lib/page/health.ts';
import { dress, makeElement, type Mounted, withBody } from '../lib/page/mount.ts';
import { keepPlaced, type Placed } from '../lib/page/place.ts';
import type { Seat, Stay } from '../lib/page/seat.ts';
import { remember } from '../lib/say.ts';

export default defineUnlistedScript(() => {
  const seat = globalThis.azimuth;
  if (!seat || seat.onStay) return;
  remember(...OUTLIVING);

  const mounted = makeElement(document, tokens + css + (seat.tracker?.css ?? ''));
  seat.element = mounted.element;
  const lasting = createLasting(seat, {});
  effect(() => void (lasting.arithmetic.value && dress(mounted.root, seat.meaningCss ?? '')));

  seat.onStay = (stay) => {
    if (stay && stay.reply.state !== 'never' && stay.reply.state !== 'off')
      withBody(document, stay.signal, () => live(seat, stay, mounted, lasting));
  };
  if (seat.stay) seat.onStay(seat.stay);
});

function live(seat: Seat, stay: Stay, mounted: Mounted, lasting: Lasting): void {
  const { ticket, signal: ended } = stay;
  const { element, root } = mounted;
  const pages = seat.tracker?.pages;
  // Brought in with this one, before it.
  if (!pages) return;
  let standing: Standing = stay.reply.standing ?? { dock: false };
  const asked = createAsked<Look['place']>({
    ...{ ...mounted, ...lasting, seat, ticket, of: {}, first: stay.reply, tracker: pages.id, place: 'column', ended },
    seen: () => {
      // Address and pane are read again now, whatever was heard of them last.
      seat.look();
      const scope = pages.scope(document, ticket);
      const shows = pages.shows(scope, ticket);
      // The address and the page must not contradict each other at the moment of saving.
      if (shows !== undefined && shows.toLowerCase() !== ticket.toLowerCase()) return undefined;
      return pages.title(scope, document);
    },
    ground: () => element.parentElement,
    leave: () => stay.close(),
  });
  const { reply, state, look, dirty, checkAlive, measure } = asked;
  const folded = signal(false);
  const start = (next: Reply): void => (next.state === 'off' ? stay.close() : asked.start(next));

  const actions: PanelActions = {
    ...asked.actions,
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
        dock.take({ ...{ seat, stay, pages, element, root, placed: now, standing, actions, folded }, lookAgain, tellHealth });
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

  const stopDrawing = drawPanel({ ticket, reply, state, look, menu: signal(false), folded, actions }, root);
  // Whoever reaches for the form will need it: brought in before the first key.
  const reached = (): void => {
    if (state.value?.phase.value === 'asking') lasting.bring().catch(checkAlive);
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
  asked.hear(({ tell }) => {
    if (tell === 'focus') {
      folded.value = false;
      setTimeout(focusPanel, 0, root);
    }
    if (tell !== 'changed' && tell !== 'look') return;
    asked.again((next) => {
      if (next.standing) take(next.standing);
      // Answered elsewhere, or turned off: shown here too, unless something is being typed here that would be lost from sight.
      if (next.state === 'off' || (tell === 'changed' && !dirty() && state.value?.phase.value !== 'saving')) start(next);
    });
  });
  ended.addEventListener('abort', () => {
    stopDrawing();
    seat.onEvent = undefined;
  });
}
