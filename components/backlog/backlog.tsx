// The backlog: pieces of work in the order of what they are worth, as many ways to look at them as there are views, and what can be
// done to one or to many.
import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { say } from '../../lib/say.ts';
import { ticketCount } from '../../lib/state/arranged.ts';
import { asksStale, type Backlog } from '../../lib/state/backlog.ts';
import { queryOf, USUAL_VIEW, type View, withFilter } from '../../lib/state/backlog-view.ts';
import type { BulkChange } from '../../lib/state/bulk.ts';
import type { HistoryEntry } from '../../lib/state/history.ts';
import { type BacklogRow, rowKey } from '../../lib/state/ranking.ts';
import type { NamedView } from '../../lib/state/saved-views.ts';
import { beatsNext } from '../../lib/state/weighing.ts';
import { Bulk } from './bulk.tsx';
import type { People } from './answers.tsx';
import { Empty, type EmptyProps } from './empty.tsx';
import { rangesOf } from './columns.tsx';
import { FilterChips } from './filter-menu.tsx';
import { Find } from './find.tsx';
import { History } from './history.tsx';
import { Matrix } from './matrix.tsx';
import { Count, Hidden, Notes, Unanswered } from './notes.tsx';
import { useRowKeys } from './row-keys.ts';
import { Table } from './table.tsx';
import { Toolbar } from './toolbar.tsx';
import { indexOf, rowAt, rowCount } from './window.ts';

export interface BacklogVerbs {
  /** Shows another view. @param how `replace` while it is still being typed */
  look(view: View, how?: 'replace'): void;
  /** Opens the history of a ticket (by its row's key), or closes it. */
  open(key: string | undefined): void;
  undo(row: BacklogRow, entry: HistoryEntry): void;
  remove(row: BacklogRow): void;
  /** @param range everything from the last row picked, in the order shown */
  pick(row: BacklogRow, range: boolean): void;
  /** Everything that is shown, or nothing. */
  pickAll(on: boolean): void;
  /** Does one thing to all that is selected. */
  bulk(change: BulkChange): void;
  go(view: NamedView): void;
  keep(name: string, of?: NamedView): void;
  drop(view: NamedView): void;
}

export interface BacklogViewProps extends EmptyProps {
  readonly backlog: Backlog;
  /** The ways to the backlog's halves, and the address of the other. */
  readonly tabs?: ComponentChildren;
  readonly toUnanswered?: string;
  /** The button that exports what is shown. */
  readonly exports?: ComponentChildren;
  /** Index of the row that keys act on; -1 before the first. */
  readonly active: Signal<number>;
  /** Key of the row whose history is open. */
  readonly open: ReadonlySignal<string | undefined>;
  /** Keys of the selected rows. */
  readonly selected: ReadonlySignal<ReadonlySet<string>>;
  /** Of a change to many, 0..1, while it is under way. */
  readonly progress: ReadonlySignal<number | undefined>;
  readonly history: ReadonlySignal<readonly HistoryEntry[] | undefined>;
  /** Why the opened ticket's number is another since it was answered, where the framework made it so. */
  readonly account: ReadonlySignal<string | undefined>;
  /** Whose answers they are: this device's person by its id, and others' names. */
  readonly people: ReadonlySignal<People>;
  readonly views: ReadonlySignal<readonly NamedView[]>;
  /** Parts of the address that say nothing here. */
  readonly dropped: ReadonlySignal<readonly string[]>;
  readonly singleKeys: boolean;
  readonly now: number;
  readonly verbs: BacklogVerbs;
  /** What stands between the heading and the table, and at the foot. */
  readonly above?: ComponentChildren;
  readonly below?: ComponentChildren;
  /** What a row has to be looked at for. */
  readonly flag?: ((row: BacklogRow) => ComponentChildren) | undefined;
}

export function BacklogView(props: BacklogViewProps) {
  const {
    backlog,
    active,
    open,
    selected,
    progress,
    history,
    account,
    people,
    views,
    dropped,
    singleKeys,
    now,
    verbs,
    exports,
    tabs,
    toUnanswered = '#/sweep',
    above,
    below,
    flag,
    ...empty
  } = props;
  const menu = useSignal<string | undefined>(undefined);
  const groups = backlog.groups.value;
  const basis = backlog.basis.value;
  const total = backlog.total.value;
  const view = backlog.view.value;
  /** Of what is not read to its end nothing can be chosen, counted or exported. */
  const partial = backlog.partial.value;
  const keys = selected.value;
  const shown = rowCount(groups);
  /** Of the tickets, some stand in several groups. */
  const tickets = ticketCount(groups);
  const opened = open.value === undefined ? undefined : rowAt(groups, indexOf(groups, open.value));
  const select = (index: number): void => {
    active.value = index;
  };
  const openAt = (index: number): void => {
    const row = rowAt(groups, index);
    const key = row && rowKey(row);
    verbs.open(key === open.value ? undefined : key);
  };
  const openMenu = (name: 'filter' | 'group' | 'effects'): void => {
    const row = rowAt(groups, active.value);
    // Effects are of what is selected, else of the row one is at.
    if (name === 'effects' && keys.size === 0) {
      if (!row) return;
      verbs.pick(row, false);
    }
    if (name !== 'effects' && keys.size > 0) verbs.pickAll(false);
    menu.value = name;
  };
  useRowKeys({
    ...{ groups: backlog.groups, active, singleKeys, onOpen: openAt, onPick: verbs.pick, onMenu: openMenu },
    onAll: () => verbs.pickAll(true),
    onNone: () => verbs.pickAll(false),
  });
  const next = (row: BacklogRow): number | undefined => {
    const beliefs = backlog.beliefs.value;
    return beliefs && beatsNext(row, backlog.inRank.value, view.scoring, beliefs);
  };

  return (
    <div class="backlog">
      <header class="top">
        <h1 tabIndex={-1}>{say('shellBacklog')}</h1>
        {/* The tabs say how many there are: it is said once, and where it differs. */}
        <span class={tabs && !partial && tickets === total ? 'quiet' : 'muted'} role="status">
          <Count reading={backlog.reading.value} total={total} shown={tickets} first={basis === undefined || partial} />
        </span>
        {basis && !partial && tabs}
        <span class="gap" />
        {basis && !partial && keys.size > 0 && (
          <Bulk
            {...{ menu, inputs: basis.inputs, count: keys.size, progress: progress.value }}
            onChange={verbs.bulk}
            onNone={() => verbs.pickAll(false)}
          />
        )}
        {basis && !partial && total > 0 && keys.size === 0 && (
          <>
            <Find find={view.find} onFind={(find) => verbs.look({ ...view, find }, 'replace')} />
            <Toolbar
              {...{ view, menu, rows: backlog.rows.value, inputs: basis.inputs, views: views.value, query: queryOf(view) }}
              onLook={verbs.look}
              onGo={verbs.go}
              onKeep={verbs.keep}
              onDrop={verbs.drop}
            />
            {exports}
          </>
        )}
      </header>
      {basis && total > 0 && !partial && (
        <>
          <FilterChips
            rows={backlog.rows.value}
            filters={view.filters}
            inputs={basis.inputs}
            onFilter={(facet, value, on) => verbs.look({ ...view, filters: withFilter(view.filters, facet, value, on) })}
          />
          <Notes scoring={view.scoring} dropped={dropped.value} again={shown - tickets} group={view.group} />
        </>
      )}
      {above}
      {basis && view.scoring === 'value' && total > 0 && (
        <Matrix inRank={backlog.inRank.value} basis={basis} span={backlog.span.value} selected={keys} onPick={verbs.pick} />
      )}
      {basis && total > 0 && shown > 0 && (
        <Table
          {...{ basis, groups, view, now, next, flag, past: backlog.past.value, span: backlog.span.value }}
          active={active.value}
          open={open.value}
          selected={keys}
          onSort={(sort) => verbs.look({ ...view, sort })}
          onActive={select}
          onHistory={(index) => {
            select(index);
            openAt(index);
          }}
          onPick={verbs.pick}
          onAll={verbs.pickAll}
        />
      )}
      {basis && total > 0 && shown === 0 && !partial && !(asksStale(view) && backlog.aged.value === 0) && (
        <div class="nothing muted">
          <p>{say('backlogNoMatch')}</p>
          <button type="button" class="btn" onClick={() => verbs.look({ ...view, find: '', filters: USUAL_VIEW.filters })}>
            {say('filterClear')}
          </button>
        </div>
      )}
      <Hidden count={backlog.hidden.value} />
      {basis && backlog.unanswered.value.length > 0 && <Unanswered count={backlog.unanswered.value.length} href={toUnanswered} />}
      {backlog.reading.value === undefined && total === 0 && <Empty {...empty} />}
      {below}
      {basis && opened && (
        <History
          row={opened}
          entries={history.value}
          account={account.value}
          ranges={rangesOf(opened, basis, backlog.beliefs.value?.learned.width)}
          inputs={basis.inputs}
          basis={basis}
          people={people.value}
          onUndo={(entry) => verbs.undo(opened, entry)}
          onRemove={() => verbs.remove(opened)}
          onClose={() => verbs.open(undefined)}
        />
      )}
    </div>
  );
}
