// The list itself. However long it is, only what is near the screen is in the page.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { unitName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { groupKey, type RowGroup } from '../../lib/state/arranged.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { Past } from '../../lib/state/past.ts';
import type { Sort } from '../../lib/state/order.ts';
import { rowKey } from '../../lib/state/ranking.ts';
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
  readonly sort: Sort;
  /** Index of the row that keys act on, over all groups. */
  readonly active: number;
  /** Key of the row whose history is open. */
  readonly open: string | undefined;
  readonly now: number;
  readonly onSort: (sort: Sort) => void;
  readonly onActive: (index: number) => void;
  readonly onHistory: (index: number) => void;
}

/** px of the bars' column, by the window's width. */
const barWidthIn = (window: number): number => (window > 1000 ? 232 : 168);
/** Scrolling draws anew only when it has gone this far, px. */
const STEP = 88;

/** The part of the list on screen, px from its start, in steps; and how wide bars are. */
function useScreen(list: { readonly current: HTMLElement | null }): readonly [top: number, bottom: number, barWidth: number] {
  const screen = useSignal<readonly [number, number, number]>([0, 900, barWidthIn(innerWidth)]);
  useLayoutEffect(() => {
    const look = (): void => {
      const top = -(list.current?.getBoundingClientRect().top ?? 0);
      const next = [Math.floor(top / STEP) * STEP, Math.ceil((top + innerHeight) / STEP) * STEP, barWidthIn(innerWidth)] as const;
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

export function Table(props: TableProps) {
  const { basis, past, groups, span, sort, active, open, now, onSort, onActive, onHistory } = props;
  const list = useRef<HTMLDivElement>(null);
  const [top, bottom, barWidth] = useScreen(list);
  const items = useGradually(visible(groups, top, bottom, active), [top, bottom], active);
  const scale = scaleOf(span, barWidth);
  return (
    <div
      role="grid"
      class="backlog-table"
      aria-label={say('backlogTable')}
      aria-rowcount={rowCount(groups) + 1}
      style={{ '--bar': `${barWidth}px` }}
    >
      <TableHead sort={sort} unit={unitName(basis.northStar)} scale={scale} onSort={onSort} />
      <div role="rowgroup" class="list" ref={list} style={{ blockSize: `${heightOf(groups)}px` }}>
        {groups[0]?.group === 'ranked' && <Grid ticks={scale.ticks} height={placeOf(groups, groups[0].rows.length - 1)} />}
        {items.map((item) =>
          item.kind === 'head' ? (
            <GroupHead key={groupKey(item.group)} group={item.group} top={item.top} />
          ) : (
            <Row
              key={rowKey(item.row)}
              row={item.row}
              basis={basis}
              past={past}
              place={item.index + 1}
              active={item.index === active}
              open={rowKey(item.row) === open}
              scale={scale}
              barWidth={barWidth}
              now={now}
              style={{ insetBlockStart: `${item.top}px`, blockSize: `${item.height}px` }}
              onActive={() => onActive(item.index)}
              onHistory={() => onHistory(item.index)}
            />
          ),
        )}
      </div>
    </div>
  );
}

/** The scale's lines, once behind all bars instead of in each. */
function Grid({ ticks, height }: { ticks: ReturnType<typeof scaleOf>['ticks']; height: { top: number; height: number } }) {
  return (
    <div class="grid-lines row" aria-hidden="true" style={{ blockSize: `${height.top + height.height}px` }}>
      <span class="bars">
        {ticks.map(({ value, x }) => (
          <i key={value} class={value === 0 ? 'zero' : ''} style={{ insetInlineStart: `${x}px` }} />
        ))}
      </span>
    </div>
  );
}
