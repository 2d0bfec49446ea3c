// What is done from the backlog to many answers at once, and to views with a name; each with one undo.
import { type ReadonlySignal, signal } from '@preact/signals';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import { queryOf } from '../../lib/state/backlog-view.ts';
import type { Backlog } from '../../lib/state/backlog.ts';
import { type BulkChange, prepared, sendAll, undoAll } from '../../lib/state/bulk.ts';
import { ask } from '../../lib/state/own.ts';
import { rowKey } from '../../lib/state/ranking.ts';
import { dropView, keepView, type NamedView, namedViews, undoView } from '../../lib/state/saved-views.ts';
import type { Selection } from '../../lib/state/selection.ts';
import type { Db, Identity } from '../../lib/store/db.ts';
import type { Desk } from './desk.ts';

export interface Bulk {
  /** 0..1 while it is under way. */
  readonly progress: ReadonlySignal<number | undefined>;
  change(change: BulkChange): Promise<void>;
}

export function createBulk(desk: () => Desk, backlog: Backlog, selection: Selection): Bulk {
  const progress = signal<number | undefined>(undefined);

  async function undo(done: Parameters<typeof undoAll>[0], count: number): Promise<void> {
    const { refused } = await sendAll(undoAll(done), ask);
    await desk().refresh();
    desk().toast.value = refused ? { text: say('shellNotDone'), tone: 'bad' } : { text: say('bulkUndone', formatNumber(count)) };
  }

  async function change(what: BulkChange): Promise<void> {
    const { chosen, database, toast, refresh } = desk();
    const row = chosen.peek();
    if (!row || progress.peek() !== undefined) return;
    const who = (await (await database()).get('meta', 'identity')) as Identity | undefined;
    const keys = selection.keys.peek();
    const rows = backlog.rows.peek().filter((one) => keys.has(rowKey(one)));
    const { id, version } = row.framework;
    const { messages, count, skipped } = prepared(rows, what, { team: row.team, person: who?.person, framework: { id, version } });
    progress.value = 0;
    const { done, refused } = await sendAll(messages, ask, (sent) => (progress.value = sent / messages.length));
    progress.value = undefined;
    await refresh();
    const text = skipped > 0 ? say('bulkDoneSkipped', formatNumber(count), formatNumber(skipped)) : say('bulkDone', formatNumber(count));
    const back = done.length > 0 ? { undo: () => void undo(done, count) } : {};
    // What was stored before it ended can be taken back all the same.
    toast.value = refused ? { text: say('shellNotDone'), tone: 'bad', ...back } : { text, ...back };
  }
  return { progress, change };
}

export interface Views {
  readonly views: ReadonlySignal<readonly NamedView[]>;
  read(db: Db): Promise<void>;
  keep(name: string, of?: NamedView): void;
  drop(view: NamedView): void;
}

export function createViews(desk: () => Desk, backlog: Backlog): Views {
  const views = signal<readonly NamedView[]>([]);
  const undo = (of: Parameters<typeof undoView>[0]): void => void desk().write(undoView(of), { text: say('viewsBack') });
  return {
    views,
    read: async (db) => {
      const row = desk().chosen.value;
      views.value = row ? await namedViews(db, row) : [];
    },
    keep: (name, of) => {
      const row = desk().chosen.peek();
      const query = of?.query ?? queryOf(backlog.view.peek());
      const message = row && keepView(row, { name, query }, of?.key);
      if (message)
        void desk().write(message, {
          text: say('viewsKept', message.record.kind === 'view' ? message.record.name : ''),
          undo: () => undo(message),
        });
    },
    drop: (view) => {
      const row = desk().chosen.peek();
      if (!row) return;
      const message = dropView(row, view.key);
      void desk().write(message, { text: say('viewsDropped', view.name), undo: () => undo(message) });
    },
  };
}
