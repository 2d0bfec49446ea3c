// One piece of work in the table: what it is, what it is worth as a range, and what its columns say.
import type { TargetedMouseEvent } from 'preact';
import { shortTicket, ticketUrl } from '../../lib/model/ticket.ts';
import { reasonPhrase } from '../../lib/phrases/answer.ts';
import { wasPhrase } from '../../lib/phrases/repriced.ts';
import { say } from '../../lib/say.ts';
import type { Column, Scoring } from '../../lib/state/backlog-view.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { Past } from '../../lib/state/past.ts';
import { type BacklogRow, impactOfRow, rowKey, shiftOfRow } from '../../lib/state/ranking.ts';
import { RangeBar } from '../chart/range-bar.tsx';
import { Icon } from '../shell/icons.tsx';
import { Chips } from './chips.tsx';
import { isPriced, KINDS, rangeWords } from './columns.tsx';
import type { Scale } from './scale.ts';

export interface RowProps {
  readonly row: BacklogRow;
  readonly basis: Basis;
  readonly past: Past;
  readonly columns: readonly Column[];
  readonly scoring: Scoring;
  /** Its place in the whole list, from 1. */
  readonly place: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly selected: boolean;
  readonly scale: Scale;
  readonly barWidth: number;
  /** ms since 1970. */
  readonly now: number;
  readonly style: { readonly insetBlockStart: string; readonly blockSize: string };
  /** P(a row beats the next). */
  readonly next: (row: BacklogRow) => number | undefined;
  readonly onActive: () => void;
  readonly onHistory: () => void;
  /** @param range everything from the last row picked */
  readonly onPick: (range: boolean) => void;
}

/** A title is hostile text of any length: shown as text, cut, and in its own direction. */
const SHOWN = 300;

export function Row(props: RowProps) {
  const { row, basis, past, columns, place, active, open, selected, style, onActive, onHistory, onPick } = props;
  const { tag } = row;
  const tab = active ? 0 : -1;
  const short = shortTicket(tag.shown);
  const url = ticketUrl(tag.shown);
  const shift = shiftOfRow(row, basis, past);
  const was = shift && wasPhrase(shift, shift.past.framework.version);
  const title = tag.title.slice(0, SHOWN) || short;
  return (
    <div
      role="row"
      class={`row ${row.group}${active ? ' active' : ''}${open ? ' open' : ''}${selected ? ' selected' : ''}`}
      style={style}
      data-key={rowKey(row)}
      aria-rowindex={place + 1}
      aria-selected={selected}
      tabIndex={tab}
      onFocus={onActive}
    >
      <span role="gridcell" class="pick">
        <input
          type="checkbox"
          tabIndex={tab}
          checked={selected}
          aria-label={say('backlogSelect', short)}
          onClick={(event: TargetedMouseEvent<HTMLInputElement>) => onPick(event.shiftKey)}
        />
      </span>
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
          {!row.counted && <span class="was">{say('backlogPartsCount')}</span>}
          {was && (
            <span class="was" title={was}>
              {was}
            </span>
          )}
        </span>
      </div>
      {columns.map((column) => (
        <Cell key={column} column={column} {...props} />
      ))}
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

function Cell(props: RowProps & { readonly column: Column }) {
  const { column, columns, row, basis, scoring, scale, barWidth, now, next } = props;
  if (column !== 'range') {
    const { cell: Content, text } = KINDS[column];
    // Without a range in the table its words stand in the first of the other columns.
    const instead = !isPriced(row) && column === columns[0] && !columns.includes('range');
    return (
      <span role="gridcell" class={instead ? 'instead' : text ? 'cut small facts' : `num${column === 'gain' ? ' two' : ''}`}>
        {instead ? <Instead row={row} /> : <Content row={row} basis={basis} scoring={scoring} now={now} next={() => next(row)} />}
      </span>
    );
  }
  if (!isPriced(row)) {
    return (
      <span role="gridcell" class="instead">
        <Instead row={row} />
      </span>
    );
  }
  return (
    <span role="gridcell" class="bars">
      <RangeBar {...impactOfRow(row, basis)} from={scale.from} to={scale.to} width={barWidth} good={basis.northStar.direction} />
      <span class="quiet">{rangeWords(row, basis)}</span>
    </span>
  );
}

/** What stands in the place of the bar where there is none. */
function Instead({ row: { tag, group, effects } }: { row: BacklogRow }) {
  const other = tag.answer.kind === 'not-north-star' && effects.length === 0 && group !== 'orphan';
  if (other && tag.answer.kind === 'not-north-star') return <span class="tag">{reasonPhrase(tag.answer.reason)}</span>;
  return <span class="small muted">{say(group === 'orphan' ? 'backlogOrphan' : 'backlogUnpriced')}</span>;
}
