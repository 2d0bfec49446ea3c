// One ticket of the backlog: what it is, what it is worth as a range, what it costs, how old the answer is.
import { formatAge, formatNumber, formatSigned, roundShown } from '../../lib/impact/shown.ts';
import { shortTicket, ticketUrl } from '../../lib/model/ticket.ts';
import { rangePhrase, reasonPhrase } from '../../lib/phrases/answer.ts';
import { wasPhrase } from '../../lib/phrases/repriced.ts';
import { say } from '../../lib/say.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { Past } from '../../lib/state/past.ts';
import { type BacklogRow, impactOfRow, rowKey, shiftOfRow } from '../../lib/state/ranking.ts';
import { RangeBar } from '../chart/range-bar.tsx';
import { Icon } from '../shell/icons.tsx';
import { Chips } from './chips.tsx';
import type { Scale } from './scale.ts';

export interface RowProps {
  readonly row: BacklogRow;
  readonly basis: Basis;
  readonly past: Past;
  /** Its place in the whole list, from 1. */
  readonly place: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly scale: Scale;
  readonly barWidth: number;
  /** ms since 1970. */
  readonly now: number;
  readonly style: { readonly insetBlockStart: string; readonly blockSize: string };
  readonly onActive: () => void;
  readonly onHistory: () => void;
}

const DAY_MS = 86_400_000;

/** A title is hostile text of any length: shown as text, cut, and in its own direction. */
const SHOWN = 300;

export function Row(props: RowProps) {
  const { row, basis, past, place, active, open, now, style, onActive, onHistory } = props;
  const { tag } = row;
  const days = Math.max(0, Math.floor((now - Date.parse(row.at)) / DAY_MS));
  const tab = active ? 0 : -1;
  const short = shortTicket(tag.shown);
  const url = ticketUrl(tag.shown);
  const shift = shiftOfRow(row, basis, past);
  const was = shift && wasPhrase(shift, shift.past.framework.version);
  const title = tag.title.slice(0, SHOWN) || short;
  return (
    <div
      role="row"
      class={`row ${row.group}${active ? ' active' : ''}${open ? ' open' : ''}`}
      style={style}
      data-key={rowKey(row)}
      aria-rowindex={place + 1}
      tabIndex={tab}
      onFocus={onActive}
    >
      <span role="gridcell" class="rank muted">
        {row.rank > 0 && row.rank}
      </span>
      <div role="gridcell" class="ticket">
        <span class="title cut" dir="auto">
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer" tabIndex={tab}>
              {title}
            </a>
          ) : (
            title
          )}
        </span>
        <span class="about cut">
          <span class="muted">{short}</span>
          {row.effects.length > 0 && <Chips effects={row.effects} inputs={basis.inputs} />}
          {was && (
            <span class="was" title={was}>
              {was}
            </span>
          )}
        </span>
      </div>
      {row.group === 'ranked' ? <Worth {...props} /> : <Unworth row={row} />}
      <span role="gridcell" class="num">
        {row.effort === undefined ? '' : formatNumber(row.effort)}
      </span>
      <span role="gridcell" class="num muted">
        {formatAge(days)}
      </span>
      <span role="gridcell">
        <button
          type="button"
          class="icon"
          tabIndex={tab}
          aria-label={say('backlogHistoryOf', short)}
          aria-expanded={open}
          onClick={onHistory}
        >
          <Icon name="history" />
        </button>
      </span>
    </div>
  );
}

function Worth({ row, basis, scale, barWidth }: Pick<RowProps, 'row' | 'basis' | 'scale' | 'barWidth'>) {
  const impact = impactOfRow(row, basis);
  const shown = roundShown(impact);
  const { effort } = row;
  const perPoint =
    effort === undefined ? undefined : roundShown({ p10: impact.p10 / effort, mean: impact.mean / effort, p90: impact.p90 / effort }).mean;
  return (
    <>
      <span role="gridcell" class="bars">
        <RangeBar {...impact} from={scale.from} to={scale.to} width={barWidth} good={basis.northStar.direction} />
        <span class="quiet">{rangePhrase(shown.p10, shown.p90)}</span>
      </span>
      <span role="gridcell" class="num two">
        <b>{formatSigned(shown.mean)}</b>
        <span class="micro muted" aria-hidden="true">
          {rangePhrase(shown.p10, shown.p90)}
        </span>
      </span>
      <span role="gridcell" class="num">
        {perPoint === undefined ? '' : formatSigned(perPoint)}
      </span>
    </>
  );
}

/** What stands in the place of the bar where there is none. */
function Unworth({ row: { tag, group } }: { row: BacklogRow }) {
  const words =
    tag.answer.kind === 'not-north-star' ? reasonPhrase(tag.answer.reason) : say(group === 'orphan' ? 'backlogOrphan' : 'backlogUnpriced');
  return (
    <>
      <span role="gridcell" class="instead">
        <span class={tag.answer.kind === 'not-north-star' ? 'tag' : 'small muted'}>{words}</span>
      </span>
      <span role="gridcell" />
      <span role="gridcell" />
    </>
  );
}
