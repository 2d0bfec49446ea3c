// The backlog: tickets ranked by what they are worth, and what was done to each.
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { Backlog } from '../../lib/state/backlog.ts';
import type { HistoryEntry } from '../../lib/state/history.ts';
import { type BacklogRow, rowKey, type Sort } from '../../lib/state/ranking.ts';
import { Icon } from '../shell/icons.tsx';
import { Empty, type EmptyProps } from './empty.tsx';
import { History } from './history.tsx';
import { useRowKeys } from './row-keys.ts';
import { Table } from './table.tsx';
import { indexOf, rowAt, rowCount } from './window.ts';

export interface BacklogVerbs {
  sort(sort: Sort): void;
  find(text: string): void;
  /** Opens the history of a ticket (by its row's key), or closes it. */
  open(key: string | undefined): void;
  undo(row: BacklogRow, entry: HistoryEntry): void;
  remove(row: BacklogRow): void;
}

export interface BacklogViewProps extends EmptyProps {
  readonly backlog: Backlog;
  /** The button that exports what is shown. */
  readonly exports?: ComponentChildren;
  /** Index of the row that keys act on; -1 before the first. */
  readonly active: Signal<number>;
  /** Key of the row whose history is open. */
  readonly open: ReadonlySignal<string | undefined>;
  readonly history: ReadonlySignal<readonly HistoryEntry[] | undefined>;
  /** Why the opened ticket's number is another since it was answered, where the framework made it so. */
  readonly account: ReadonlySignal<string | undefined>;
  readonly singleKeys: boolean;
  readonly now: number;
  readonly verbs: BacklogVerbs;
}

export function BacklogView({ backlog, exports, active, open, history, account, singleKeys, now, verbs, ...empty }: BacklogViewProps) {
  const groups = backlog.groups.value;
  const basis = backlog.basis.value;
  const total = backlog.total.value;
  const shown = rowCount(groups);
  const opened = open.value === undefined ? undefined : rowAt(groups, indexOf(groups, open.value));
  const select = (index: number): void => {
    active.value = index;
  };
  const openAt = (index: number): void => {
    const row = rowAt(groups, index);
    const key = row && rowKey(row);
    verbs.open(key === open.value ? undefined : key);
  };
  useRowKeys({ groups: backlog.groups, active, singleKeys, onOpen: openAt });

  return (
    <div class="backlog">
      <header class="top">
        <h1 tabIndex={-1}>{say('shellBacklog')}</h1>
        <span class="muted" role="status">
          <Count reading={backlog.reading.value} total={total} shown={shown} first={basis === undefined} />
        </span>
        <span class="gap" />
        {total > 0 && (
          <>
            <label class="field find">
              <Icon name="search" />
              <span class="quiet">{say('backlogFind')}</span>
              <input
                type="search"
                value={backlog.find.value}
                placeholder={say('backlogFind')}
                spellcheck={false}
                onInput={(event) => verbs.find(event.currentTarget.value)}
              />
            </label>
            {exports}
          </>
        )}
      </header>
      {basis && total > 0 && shown > 0 && (
        <Table
          basis={basis}
          past={backlog.past.value}
          groups={groups}
          span={backlog.span.value}
          sort={backlog.sort.value}
          active={active.value}
          open={open.value}
          now={now}
          onSort={verbs.sort}
          onActive={select}
          onHistory={(index) => {
            select(index);
            openAt(index);
          }}
        />
      )}
      {basis && total > 0 && shown === 0 && <p class="nothing muted">{say('backlogNoMatch', backlog.find.value)}</p>}
      {backlog.reading.value === undefined && total === 0 && <Empty {...empty} />}
      {basis && opened && (
        <History
          row={opened}
          entries={history.value}
          account={account.value}
          inputs={basis.inputs}
          onUndo={(entry) => verbs.undo(opened, entry)}
          onRemove={() => verbs.remove(opened)}
          onClose={() => verbs.open(undefined)}
        />
      )}
    </div>
  );
}

function Count({ reading, total, shown, first }: { reading: number | undefined; total: number; shown: number; first: boolean }) {
  if (first && reading !== undefined) return <>{reading > 0 ? say('backlogReading', formatNumber(reading)) : ''}</>;
  if (total === 0) return <></>;
  if (shown !== total) return <>{say('backlogShown', formatNumber(shown), formatNumber(total))}</>;
  return <>{total === 1 ? say('backlogOneAnswered') : say('backlogAnsweredCount', formatNumber(total))}</>;
}
