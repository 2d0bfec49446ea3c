// Coverage in full: work tagged against each input, inputs without any, tickets without an answer.
import { formatChange, formatNumber, roundShown } from '../../lib/impact/shown.ts';
import type { TicketFacts } from '../../lib/model/facts.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { pointsPhrase } from '../../lib/phrases/overview.ts';
import { say } from '../../lib/say.ts';
import type { Overview } from '../../lib/state/overview.ts';
import { ShareBar } from './share-bar.tsx';
import { TicketName } from './ticket-name.tsx';
import { Heads } from './heads.tsx';

/** A list is read to its end, or filtered in the tracker. */
const SHOWN = 100;

export function CoverageView({ overview }: { overview: Overview }) {
  const lines = overview.gaps.filter(({ metric }) => metric.role === 'input');
  const most = Math.max(0, ...lines.map(({ count }) => count));
  return (
    <div class="columns">
      <div>
        <h3>{say('overviewTagged')}</h3>
        <table class="plain">
          <Heads of={say('overviewInput')} figures={[say('overviewTickets'), say('overviewPoints'), say('overviewExpected')]} />
          <tbody>
            {lines.map(({ metric, count, points, closes }) => {
              return (
                <tr key={metric.id}>
                  <th scope="row">{shortName(metric)}</th>
                  <td>
                    <ShareBar value={count} most={most} />
                  </td>
                  <td class="num">{formatNumber(count)}</td>
                  <td class="num">{pointsPhrase(points)}</td>
                  <td class="num">
                    {count > 0 && formatChange(metric, roundShown({ p10: closes.low, mean: closes.mean, p90: closes.high }).mean)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <h3>{say('overviewIdle')}</h3>
        {overview.idle.length === 0 ? (
          <p class="muted">{say('overviewIdleNone')}</p>
        ) : (
          <ul class="bullets">
            {overview.idle.map((metric) => (
              <li key={metric.id}>{metric.name}</li>
            ))}
          </ul>
        )}
      </div>
      <Untagged tickets={overview.unanswered} seen={overview.seen} />
    </div>
  );
}

function Untagged({ tickets, seen }: { tickets: readonly TicketFacts[]; seen: boolean }) {
  return (
    <div>
      <h3>{say('overviewUntagged')}</h3>
      {tickets.length === 0 && <p class="muted">{say(seen ? 'overviewUntaggedNone' : 'overviewUnseen')}</p>}
      <ul class="tickets">
        {tickets.slice(0, SHOWN).map(({ ticket, title = '' }) => (
          <li key={ticket}>
            <TicketName ticket={ticket} title={title} />
          </li>
        ))}
      </ul>
      {tickets.length > SHOWN && (
        <p class="small muted">{say('overviewUntaggedFirst', formatNumber(SHOWN), formatNumber(tickets.length))}</p>
      )}
    </div>
  );
}
