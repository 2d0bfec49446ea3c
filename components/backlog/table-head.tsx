// The head of the list: what the columns are, the scale of the bars, the order, and everything shown selected at once.
import type { ComponentChildren } from 'preact';
import { formatSigned } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { Column, Scoring } from '../../lib/state/backlog-view.ts';
import { FIRST_ORDER, type Sort, type SortKey } from '../../lib/state/order.ts';
import { headWords, KINDS } from './columns.tsx';
import type { Scale } from './scale.ts';

export interface TableHeadProps {
  readonly sort: Sort;
  readonly unit: string;
  readonly scale: Scale;
  readonly columns: readonly Column[];
  readonly scoring: Scoring;
  /** Of what is shown. */
  readonly selected: 'all' | 'some' | 'none';
  readonly onSort: (sort: Sort) => void;
  readonly onAll: (on: boolean) => void;
}

export function TableHead({ sort, unit, scale, columns, scoring, selected, onSort, onAll }: TableHeadProps) {
  const sorted = (key: SortKey, words: ComponentChildren, side: string) => {
    const on = sort.key === key;
    const turned = sort.order === 'asc' ? 'desc' : 'asc';
    return (
      <span key={key} role="columnheader" class={side} aria-sort={on ? (sort.order === 'asc' ? 'ascending' : 'descending') : undefined}>
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
        <span role="columnheader" class="pick">
          <input
            type="checkbox"
            checked={selected === 'all'}
            // What is half true has no attribute.
            ref={(box) => {
              if (box) box.indeterminate = selected === 'some';
            }}
            aria-label={say('backlogSelectAll')}
            onChange={() => onAll(selected !== 'all')}
          />
        </span>
        <span role="columnheader" class="rank">
          <span class="quiet">{say('backlogRank')}</span>
        </span>
        {sorted('ticket', say('backlogTicket'), 'ticket')}
        {columns.map((column) => {
          if (column === 'range') return <Axis key={column} unit={unit} scale={scale} />;
          const { sort: key, text } = KINDS[column];
          return key && sorted(key, headWords(column, scoring), text ? 'words' : 'num');
        })}
        <span role="columnheader">
          <span class="quiet">{say('backlogHistory')}</span>
        </span>
      </div>
    </div>
  );
}

function Axis({ unit, scale }: Pick<TableHeadProps, 'unit' | 'scale'>) {
  return (
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
  );
}
