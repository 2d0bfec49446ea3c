// Panes that the address does not name: an inbox, a peek over a list, a split view. The page is watched, since the
// ticket on screen can change with no navigation and no act of the user.
import { paneIn } from '../trackers/panes.ts';
import type { Seat } from './seat.ts';

const HIDDEN_TAB_MS = 200;

/** Says which ticket a pane shows, and has the seat look again whenever that may have changed. */
export function watchPanes(seat: Seat): void {
  if (seat.pane) return;
  seat.pane = (within) => paneIn(document, within);
  let pending = false;
  const once = (): void => {
    if (!pending) return;
    pending = false;
    // After an update of the extension a newer copy of this watches.
    if (seat.alive()) seat.look();
    else observer.disconnect();
  };
  const observer = new MutationObserver(() => {
    if (pending) return;
    pending = true;
    requestAnimationFrame(once);
    setTimeout(once, HIDDEN_TAB_MS);
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href', 'hidden', 'open'] });
  seat.look();
}
