// Keeping the panel where it belongs: in the host's properties column, else docked at the edge.
//
// Idempotent by design. Events, changes of the page and timers are only hints to look again; one look compares
// what should be with what is. Nothing of the host is moved, wrapped or marked.
import type { Pages, Spot } from '../trackers/tracker.ts';
import { settling } from './settle.ts';

const DOCK_AFTER_MS = 1500;
/** A host that draws its column anew takes it away for a moment: so long we wait before we dock. */
const GONE_FOR_MS = 700;
const NARROWEST_PX = 200;
/** A host that throws us out more often than this in a minute gets a docked panel instead of a fight. */
const MOST_RETURNS = 40;
const MINUTE_MS = 60_000;

export interface Placed {
  readonly place: 'column' | 'dock';
  readonly rung: string;
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
  /** Asked at each look; false takes the panel away for good. */
  wanted(): boolean;
  /** Called after the element was put somewhere, also when put back. */
  onPlaced(placed: Placed): void;
}

/** Puts the element in its place and keeps it there until `signal` aborts; then takes it out. */
export function keepPlaced({ element, pages, ticket, signal, document, focused, stirred, wanted, onPlaced }: Placing): void {
  let placed: Placed | undefined;
  let returns: number[] = [];
  let goneSince: number | undefined;
  let pending = false;
  const start = performance.now();
  const settled = settling(pages, document, look, signal);
  settled.changed(stirred);

  function look(): void {
    if (signal.aborted || !document.body) return;
    if (!wanted()) return stop();
    const scope = pages.scope(document, ticket);
    const shows = pages.shows(scope, ticket);
    // The address is ahead of the page: what is on screen still belongs to the last ticket.
    const agrees = shows === undefined || shows.toLowerCase() === ticket.toLowerCase();
    const late = performance.now() - start >= DOCK_AFTER_MS;
    element.toggleAttribute('data-covered', placed?.place === 'dock' && covered(document, scope));
    if (placed && standing(scope) && (placed.place === 'column' || !agrees || focused())) return;
    const found = agrees && settled.ready() && !exhausted() ? best(scope) : undefined;
    if (found) return put('column', found.rung, found.spot);
    if (placed?.place === 'dock' && element.isConnected) return;
    if (placed?.place === 'column') {
      goneSince ??= performance.now();
      const left = goneSince + GONE_FOR_MS - performance.now();
      if (left > 0) return void setTimeout(look, left + 10);
    }
    if (late || placed) put('dock', 'dock', { parent: document.body, before: null });
  }

  /** Still where it was put, in the part of the page that shows this ticket, and drawn. */
  function standing(scope: ParentNode): boolean {
    if (!element.isConnected) return false;
    return placed?.place === 'dock' || (scope.contains(element) && element.getClientRects().length > 0);
  }

  function best(scope: ParentNode): { rung: string; spot: Spot } | undefined {
    for (const rung of pages.rungs) {
      const spot = rung.find(scope);
      if (spot && widthOf(spot.parent) >= NARROWEST_PX) return { rung: rung.name, spot };
    }
    return undefined;
  }

  function exhausted(): boolean {
    const now = performance.now();
    returns = returns.filter((at) => now - at < MINUTE_MS);
    return returns.length >= MOST_RETURNS;
  }

  function put(place: Placed['place'], rung: string, { parent, before }: Spot): void {
    if (placed) returns.push(performance.now());
    goneSince = undefined;
    placed = { place, rung };
    element.dataset['place'] = place;
    element.dataset['rung'] = rung;
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
  const timer = setTimeout(look, DOCK_AFTER_MS + 10);
  for (const event of pages.events) document.addEventListener(event, look, { signal });
  addEventListener('resize', look, { signal });
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    element.remove();
  };
  signal.addEventListener('abort', stop);
  look();
}

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
