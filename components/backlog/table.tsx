// The list itself. However long it is, only what is near the screen is in the page.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { unitName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { groupKey, type RowGroup, ticketCount } from '../../lib/state/arranged.ts';
import type { View } from '../../lib/state/backlog-view.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { Sort } from '../../lib/state/order.ts';
import type { Past } from '../../lib/state/past.ts';
import { type BacklogRow, rowKey } from '../../lib/state/ranking.ts';
import { fitted } from './columns.tsx';
import { useGradually } from './gradually.ts';
import { GroupHead } from './group-head.tsx';
import { Row } from './row.tsx';
import { scaleOf } from './scale.ts';
import { TableHead } from './table-head.tsx';
import { heightOf, placeOf, rowCount, visible } from './window.ts';

export interface TableProps {
  readonly basis: Basis;
  readonly past: Past;
  readonly groups: readonly RowGroup[];
  readonly span: readonly [number, number];
  readonly view: View;
  /** Index of the row that keys act on, over all groups. */
  readonly active: number;
  /** Key of the row whose history is open. */
  readonly open: string | undefined;
  /** Keys of the selected rows. */
  readonly selected: ReadonlySet<string>;
  readonly now: number;
  readonly next: (row: BacklogRow) => number | undefined;
  /** What a row has to be looked at for. */
  readonly flag?: ((row: BacklogRow) => ComponentChildren) | undefined;
  readonly onSort: (sort: Sort) => void;
  readonly onActive: (index: number) => void;
  readonly onHistory: (index: number) => void;
  readonly onPick: (row: BacklogRow, range: boolean) => void;
  readonly onAll: (on: boolean) => void;
}

/** px of the bars' column, by the window's width. */
const barWidthIn = (window: number): number => (window > 1240 ? 232 : window > 1000 ? 200 : 152);
/** Scrolling draws anew only when it has gone this far, px. */
const STEP = 88;

/** The part of the list on screen, px from its start, in steps; how wide bars are, and the list. */
function useScreen(list: {
  readonly current: HTMLElement | null;
}): readonly [top: number, bottom: number, barWidth: number, width: number] {
  const screen = useSignal<readonly [number, number, number, number]>([0, 900, barWidthIn(innerWidth), innerWidth]);
  useLayoutEffect(() => {
    const look = (): void => {
      const box = list.current?.getBoundingClientRect();
      const top = -(box?.top ?? 0);
      const ends = [Math.floor(top / STEP) * STEP, Math.ceil((top + innerHeight) / STEP) * STEP] as const;
      const next = [...ends, barWidthIn(innerWidth), box?.width || innerWidth] as const;
      if (next.some((value, i) => value !== screen.peek()[i])) screen.value = next;
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, []);
  return screen.value;
}

function selectedOf(groups: readonly RowGroup[], selected: ReadonlySet<string>): 'all' | 'some' | 'none' {
  if (selected.size === 0) return 'none';
  // With fewer selected than shown it cannot be all: a hundred thousand rows need no look.
  if (selected.size < ticketCount(groups)) return 'some';
  return groups.every(({ rows }) => rows.every((row) => selected.has(rowKey(row)))) ? 'all' : 'some';
}

export function Table(props: TableProps) {
  const { basis, past, groups, span, view, active, open, selected, now, next, flag, onSort, onActive, onHistory, onPick, onAll } = props;
  const list = useRef<HTMLDivElement>(null);
  const [top, bottom, barWidth, width] = useScreen(list);
  const items = useGradually(visible(groups, top, bottom, active), [top, bottom], active);
  const scale = scaleOf(span, barWidth);
  const { columns, template } = fitted(view.columns, view.scoring, width, barWidth);
  const bar = columns.indexOf('range');
  return (
    <div
      role="grid"
      class="backlog-table"
      aria-label={say('backlogTable')}
      aria-rowcount={rowCount(groups) + 1}
      aria-multiselectable="true"
      style={{ '--bar': `${barWidth}px`, '--columns': template }}
    >
      <TableHead
        {...{ sort: view.sort, scoring: view.scoring, unit: unitName(basis.northStar), scale, columns, onSort, onAll }}
        selected={selectedOf(groups, selected)}
      />
      <div role="rowgroup" class="list" ref={list} style={{ blockSize: `${heightOf(groups)}px` }}>
        {bar >= 0 && (groups[0]?.group === 'ranked' || groups[0]?.group === 'parted') && (
          <Grid
            ticks={scale.ticks}
            column={bar + 4}
            height={groups[0].group === 'parted' ? { top: heightOf(groups), height: 0 } : placeOf(groups, groups[0].rows.length - 1)}
          />
        )}
        {items.map((item) =>
          item.kind === 'head' ? (
            <GroupHead key={groupKey(item.group)} group={item.group} basis={basis} top={item.top} />
          ) : (
            <Row
              key={item.key}
              row={item.row}
              {...{ basis, past, columns, scale, barWidth, now, next, flag }}
              scoring={view.scoring}
              place={item.index + 1}
              active={item.index === active}
              open={rowKey(item.row) === open}
              selected={selected.has(rowKey(item.row))}
              style={{ insetBlockStart: `${item.top}px`, blockSize: `${item.height}px` }}
              onActive={() => onActive(item.index)}
              onHistory={() => onHistory(item.index)}
              onPick={(range) => onPick(item.row, range)}
            />
          ),
        )}
      </div>
    </div>
  );
}

interface GridProps {
  readonly ticks: ReturnType<typeof scaleOf>['ticks'];
  /** Of the template, from 1. */
  readonly column: number;
  readonly height: { readonly top: number; readonly height: number };
}

/** The scale's lines, once behind all bars instead of in each. */
function Grid({ ticks, column, height }: GridProps) {
  return (
    <div class="grid-lines row" aria-hidden="true" style={{ blockSize: `${height.top + height.height}px` }}>
      <span class="bars" style={{ gridColumn: column }}>
        {ticks.map(({ value, x }) => (
          <i key={value} class={value === 0 ? 'zero' : ''} style={{ insetInlineStart: `${x}px` }} />
        ))}
      </span>
    </div>
  );
}
