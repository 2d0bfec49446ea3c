// What other work costs, in full: by quarter, by reason and by the input that waits, and the budget that plans it.
import type { Priced, Unpriced } from '../../lib/impact/cost.ts';
import { formatChance, formatNumber, roundShown } from '../../lib/impact/shown.ts';
import { rangePhrase, reasonPhrase, shortName } from '../../lib/phrases/answer.ts';
import { costAsides, costSentence, pointsPhrase, quarterPhrase } from '../../lib/phrases/overview.ts';
import { say } from '../../lib/say.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { Overview } from '../../lib/state/overview.ts';
import type { QuarterCost } from '../../lib/state/quarters.ts';
import { Rich } from '../panel/rich.tsx';
import { Budget, type BudgetProps } from './budget.tsx';
import { ShareBar } from './share-bar.tsx';
import { Heads } from './heads.tsx';

export interface CostViewProps extends Omit<BudgetProps, 'quarters'> {
  readonly overview: Overview;
  readonly basis: Basis;
}

export function CostView({ overview, basis, ...budget }: CostViewProps) {
  const [now] = overview.quarters;
  if (!now) return null;
  const { cost } = now;
  return (
    <>
      <p class="lead">
        <Rich text={costSentence(now, basis.northStar, basis.inputs)} />
      </p>
      {cost.priced && cost.cost !== 0 && <p class="small muted">{say('overviewCostDelay')}</p>}
      {costAsides(now).map((aside) => (
        <p key={aside} class="small muted">
          {aside}
        </p>
      ))}
      <div class="columns">
        <div>
          <h3>{say('overviewByReason')}</h3>
          {cost.priced ? <Reasons cost={cost} /> : <Shares cost={cost} />}
          {cost.priced && cost.byInput.length > 0 && (
            <>
              <h3>{say('overviewByInput')}</h3>
              <Inputs cost={cost} basis={basis} />
            </>
          )}
          <h3>{say('overviewByQuarter')}</h3>
          <Quarters quarters={overview.quarters} />
          <p class="small muted">{say('overviewQuarterRule')}</p>
        </div>
        <Budget quarters={overview.quarters} {...budget} />
      </div>
    </>
  );
}

/** Rounded as the whole price is. */
const part = (value: number, { low, high }: Priced): string => formatNumber(roundShown({ p10: low, mean: value, p90: high }).mean);

function Reasons({ cost }: { cost: Priced }) {
  const most = Math.max(0, ...cost.byReason.map((one) => one.effort));
  return (
    <table class="plain">
      <Heads of={say('overviewReason')} figures={[say('overviewTickets'), say('overviewPoints'), say('overviewPrice')]} />
      <tbody>
        {cost.byReason.map(({ reason, tickets, effort, cost: price }) => (
          <tr key={reason}>
            <th scope="row">{reasonPhrase(reason)}</th>
            <td>
              <ShareBar value={effort} most={most} />
            </td>
            <td class="num">{formatNumber(tickets)}</td>
            <td class="num">{pointsPhrase(effort)}</td>
            <td class="num">{part(price, cost)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shares({ cost }: { cost: Unpriced }) {
  return (
    <table class="plain">
      <Heads of={say('overviewReason')} figures={[say('overviewTickets'), say('overviewShareOfTickets')]} />
      <tbody>
        {cost.byReason.map(({ reason, tickets, share }) => (
          <tr key={reason}>
            <th scope="row">{reasonPhrase(reason)}</th>
            <td>
              <ShareBar value={share} most={1} />
            </td>
            <td class="num">{formatNumber(tickets)}</td>
            <td class="num">{formatChance(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Inputs({ cost, basis }: { cost: Priced; basis: Basis }) {
  const most = Math.max(0, ...cost.byInput.map((one) => one.cost));
  return (
    <table class="plain">
      <Heads of={say('overviewInput')} figures={[say('overviewPrice')]} />
      <tbody>
        {cost.byInput
          .toSorted((a, b) => b.cost - a.cost)
          .map(({ input, cost: price }) => {
            const metric = basis.inputs.find(({ id }) => id === input);
            return (
              <tr key={input}>
                <th scope="row">{metric ? shortName(metric) : say('inputGone')}</th>
                <td>
                  <ShareBar value={price} most={most} tone="loss" />
                </td>
                <td class="num">{part(price, cost)}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}

function Quarters({ quarters }: { quarters: readonly QuarterCost[] }) {
  const most = Math.max(0, ...quarters.map(({ cost }) => (cost.priced ? cost.high : 0)));
  return (
    <table class="plain">
      <Heads of={say('overviewQuarterHead')} figures={[say('overviewPoints'), say('overviewPrice'), say('overviewRange')]} />
      <tbody>
        {quarters.map(({ quarter, cost }) => {
          const shown = cost.priced ? roundShown({ p10: cost.low, mean: cost.cost, p90: cost.high }) : undefined;
          return (
            <tr key={quarter}>
              <th scope="row">{quarterPhrase(quarter)}</th>
              <td>{cost.priced && <ShareBar value={cost.cost} low={cost.low} high={cost.high} most={most} tone="loss" />}</td>
              <td class="num">{cost.priced && pointsPhrase(cost.effort)}</td>
              <td class="num">{shown && formatNumber(shown.mean)}</td>
              <td class="num muted">{shown && rangePhrase(shown.p10, shown.p90)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
