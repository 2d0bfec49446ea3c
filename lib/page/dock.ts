// The panel at the edge of the page: in the corner where it covers least, moved by hand, and kept inside the window.
import type { Standing } from '../ask.ts';
import type { Corner } from '../model/preferences.ts';
import type { Pages, Rung } from '../trackers/tracker.ts';
import type { Placed } from './place.ts';
import type { Seat, Stay } from './seat.ts';

/** What the script for the edge is given by the panel. */
export interface Docked {
  readonly seat: Seat;
  readonly stay: Stay;
  readonly pages: Pages;
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly placed: Placed;
  readonly standing: Standing;
  readonly actions: { copy(text: string): void };
  /** Whether it is down to its head, until somebody opens it. */
  readonly folded: { value: boolean };
  lookAgain(): void;
  tellHealth(placed: Placed): void;
}

export interface Dock {
  /** Further places of a tracker's pages. */
  places(tracker: string): readonly Rung[];
  /** Takes the panel on: places it, lets it be moved, shows page health in it. */
  take(docked: Docked): void;
  /** Moves it where the key was one for that; true then. */
  key(event: KeyboardEvent): boolean;
}

export const EDGE_PX = 16;
/** Nearer to an edge than this it snaps to it. */
const SNAP = 0.04;
const STEP_PX = 24;
const CONTROLS = 'a[href], button, input, textarea, select, [role="button"], [contenteditable]:not([contenteditable="false"])';
/** Of lists: one chooses among them, with the pane beside. */
const ROWS = '[data-list-row], [role="row"], [role="listitem"], [role="option"]';
/** The lower right first: nothing of the trackers' own stands there, and it is where one looks. */
const CORNERS: readonly Corner[] = [
  { x: 1, y: 1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: 0, y: 0 },
];

interface Size {
  readonly width: number;
  readonly height: number;
}

const inside = (part: number, snap: number): number => {
  const held = Math.min(1, Math.max(0, Number.isFinite(part) ? part : 1));
  return held < snap ? 0 : held > 1 - snap ? 1 : Math.round(held * 1000) / 1000;
};

/** A corner from where the panel's upper left would be, px: held inside the window, snapped to its edges where it is dragged. */
export function cornerAt(left: number, top: number, panel: Size, view: Size, snap = SNAP): Corner {
  const free = (all: number, own: number): number => Math.max(1, all - own - 2 * EDGE_PX);
  return {
    x: inside((left - EDGE_PX) / free(view.width, panel.width), snap),
    y: inside((top - EDGE_PX) / free(view.height, panel.height), snap),
  };
}

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** How many of some boxes a panel covers in a corner. */
export function coveredAt({ x, y }: Corner, boxes: readonly Box[], panel: Size, view: Size): number {
  const left = EDGE_PX + x * (view.width - panel.width - 2 * EDGE_PX);
  const top = EDGE_PX + y * (view.height - panel.height - 2 * EDGE_PX);
  return boxes.filter((box) => box.right > left && box.left < left + panel.width && box.bottom > top && box.top < top + panel.height)
    .length;
}

/** The corner in which a panel covers the fewest of some boxes, and of those the fewest of some that matter less; the first of the best. */
export function freest(boxes: readonly Box[], panel: Size, view: Size, lesser: readonly Box[] = []): Corner {
  const covered = (corner: Corner): number =>
    coveredAt(corner, boxes, panel, view) * (lesser.length + 1) + coveredAt(corner, lesser, panel, view);
  return CORNERS.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best));
}

const view = (): Size => ({ width: document.documentElement.clientWidth, height: innerHeight });

/** Puts the panel's element at a corner; the style sheet keeps it inside whatever the window becomes. */
export function standAt(element: HTMLElement, { x, y }: Corner): void {
  element.style.setProperty('--az-x', String(x));
  element.style.setProperty('--az-y', String(y));
  element.toggleAttribute('data-at', true);
}

/**
 * The best corner where nobody has chosen one: free of the controls of a pane, and of the rows of the list beside it; on a
 * whole page the usual one. `covers`: most of the rows lie under the panel all the same.
 */
export function cornerFor(element: HTMLElement, scope: ParentNode): { readonly corner: Corner; readonly covers: boolean } | undefined {
  if (!(scope instanceof Element)) return undefined;
  const boxesOf = (found: Iterable<Element>) => [...found].map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0);
  const rows = boxesOf([...document.querySelectorAll(ROWS)].filter((row) => !scope.contains(row) && !row.contains(scope)));
  const panel = element.getBoundingClientRect();
  const corner = freest(boxesOf(scope.querySelectorAll(CONTROLS)), panel, view(), rows);
  const inView = rows.filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
  return { corner, covers: coveredAt(corner, rows, panel, view()) > inView.length / 2 };
}

/** Lets the panel be dragged by its head. @param moved called where it was let go */
export function letDrag(element: HTMLElement, root: ShadowRoot, moved: (at: Corner) => void, signal: AbortSignal): void {
  const begin = (event: PointerEvent): void => {
    const head = event.target instanceof Element ? event.target.closest('.head') : null;
    const button = event.target instanceof Element ? event.target.closest('button:not(.grip)') : null;
    if (!event.isTrusted || event.button !== 0 || !head || button || element.dataset['place'] !== 'dock') return;
    const from = element.getBoundingClientRect();
    let at: Corner | undefined;
    const end = new AbortController();
    const drag = ({ clientX, clientY }: PointerEvent): void => {
      at = cornerAt(from.left + clientX - event.clientX, from.top + clientY - event.clientY, from, view());
      standAt(element, at);
    };
    const stop = (): void => {
      end.abort();
      if (at) moved(at);
    };
    head.setPointerCapture(event.pointerId);
    head.addEventListener('pointermove', drag as EventListener, { signal: end.signal });
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) head.addEventListener(type, stop, { signal: end.signal });
  };
  root.addEventListener('pointerdown', begin as EventListener, { signal });
}

/** Where an arrow key takes the panel; `undefined` for other keys. With Shift it goes all the way. */
export function steppedBy(key: string, far: boolean, element: HTMLElement): Corner | undefined {
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [];
  if (x === undefined || y === undefined) return undefined;
  const box = element.getBoundingClientRect();
  const step = far ? 10_000 : STEP_PX;
  return cornerAt(box.left + x * step, box.top + y * step, box, view(), 0);
}
