// Three panels above the table: how much is answered, whether the work reaches the targets, and what other work costs.
import { formatChance, formatGap, formatNumber } from '../../lib/impact/shown.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { chancePhrase, costAsides, costSentence } from '../../lib/phrases/overview.ts';
import { say } from '../../lib/say.ts';
import type { Basis } from '../../lib/state/basis.ts';
import { type Overview, shareAnswered } from '../../lib/state/overview.ts';
import { Fitted } from '../chart/width.tsx';
import { Rich } from '../panel/rich.tsx';
import { GapBar } from './gap-bar.tsx';
import type { Panel } from './panels.ts';

export interface StripProps {
  readonly overview: Overview;
  readonly basis: Basis;
  readonly open: Panel | undefined;
  readonly onOpen: (panel: Panel | undefined) => void;
}

/** A head that opens its panel in full. */
function Head({ panel, text, open, onOpen }: Pick<StripProps, 'open' | 'onOpen'> & { panel: Panel; text: string }) {
  return (
    <h2>
      <button type="button" data-panel={panel} aria-expanded={open === panel} onClick={() => onOpen(open === panel ? undefined : panel)}>
        {text}
      </button>
    </h2>
  );
}

function Coverage({ overview, ...head }: Omit<StripProps, 'basis'>) {
  const { northStar, other, unanswered, seen } = overview;
  const share = shareAnswered(overview);
  const parts = [
    { kind: 'tagged', name: say('overviewNorthStar'), count: northStar },
    { kind: 'other', name: say('overviewOther'), count: other },
    { kind: 'open', name: say('overviewUnanswered'), count: unanswered.length },
  ];
  return (
    <div>
      <Head panel="coverage" text={say('overviewCoverage')} {...head} />
      <p class="big">{share === undefined ? say('overviewNothingOpen') : formatChance(share)}</p>
      <div class="stack" role="img" aria-label={say('overviewCounts', ...parts.map(({ count }) => formatNumber(count)))}>
        {parts.map(({ kind, count }) => count > 0 && <i key={kind} class={kind} style={{ flex: count }} />)}
      </div>
      <ul class="legend">
        {parts.map(({ kind, name, count }) => (
          <li key={kind}>
            <i class={kind} />
            {name}
            <b>{formatNumber(count)}</b>
          </li>
        ))}
      </ul>
      {!seen && <p class="micro muted aside">{say('overviewUnseen')}</p>}
    </div>
  );
}

function Gaps({ overview, ...head }: Omit<StripProps, 'basis'>) {
  return (
    <div class="gaps">
      <Head panel="gap" text={say('overviewGaps')} {...head} />
      <table>
        <thead>
          <tr class="micro">
            <th scope="col">
              <span class="quiet">{say('overviewMetric')}</span>
            </th>
            <th scope="col" class="num">
              {say('overviewGap')}
            </th>
            <th scope="col" class="middle">
              {say('overviewClosed')}
            </th>
            <th scope="col" class="num">
              {say('overviewChance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.gaps.map((line) => (
            <tr key={line.metric.id} class={line.metric.role === 'north-star' ? 'first' : ''}>
              <th scope="row" class="cut" title={line.metric.name}>
                {line.metric.role === 'north-star' ? say('northStar') : shortName(line.metric)}
              </th>
              <td class="num">{line.gap === undefined || line.reached ? '' : formatGap({ ...line.metric, unit: '' }, line.gap)}</td>
              <td class="picture">
                <Fitted first={200} printed={200}>
                  {(width) => <GapBar line={line} width={width} />}
                </Fitted>
              </td>
              <td class="num">{chancePhrase(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cost({ overview, basis, ...head }: StripProps) {
  const [now] = overview.quarters;
  if (!now) return null;
  return (
    <div class="cost">
      <Head panel="cost" text={say('overviewCost')} {...head} />
      <p>
        <Rich text={costSentence(now, basis.northStar, basis.inputs)} />
      </p>
      {costAsides(now).map((aside) => (
        <p key={aside} class="small muted aside">
          {aside}
        </p>
      ))}
    </div>
  );
}

export function Strip(props: StripProps) {
  return (
    <section class="summary" aria-label={say('overviewLabel')}>
      <Coverage {...props} />
      <Gaps {...props} />
      <Cost {...props} />
    </section>
  );
}
