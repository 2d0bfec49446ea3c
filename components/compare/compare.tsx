// What two tickets bring, how far they are apart and why, and the decision that follows.
import { formatChance, formatNumber, formatSigned, roundShown } from '../../lib/impact/shown.ts';
import { shortTicket, ticketUrl } from '../../lib/model/ticket.ts';
import { rangePhrase, shortName } from '../../lib/phrases/answer.ts';
import { sizePhrase } from '../../lib/phrases/team-value.ts';
import { headlineOf, tradePhrase, whyPhrases } from '../../lib/phrases/compare.ts';
import { say, type Word } from '../../lib/say.ts';
import type { Evidence } from '../../lib/model/tag.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { Comparison, Side } from '../../lib/state/compare.ts';
import { Fitted } from '../chart/width.tsx';
import { Densities } from './densities.tsx';

export interface CompareProps {
  readonly comparison: Comparison;
  readonly basis: Basis;
  /** What the answers rest on, in the order of the sides. */
  readonly evidence: readonly (Evidence | undefined)[];
}

const EVIDENCE: Readonly<Record<Evidence, Word>> = {
  opinion: 'backlogOpinion',
  estimate: 'backlogEstimate',
  market: 'backlogMarket',
  users: 'backlogUsers',
  test: 'backlogTest',
};

export function Compare({ comparison, basis, evidence }: CompareProps) {
  const { sides } = comparison;
  const { chance, text } = headlineOf(comparison);
  const trades = sides.flatMap((side) => tradePhrase(side, basis.northStar, basis.inputs) ?? []);
  const [first = '', second = ''] = sides.map(({ piece }) => shortTicket(piece.shown));
  return (
    <div class="sides">
      <Column side={sides[0]} basis={basis} tone="first" evidence={evidence[0]} />
      <div class="between">
        <p class="ahead">
          <b>{chance}</b> <span class="muted">{text}</span>
        </p>
        <Fitted first={336} printed={336}>
          {(width) => <Densities sides={sides} width={width} label={say('comparePicture', first, second)} />}
        </Fitted>
        <ul class="why small" aria-label={say('compareWhyTitle')}>
          {[...whyPhrases(comparison, basis.inputs), ...trades].map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      </div>
      <Column side={sides[1]} basis={basis} tone="second" evidence={evidence[1]} />
    </div>
  );
}

interface ColumnProps extends Pick<CompareProps, 'basis'> {
  readonly side: Side;
  readonly tone: 'first' | 'second';
  readonly evidence: Evidence | undefined;
}

function Column({ side, basis, tone, evidence }: ColumnProps) {
  const { piece, net, given, parts, perPoint, still } = side;
  const short = shortTicket(piece.shown);
  const url = ticketUrl(piece.shown);
  const good = basis.northStar.direction === 'up' ? 1 : -1;
  const shown = roundShown(net);
  return (
    <div class={`side ${tone}`}>
      <p class="small muted key">
        <i aria-hidden="true" />
        {url ? (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {short}
          </a>
        ) : (
          short
        )}
      </p>
      <h3 dir="auto">{piece.title.slice(0, 300) || short}</h3>
      <table>
        <tbody>
          {piece.effects.map((effect, i) => {
            const metric = basis.inputs.find(({ id }) => id === effect.input);
            const part = parts[i];
            const own = part && roundShown(part);
            const cause = metric ? say('cause', shortName(metric), sizePhrase(effect, metric)) : say('inputGone');
            return (
              <tr key={effect.input}>
                <th scope="row" class="cut" title={cause}>
                  {cause}
                </th>
                <td class={`num ${part && part.mean * good < 0 ? 'loss' : ''}`}>{own && formatSigned(own.mean)}</td>
                <td class="num muted">{own && rangePhrase(own.p10, own.p90)}</td>
              </tr>
            );
          })}
          <tr class="net">
            <th scope="row">{say('compareNet')}</th>
            <td class="num">{formatSigned(shown.mean)}</td>
            <td class="num muted">{rangePhrase(shown.p10, shown.p90)}</td>
          </tr>
          {given && <Given given={given} />}
          <tr>
            <th scope="row">{say('compareEffort')}</th>
            <td class="num">{piece.effort === undefined ? '' : formatNumber(piece.effort)}</td>
            <td class="num muted">{piece.effort === undefined ? say('compareNoEffort') : ''}</td>
          </tr>
          {perPoint !== undefined && (
            <tr>
              <th scope="row">{say('comparePerPoint')}</th>
              <td class="num">{formatSigned(roundShown({ p10: perPoint, mean: perPoint, p90: perPoint }).mean)}</td>
              <td />
            </tr>
          )}
          <tr>
            <th scope="row">{say('compareEvidence')}</th>
            <td class="num" colSpan={2}>
              {say(EVIDENCE[evidence ?? 'opinion'])}
              {still >= 0.005 && <span class="muted"> · {say('compareNothing', formatChance(still))}</span>}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Given({ given }: { given: NonNullable<Side['given']> }) {
  const shown = roundShown(given);
  return (
    <tr class="muted">
      <th scope="row">{say('compareGiven')}</th>
      <td class="num">{formatSigned(shown.mean)}</td>
      <td class="num">{rangePhrase(shown.p10, shown.p90)}</td>
    </tr>
  );
}
