// The record in full: what was promised for work that is done, what its inputs did since, and what was learned from that.
import { formatChange, formatNumber } from '../../lib/impact/shown.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { Outcome, TrackRecord } from '../../lib/state/track-record.ts';
import { Heads } from './heads.tsx';

/** Two digits that count. */
const short = (value: number): string => formatNumber(Number(value.toPrecision(2)));
/** Drawn at once, newest first. */
const SHOWN = 100;

export function RecordView({ record, basis }: { readonly record: TrackRecord; readonly basis: Basis }) {
  const { learned, outcomes, hits, open } = record;
  const metric = (id: string) => basis.inputs.find((input) => input.id === id);
  return (
    <div class="record">
      <p>
        {say(
          outcomes.length === 0 ? 'recordPrior' : 'recordLearned',
          short(learned.width),
          short(learned.level),
          short(Math.sqrt(learned.variance)),
        )}
      </p>
      <p class="small muted">{say('recordRule')}</p>
      {open > 0 && <p class="small muted">{open === 1 ? say('recordOpenOne') : say('recordOpen', formatNumber(open))}</p>}
      {outcomes.length > 0 && (
        <div class="columns">
          <div>
            <h3>{say('recordOutcomes')}</h3>
            <table class="plain">
              <Heads of={say('recordWork')} figures={[say('recordPromised'), say('recordCorrected'), say('recordMeasured')]} />
              <tbody>
                {outcomes.slice(0, SHOWN).map((outcome) => (
                  <Line key={`${outcome.bundle.input} ${outcome.bundle.first}`} outcome={outcome} basis={basis} />
                ))}
              </tbody>
            </table>
          </div>
          <div>
            <h3>{say('recordHits')}</h3>
            <table class="plain">
              <Heads of={say('overviewInput')} figures={[say('recordAsTyped'), say('recordCorrected')]} />
              <tbody>
                {hits.map(({ input, n, typed, corrected }) => (
                  <tr key={input}>
                    <th scope="row">{shortName(metric(input) ?? { name: input })}</th>
                    <td />
                    <td class="num">{say('recordHitsOf', formatNumber(typed), formatNumber(n))}</td>
                    <td class="num">{say('recordHitsOf', formatNumber(corrected), formatNumber(n))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </div>
  );
}

function Line({ outcome: { bundle, rows, promised, corrected, measured }, basis }: { outcome: Outcome; basis: Basis }) {
  const input = basis.inputs.find(({ id }) => id === bundle.input);
  if (!input) return null;
  const change = (value: number): string => formatChange(input, Number(value.toPrecision(2)));
  const verdict = measured.tooSmall ? say('recordTooSmall', change(measured.visible)) : measured.told ? '' : say('recordNotTold');
  return (
    <tr>
      <th scope="row">
        {shortName(input)}{' '}
        <span class="muted" dir="auto" title={rows.map(({ tag }) => tag.title.slice(0, 120)).join('\n')}>
          {rows
            .slice(0, 3)
            .map(({ tag }) => shortTicket(tag.shown))
            .join(', ')}
          {rows.length > 3 && ` ${say('waitingMore', rows.length - 3)}`}
        </span>
      </th>
      <td />
      <td class="num">{change(promised)}</td>
      <td class="num">{change(corrected)}</td>
      <td class="num">
        {change(measured.change)} {verdict && <span class="muted">{verdict}</span>}
      </td>
    </tr>
  );
}
