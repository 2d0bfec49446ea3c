// The head of the list: what the columns are, the scale of the bars, and the order.
import type { ComponentChildren } from 'preact';
import { formatSigned } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import { FIRST_ORDER, type Sort, type SortKey } from '../../lib/state/order.ts';
import type { Scale } from './scale.ts';

export interface TableHeadProps {
  readonly sort: Sort;
  readonly unit: string;
  readonly scale: Scale;
  readonly onSort: (sort: Sort) => void;
}

export function TableHead({ sort, unit, scale, onSort }: TableHeadProps) {
  const column = (key: SortKey, words: ComponentChildren, side: 'num' | 'ticket') => {
    const on = sort.key === key;
    const turned = sort.order === 'asc' ? 'desc' : 'asc';
    return (
      <span role="columnheader" class={side} aria-sort={on ? (sort.order === 'asc' ? 'ascending' : 'descending') : undefined}>
        <button type="button" onClick={() => onSort({ key, order: on ? turned : FIRST_ORDER[key] })}>
          {words}
          <span aria-hidden="true" class="arrow">
            {on ? (sort.order === 'asc' ? ' ↑' : ' ↓') : ''}
          </span>
        </button>
      </span>
    );
  };
  return (
    <div role="rowgroup" class="heads">
      <div role="row" class="row head" aria-rowindex={1}>
        <span role="columnheader" class="rank">
          <span class="quiet">{say('backlogRank')}</span>
        </span>
        {column('ticket', say('backlogTicket'), 'ticket')}
        <span role="columnheader" class="bars">
          <span class="cut">{say('backlogGainIn', unit)}</span>
          <span class="axis" aria-hidden="true">
            {scale.ticks.map(({ value, x }) => (
              <span key={value} style={{ insetInlineStart: `${x}px` }}>
                {formatSigned(value)}
              </span>
            ))}
          </span>
        </span>
        {column('gain', say('backlogExpected'), 'num')}
        {column('point', say('backlogPerPoint'), 'num')}
        {column('effort', say('backlogEffort'), 'num')}
        {column('age', say('backlogAge'), 'num')}
        <span role="columnheader">
          <span class="quiet">{say('backlogHistory')}</span>
        </span>
      </div>
    </div>
  );
}
