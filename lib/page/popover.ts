// Standing beside a chip: under it, over it where there is no room, and going where it goes.

const GAP_PX = 6;
const EDGE_PX = 8;

/**
 * Keeps a fixed element beside another; where that is gone it stays where it was.
 * @param anchor the element to stand beside, asked for anew each time
 */
export function keepBeside(element: HTMLElement, anchor: () => Element | undefined, signal: AbortSignal): void {
  let under: boolean | undefined;

  function place(): void {
    const at = anchor();
    if (!at?.isConnected || at.getClientRects().length === 0) return;
    const chip = at.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - chip.bottom - GAP_PX;
    // Decided once, so that it does not jump from one side to the other while it grows.
    under ??= below >= Math.min(own.height, 420) || below >= chip.top;
    const top = under ? chip.bottom + GAP_PX : chip.top - GAP_PX - own.height;
    const rtl = getComputedStyle(at).direction === 'rtl';
    const [start, end] = [chip.left - own.width - GAP_PX, chip.right + GAP_PX];
    const fits = under ? top + own.height + EDGE_PX <= clientHeight : top >= EDGE_PX;
    // Where it has to slide over its own row it stands beside the chip instead.
    const beside = end + own.width + EDGE_PX <= clientWidth && !(rtl && start >= EDGE_PX) ? end : start;
    const left = fits || beside < EDGE_PX ? (rtl ? chip.right - own.width : chip.left) : beside;
    set('--top', top, clientHeight - own.height);
    set('--left', left, clientWidth - own.width);
  }

  const set = (name: string, value: number, room: number): void =>
    element.style.setProperty(name, `${Math.round(Math.max(EDGE_PX, Math.min(value, room - EDGE_PX)))}px`);

  const sizes = new ResizeObserver(place);
  sizes.observe(element);
  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('resize', place, { signal });
  signal.addEventListener('abort', () => sizes.disconnect());
  place();
}
