// Keeping the panel where it belongs: in the host's properties column, else docked at the edge.
//
// Idempotent by design. Events, changes of the page and timers are only hints to look again; one look compares
// what should be with what is. Nothing of the host is moved, wrapped or marked.
import type { Pages, Rung, Spot } from '../trackers/tracker.ts';
import { settling } from './settle.ts';

const DOCK_AFTER_MS = 1500;
/** Places that are only likely are tried once the page had so long to show a known one. */
const LATE_AFTER_MS = 800;
const MEASURE_EVERY_MS = 250;
/** A host that draws its column anew takes it away for a moment: so long we wait before we dock. */
const GONE_FOR_MS = 700;
/** A press on a label takes the focus from one box and gives it to the next: only after that may the panel move. */
const LEFT_FOR_MS = 400;
const NARROWEST_PX = 200;
/** A host that throws us out more often than this in a minute gets a docked panel instead of a fight. */
const MOST_RETURNS = 40;
const MINUTE_MS = 60_000;

/** The rung of a panel that is at the edge because the user put it there. */
const CHOSEN = 'chosen';
/** And of one that is there because this kind of page has no better place. */
const EDGE = 'edge';

export interface Placed {
  readonly place: 'column' | 'dock';
  readonly rung: string;
  /** The rungs before it, in which there was no place. */
  readonly tried: string[];
}

export interface Placing {
  readonly element: HTMLElement;
  readonly pages: Pages;
  readonly ticket: string;
  readonly signal: AbortSignal;
  readonly document: Document;
  /** Whether somebody is typing in the panel: then it stays where it is. */
  focused(): boolean;
  /** Elements in which the page changed before this began. */
  readonly stirred: readonly Node[];
  /** Places of any tracker, tried after those of this one; asked for once, when the page had its time. */
  more(): Promise<readonly Rung[]>;
  /** Whether the user wants it at the edge, whatever the page has to offer. */
  docked(): boolean;
  /** Asked at each look; false takes the panel away for good. */
  wanted(): boolean;
  /** Called after the element was put somewhere, also when put back. */
  onPlaced(placed: Placed): void;
}

/**
 * Puts the element in its place and keeps it there until `signal` aborts; then takes it out.
 * @returns `anew` looks for the best place as if the page had just come; `left` is to be told that the focus went out of the panel
 */
export function keepPlaced(placing: Placing): { anew(): void; left(): void } {
  const { element, pages, ticket, signal, document, focused, stirred, more, docked, wanted, onPlaced } = placing;
  let placed: Placed | undefined;
  let returns: number[] = [];
  let goneSince: number | undefined;
  let pending = false;
  let further: readonly Rung[] = [];
  let measured = -MEASURE_EVERY_MS;
  let again: ReturnType<typeof setTimeout> | undefined;
  let start = performance.now();
  const settled = settling(pages, document, look, signal);
  settled.changed(stirred);

  function look(): void {
    if (signal.aborted || !document.body) return;
    if (!wanted()) return stop();
    const scope = pages.scope(document, ticket);
    const shows = pages.shows(scope, ticket);
    // The address is ahead of the page: what is on screen still belongs to the last ticket.
    const agrees = shows === undefined || shows.toLowerCase() === ticket.toLowerCase();
    const waited = performance.now() - start;
    element.toggleAttribute('data-covered', placed?.place === 'dock' && covered(document, scope));
    if (docked()) {
      if (placed?.rung !== CHOSEN || !element.isConnected) put(at('dock', CHOSEN, []), { parent: document.body, before: null });
      return;
    }
    if (placed && standing(scope) && (placed.place === 'column' || !agrees || focused())) return;
    const tried: string[] = [];
    const found = agrees && settled.ready() && !exhausted() ? best(scope, further.length > 0 && rested(), tried) : undefined;
    if (found) return put(at('column', found.rung, tried), found.spot);
    if (placed?.place === 'dock' && element.isConnected) {
      // Docked before the page could be looked at, it says now what was tried.
      placed.tried.push(...tried.slice(placed.tried.length));
      return;
    }
    if (placed?.place === 'column') {
      goneSince ??= performance.now();
      const left = goneSince + GONE_FOR_MS - performance.now();
      if (left > 0) return void setTimeout(look, left + 10);
    }
    const edge = agrees && pages.roomless?.(scope);
    if (edge || waited >= DOCK_AFTER_MS || placed)
      put(edge ? at('dock', EDGE, []) : at('dock', 'dock', tried), { parent: document.body, before: null });
  }

  /** Still where it was put, in the part of the page that shows this ticket, and drawn. */
  function standing(scope: ParentNode): boolean {
    if (!element.isConnected) return false;
    return placed?.place === 'dock' || (scope.contains(element) && element.getClientRects().length > 0);
  }

  function best(scope: ParentNode, late: boolean, tried: string[]): { rung: string; spot: Spot } | undefined {
    for (const rung of late ? [...pages.rungs, ...further] : pages.rungs) {
      const spot = rung.find(scope);
      if (spot && widthOf(spot.parent) >= NARROWEST_PX) return { rung: rung.name, spot };
      tried.push(rung.name);
    }
    return undefined;
  }

  /** Measuring costs: however much the host draws, the places that need it are tried a few times a second, the last time too. */
  function rested(): boolean {
    const now = performance.now();
    const early = measured + MEASURE_EVERY_MS - now;
    clearTimeout(again);
    if (early > 0) {
      again = setTimeout(look, early + 1);
      return false;
    }
    measured = now;
    return true;
  }

  function exhausted(): boolean {
    const now = performance.now();
    returns = returns.filter((at) => now - at < MINUTE_MS);
    return returns.length >= MOST_RETURNS;
  }

  function put(where: Placed, { parent, before }: Spot): void {
    if (placed) returns.push(performance.now());
    goneSince = undefined;
    placed = where;
    element.dataset['place'] = where.place;
    element.dataset['rung'] = where.rung;
    removeStrangers(document, element);
    parent.insertBefore(element, before);
    onPlaced(placed);
  }

  const observer = new MutationObserver((records) => {
    const theirs = records.filter(
      ({ type, target, addedNodes, removedNodes }) =>
        target !== element && (type === 'attributes' || [...addedNodes, ...removedNodes].some((node) => node !== element)),
    );
    if (theirs.length > 0) settled.changed(theirs.map(({ target }) => target));
    else if (element.isConnected) return;
    if (pending) return;
    pending = true;
    // One look a frame, however much the host draws; timers run where frames do not, in a hidden tab.
    const once = (): void => {
      if (!pending) return;
      pending = false;
      look();
    };
    requestAnimationFrame(once);
    setTimeout(once, 200);
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] });
  const late = async (): Promise<void> => {
    if (placed?.place !== 'column') further = await more();
    look();
  };
  const timers = [late, look].map((then, i) => setTimeout(then, (i ? DOCK_AFTER_MS : LATE_AFTER_MS) + 10));
  for (const event of pages.events) document.addEventListener(event, look, { signal });
  addEventListener('resize', look, { signal });
  const stop = (): void => {
    observer.disconnect();
    for (const timer of timers) clearTimeout(timer);
    element.remove();
  };
  signal.addEventListener('abort', stop);
  look();
  return {
    anew: () => {
      [placed, returns, start, measured] = [undefined, [], performance.now() - LATE_AFTER_MS, -MEASURE_EVERY_MS];
      look();
      // Nothing better than before: it stays at the edge while the page is given its time.
      if (!placed && !signal.aborted) setTimeout(look, DOCK_AFTER_MS - LATE_AFTER_MS + 10);
    },
    left: () => void setTimeout(look, LEFT_FOR_MS),
  };
}

const at = (place: Placed['place'], rung: string, tried: string[]): Placed => ({ place, rung, tried });

/** The width there is, px; an element without a box of its own (`display: contents`) has its parent's. */
function widthOf(element: Element): number {
  const boxless = getComputedStyle(element).display === 'contents' ? element.parentElement : null;
  return boxless ? widthOf(boxless) : element.getBoundingClientRect().width;
}

/** Whether a dialog of the host is open over everything, other than the one that shows the ticket. */
function covered(document: Document, scope: ParentNode): boolean {
  const dialog = document.querySelector('dialog:modal, [aria-modal="true"]');
  return dialog !== null && !dialog.contains(scope);
}

/** Elements of ours that another run left behind: copies from a cached page, or of an older copy of this script. */
export function removeStrangers(document: Document, own: Element | undefined): void {
  for (const stranger of document.querySelectorAll('azimuth-panel')) if (stranger !== own) stranger.remove();
}
