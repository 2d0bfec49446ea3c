// Tickets that nobody answered, as rows: what is known of each, a way to it, and a way to its answer.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { formatNumber } from '../../lib/impact/shown.ts';
import type { TicketFacts } from '../../lib/model/facts.ts';
import { shortTicket, ticketUrl } from '../../lib/model/ticket.ts';
import { say } from '../../lib/say.ts';
import type { View } from '../../lib/state/backlog-view.ts';
import { seenFilters, waitingIn } from '../../lib/state/waiting.ts';
import { valueWords } from './facet-words.ts';
import { A_MINUTE } from './notes.tsx';

export interface WaitingProps {
  readonly tickets: readonly TicketFacts[];
  readonly view: View;
  /** Whether anything was seen of tickets at all. */
  readonly reading: boolean;
  /** Answers these, one after the other. */
  readonly onSweep: (tickets: readonly TicketFacts[]) => void;
  readonly onClear: () => void;
}

/** px of a row, and how many beyond either edge of the screen are drawn. */
const ROW = 44;
const BEYOND = 5;

/** First and last row near the screen, of a list that begins at the element. */
function useNear(list: { readonly current: HTMLElement | null }, count: number): readonly [number, number] {
  const near = useSignal<readonly [number, number]>([0, 24]);
  useLayoutEffect(() => {
    const look = (): void => {
      const top = -(list.current?.getBoundingClientRect().top ?? 0);
      const next = [Math.max(0, Math.floor(top / ROW) - BEYOND), Math.ceil((top + innerHeight) / ROW) + BEYOND] as const;
      if (next.some((value, i) => value !== near.peek()[i])) near.value = next;
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [count]);
  return near.value;
}

export function Waiting({ tickets, view, reading, onSweep, onClear }: WaitingProps) {
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => waitingIn(tickets, view), [tickets, view.find, view.filters]);
  const [from, to] = useNear(list, found.length);
  const filtered = view.find.trim() !== '' || Object.keys(seenFilters(view.filters)).length > 0;
  if (tickets.length === 0) {
    if (reading) return null;
    return (
      <div class="nothing muted">
        <p>{say('waitingNone')}</p>
      </div>
    );
  }
  return (
    <>
      <div class="waiting-acts">
        <span class="muted" role="status">
          {filtered ? say('waitingShown', formatNumber(found.length), formatNumber(tickets.length)) : say('waitingSeen')}
        </span>
        <span class="gap" />
        {found.length > 0 && (
          <button type="button" class="btn main" onClick={() => onSweep(found)}>
            {say('waitingSweep', formatNumber(found.length), formatNumber(Math.ceil(found.length / A_MINUTE)))}
          </button>
        )}
      </div>
      {found.length === 0 ? (
        <div class="nothing muted">
          <p>{say('backlogNoMatch')}</p>
          <button type="button" class="btn" onClick={onClear}>
            {say('filterClear')}
          </button>
        </div>
      ) : (
        <div role="table" class="waiting-table" aria-label={say('backlogUnanswered')} aria-rowcount={found.length + 1}>
          <div role="rowgroup">
            <div role="row" class="row heads" aria-rowindex={1}>
              {(['overviewTicket', 'facetState', 'facetLabel', 'facetAssignee', 'facetMilestone'] as const).map((word) => (
                <span key={word} role="columnheader">
                  {say(word)}
                </span>
              ))}
              <span role="columnheader">
                <span class="quiet">{say('waitingAnswer')}</span>
              </span>
            </div>
          </div>
          <div role="rowgroup" class="list" ref={list} style={{ blockSize: `${found.length * ROW}px` }}>
            {found.slice(from, to).map((facts, i) => (
              <Line key={facts.ticket} facts={facts} place={from + i} onAnswer={() => onSweep([facts])} />
            ))}
          </div>
        </div>
      )}
    </>
  );
}

const LABELS = 2;

function Line({ facts, place, onAnswer }: { facts: TicketFacts; place: number; onAnswer: () => void }) {
  const { ticket, title = '', state, status, labels = [], assignees = [], milestone = '', type } = facts;
  const url = ticketUrl(ticket);
  const short = shortTicket(ticket);
  const name = title.slice(0, 300) || short;
  return (
    <div role="row" class="row" aria-rowindex={place + 2} style={{ insetBlockStart: `${place * ROW}px`, blockSize: `${ROW}px` }}>
      <span role="cell" class="ticket">
        <span class="title cut" dir="auto" title={name}>
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </span>
        <span class="about muted">
          <span class="cut">{short}</span>
          {type && (
            <span class="cut" dir="auto">
              {type.slice(0, 40)}
            </span>
          )}
        </span>
      </span>
      <span role="cell" class="cut" dir="auto" title={status}>
        {status?.slice(0, 80) ?? (state ? valueWords('state', state, []) : '')}
      </span>
      <span role="cell" class="labels" title={labels.join(', ').slice(0, 300)}>
        {labels.slice(0, LABELS).map((label) => (
          <span key={label} class="tag cut" dir="auto">
            {label.slice(0, 40)}
          </span>
        ))}
        {labels.length > LABELS && <span class="muted">{say('waitingMore', labels.length - LABELS)}</span>}
      </span>
      <span role="cell" class="cut" dir="auto" title={assignees.join(', ').slice(0, 300)}>
        {assignees.join(', ').slice(0, 80)}
      </span>
      <span role="cell" class="cut" dir="auto" title={milestone}>
        {milestone.slice(0, 80)}
      </span>
      <span role="cell" class="act">
        <button type="button" class="btn" aria-label={say('waitingAnswerNamed', short)} onClick={onAnswer}>
          {say('waitingAnswer')}
        </button>
      </span>
    </div>
  );
}
