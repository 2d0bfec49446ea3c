// The tickets of a sweep on the dashboard, the one in turn marked; a list that is long shows what is around it.
import { ticketUrl, shortTicket } from '../../lib/model/ticket.ts';
import { say } from '../../lib/say.ts';
import type { Sweep } from '../../lib/state/sweep-contract.ts';
import { formatNumber } from '../../lib/impact/shown.ts';

export interface ListNotes {
  readonly unnamed: number;
  readonly finished: number;
  readonly elsewhere: number;
}

/** Rows drawn before and after the one in turn. */
const AROUND = 60;

export function SweepList({ sweep, notes, onAnother }: { sweep: Sweep; notes: ListNotes; onAnother: () => void }) {
  const walk = sweep.walk.value;
  const at = walk.findIndex((one) => one === sweep.at.value);
  const from = Math.max(0, at - AROUND);
  const left = [
    notes.unnamed > 0 && say('sweepUnnamed', formatNumber(notes.unnamed)),
    notes.finished > 0 && say('sweepFinished', formatNumber(notes.finished)),
    notes.elsewhere > 0 && say('sweepOutside', formatNumber(notes.elsewhere)),
  ].filter(Boolean);
  return (
    <>
      <p class="line small muted">
        {left.length > 0 && <span>{left.join(' ')}</span>}
        <button type="button" class="link" onClick={onAnother}>
          {say('sweepAnother')}
        </button>
      </p>
      <ol class="walk" start={from + 1}>
        {walk.slice(from, at + AROUND).map((one) => {
          const here = one === sweep.at.value && sweep.phase.value !== 'end';
          return (
            <li key={one.ticket} class={here ? 'here' : ''} aria-current={here ? 'step' : undefined}>
              <a href={ticketUrl(one.ticket) ?? '#'} target="_blank" rel="noopener noreferrer" title={one.ticket}>
                {shortTicket(one.ticket)}
              </a>
              <span class="cut" dir="auto">
                {one.title}
              </span>
              <span class="small muted">{sweep.done.value.some(({ ticket }) => ticket === one.ticket) ? say('saved') : ''}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
