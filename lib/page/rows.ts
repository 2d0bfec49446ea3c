// Whether a page shows rows or cards that could have chips: decided by the script on every page, so it has to be cheap.
import type { Seat } from './seat.ts';
import { noteStirs } from './stir.ts';

/** Addresses of lists, boards and searches, with whatever else looks like one: a page too many costs one look. */
const LISTS =
  /\/(issues?|pulls?|labels|milestones?|projects?|search|jira|browse|secure|team|my-issues|views?|inbox|cycles?|backlog|boards?)(\/|$)/i;
const LINK = ['/issues/', '/pull/', '/browse/', '/issue/'].map((part) => `a[href*="${part}"]`).join();
/** Beside a ticket: rows that are marked as such. Links in its text, comments and history are none. */
const BESIDE =
  '[class*="SubIssueTitle"],[data-board-card-id] a,[data-list-row][href*="/issue/"],[data-board-item],.js-issue,.issuerow,' +
  '[data-testid$="issue-row"],[data-testid*="card-list.card"],[data-testid$="ui.card.card"],[data-testid^="issue-line-card"]';
const PAUSE_MS = 150;

/**
 * Asks for chips once there are rows: looks when the address has changed, and whenever the page changes until the first find.
 * @returns looks at the address; to be called when it may have changed, with whether it names a ticket
 */
export function seekRows(seat: Seat, life: AbortSignal): (ticket: boolean, anew?: boolean) => void {
  let leave = new AbortController();
  let address = '';
  life.addEventListener('abort', () => leave.abort());

  return (ticket, anew = false) => {
    if (seat.rows || (address === location.href && !anew)) return;
    address = location.href;
    leave.abort();
    if (!LISTS.test(location.pathname)) return;
    leave = new AbortController();
    const { signal } = leave;
    if (!ticket) noteStirs(seat.stirred, signal);
    const rows = ticket ? BESIDE : LINK;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => (waiting ??= setTimeout(look, PAUSE_MS)));
    function look(): void {
      waiting = undefined;
      if (signal.aborted || !document.querySelector(rows)) return;
      observer.disconnect();
      seat.ask({ ask: 'rows' }).catch(() => {});
    }
    observer.observe(document, { childList: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect());
    look();
  };
}
