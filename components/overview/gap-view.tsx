// The gaps in full: what is missing to each target, what the open work closes, and the fewest tickets that would do.
import { formatChange, formatNumber, roundShown } from '../../lib/impact/shown.ts';
import { gapSentence, setSentence } from '../../lib/phrases/overview.ts';
import { say } from '../../lib/say.ts';
import type { GapLine, Overview } from '../../lib/state/overview.ts';
import { Fitted } from '../chart/width.tsx';
import { GapBar } from './gap-bar.tsx';
import { TicketName } from './ticket-name.tsx';

export interface GapViewProps {
  readonly overview: Overview;
  /** Selects tickets, by key, in the table. */
  readonly onSelect: (tickets: readonly string[]) => void;
}

export function GapView({ overview, onSelect }: GapViewProps) {
  return (
    <div class="gap-view">
      {overview.gaps.map((line) => (
        <Gap key={line.metric.id} line={line} onSelect={onSelect} />
      ))}
    </div>
  );
}

function Gap({ line, onSelect }: { line: GapLine; onSelect: GapViewProps['onSelect'] }) {
  const { metric, count, work, smallest, gap, reached } = line;
  const chosen = new Set(smallest?.tickets ?? []);
  const open = gap !== undefined && !reached;
  return (
    <section aria-label={metric.name}>
      <h3>{metric.name}</h3>
      <div class="gap-about">
        <p>{gapSentence(line)}</p>
        {open && (
          <Fitted first={240} printed={240}>
            {(width) => <GapBar line={line} width={width} />}
          </Fitted>
        )}
      </div>
      {open && count > 0 && (
        <p class="gap-set">
          {setSentence(line)}
          {smallest && smallest.tickets.length > 0 && (
            <button type="button" class="btn" onClick={() => onSelect(smallest.tickets)}>
              {smallest.tickets.length === 1 ? say('overviewSelectOne') : say('overviewSelect', formatNumber(smallest.tickets.length))}
            </button>
          )}
        </p>
      )}
      {count > 0 && (
        <details>
          <summary>{count === 1 ? say('backlogOneTicket') : say('backlogTickets', formatNumber(count))}</summary>
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{say('overviewTicket')}</th>
                <th scope="col" class="num">
                  {say('overviewExpected')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {work.map(({ ticket, shown, title, mean }) => (
                <tr key={ticket}>
                  <th scope="row" class="cut">
                    <TicketName ticket={shown} title={title} />
                  </th>
                  <td class="num">{formatChange(metric, roundShown({ p10: mean, mean, p90: mean }).mean)}</td>
                  <td class="small muted">{chosen.has(ticket) && say('overviewInSet')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {count > work.length && <p class="small muted">{say('overviewUntaggedFirst', formatNumber(work.length), formatNumber(count))}</p>}
        </details>
      )}
    </section>
  );
}
