// The lines around the table that say what it takes, what it left out, and what nobody has answered yet.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { Scoring } from '../../lib/state/backlog-view.ts';
import type { Facet } from '../../lib/state/facets.ts';
import { SCORING_TAKES } from './scoring-words.ts';

/** What a way of scoring takes from the answers, and which parts of the address say nothing here. */
export interface NotesProps {
  readonly scoring: Scoring;
  readonly dropped: readonly string[];
  /** Rows more than there are tickets, because some stand in several groups. */
  readonly again: number;
  readonly group: Facet | undefined;
}

export function Notes({ scoring, dropped, again, group }: NotesProps) {
  const names = dropped.map((name) => name.slice(0, 40)).join(', ');
  return (
    <>
      {scoring !== 'gain' && <p class="small muted takes">{say(SCORING_TAKES[scoring])}</p>}
      {again > 0 && group && <p class="small muted takes">{say(group === 'label' ? 'groupSeveralLabels' : 'groupSeveralPeople')}</p>}
      {dropped.length > 0 && <p class="small muted takes">{say('viewDropped', names)}</p>}
    </>
  );
}

/** Work that only teammates answered so far, where the team hides that. */
export function Hidden({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return <p class="small muted takes">{count === 1 ? say('teamHiddenOne') : say('teamHidden', formatNumber(count))}</p>;
}

/** Tickets a walk brings to answers in a minute: 30 in five. */
export const A_MINUTE = 6;

export function Unanswered({ count, href }: { readonly count: number; readonly href: string }) {
  const many = count === 1 ? say('backlogOneTicket') : say('backlogTickets', formatNumber(count));
  return (
    <div class="group-foot small">
      <b>{say('backlogUnanswered')}</b> <span class="muted">{many}</span>
      <span class="gap" />
      <a class="link" href={href}>
        {say('backlogShowThem')}
      </a>
      <a class="link" href="#/sweep">
        {say('backlogWalk', formatNumber(Math.ceil(count / A_MINUTE)))}
      </a>
    </div>
  );
}

/** How much of it is shown. */
export function Count({ reading, total, shown, first }: { reading: number | undefined; total: number; shown: number; first: boolean }) {
  // The first rows may be there before all are read: then the order is not the last one, and it says so.
  if (first && total > 0) return <>{say('backlogReadingFirst', formatNumber(total), formatNumber(reading ?? total))}</>;
  if (first && reading !== undefined) return <>{reading > 0 ? say('backlogReading', formatNumber(reading)) : ''}</>;
  if (total === 0) return <></>;
  if (shown !== total) return <>{say('backlogShown', formatNumber(shown), formatNumber(total))}</>;
  return <>{total === 1 ? say('backlogOneAnswered') : say('backlogAnsweredCount', formatNumber(total))}</>;
}
