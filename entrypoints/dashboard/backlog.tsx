// The view "Backlog".
import { computed, signal } from '@preact/signals';
import { BacklogView, type BacklogVerbs } from '../../components/backlog/backlog.tsx';
import { ExportMenu } from '../../components/data/export-menu.tsx';
import type { OwnAsk } from '../../lib/messages.ts';
import { dayHere } from '../../lib/model/day.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { say } from '../../lib/say.ts';
import { repricingAccount } from '../../lib/state/account.ts';
import { createBacklog } from '../../lib/state/backlog.ts';
import { claimUrl } from '../../lib/state/claim-text.ts';
import { type HistoryEntry, historyEntries } from '../../lib/state/history.ts';
import { newRequest } from '../../lib/state/own.ts';
import { type BacklogRow, FIRST_ORDER, rowKey, shiftOfRow, type Sort, type SortKey } from '../../lib/state/ranking.ts';
import type { Db, Identity } from '../../lib/store/db.ts';
import { historyOf } from '../../lib/store/read.ts';
import { versionsOf } from '../../lib/store/versions.ts';
import type { Desk, Room } from './desk.ts';
import { copyLink, exportingFrom } from './exporting.ts';

/** The order in the address, else by gain. */
function sortIn({ sort, order }: Readonly<Record<string, string>>): Sort {
  const key = sort && Object.hasOwn(FIRST_ORDER, sort) ? (sort as SortKey) : 'gain';
  return { key, order: order === 'asc' || order === 'desc' ? order : FIRST_ORDER[key] };
}

export function createBacklogRoom(desk: () => Desk, singleKeys: () => boolean): Room {
  const backlog = createBacklog();
  // What is shown, in its order: the rows are asked for when the menu is opened.
  const shown = () => ({ name: say('shellBacklog'), tags: backlog.groups.peek().flatMap(({ rows }) => rows.map(({ tag }) => tag)) });
  const exporting = exportingFrom(desk, shown, { scope: 'view' });
  const active = signal(-1);
  const history = signal<readonly HistoryEntry[] | undefined>(undefined);
  const account = signal<string | undefined>(undefined);
  let stored = '';
  const openRow = computed(() => {
    const ticket = desk().route.value.params['ticket'];
    return ticket === undefined ? undefined : backlog.groups.value.flatMap(({ rows }) => rows).find(({ tag }) => tag.ticket === ticket);
  });
  const open = computed(() => openRow.value && rowKey(openRow.value));

  const go = (params: Readonly<Record<string, string | undefined>>): void =>
    desk().go('backlog', { ...desk().route.value.params, ...params }, 'replace');
  const follow = (): void => {
    const { params } = desk().route.value;
    const sort = sortIn(params);
    const { key, order } = backlog.sort.value;
    if (sort.key !== key || sort.order !== order) backlog.sort.value = sort;
    backlog.find.value = params['find'] ?? '';
  };

  async function readHistory(db: Db): Promise<void> {
    const row = openRow.value;
    if (!row) {
      history.value = account.value = undefined;
      return;
    }
    const [operations, who, why] = await Promise.all([
      historyOf(db, row.tag),
      db.get('meta', 'identity') as Promise<Identity | undefined>,
      accountOf(db, row),
    ]);
    if (row !== openRow.value) return;
    history.value = historyEntries(operations, who?.device ?? '');
    account.value = why;
  }

  /** Why a row's number is another since it was answered, where it is and the framework made it so. */
  async function accountOf(db: Db, row: BacklogRow): Promise<string | undefined> {
    const basis = backlog.basis.value;
    const shift = basis && shiftOfRow(row, basis, backlog.past.value);
    return (
      shift && repricingAccount(await versionsOf(db, basis.team, basis.framework.id), { row, basis, shift, today: dayHere(new Date()) })
    );
  }

  /** Does something to a row, and offers to take that back. */
  async function change(row: BacklogRow, message: OwnAsk & { readonly request: string }, text: string): Promise<void> {
    const { team } = row.tag;
    const undo = (): void =>
      void desk().write(
        { ask: 'undoOperation', request: newRequest(), team, op: message.request },
        { text: say('backlogTakenBack', shortTicket(row.tag.shown)) },
      );
    await desk().write(message, { text, undo });
  }

  const verbs: BacklogVerbs = {
    sort: ({ key, order }) => {
      active.value = -1;
      go({ sort: key === 'gain' ? undefined : key, order: order === FIRST_ORDER[key] ? undefined : order });
      follow();
      scrollTo({ top: 0, behavior: 'instant' });
    },
    find: (find) => {
      active.value = -1;
      go({ find });
      follow();
    },
    open: (key) => {
      const row = key === undefined ? undefined : backlog.groups.value.flatMap(({ rows }) => rows).find((one) => rowKey(one) === key);
      const before = open.value;
      go({ ticket: row?.tag.ticket });
      history.value = account.value = undefined;
      if (row) void desk().database().then(readHistory);
      else if (before) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(before)}"]`)?.focus());
    },
    undo: (row, entry) =>
      void change(
        row,
        { ask: 'undoOperation', request: newRequest(), team: row.tag.team, op: entry.op },
        say('backlogUndone', shortTicket(row.tag.shown)),
      ),
    remove: (row) => {
      go({ ticket: undefined });
      void change(
        row,
        { ask: 'removeTag', request: newRequest(), team: row.tag.team, ticket: row.tag.shown },
        say('backlogRemovedNamed', shortTicket(row.tag.shown)),
      );
    },
  };

  return {
    refresh: async (db) => {
      follow();
      const row = desk().chosen.value;
      // Another framework is another list; the same one stays on screen until the new one stands.
      if (stored !== row?.id) active.value = -1;
      stored = row?.id ?? '';
      await backlog.load(db, row, dayHere(new Date()));
      await readHistory(db);
    },
    draw: () => {
      const { chosen, rows, sites, write } = desk();
      const listed = (one: string): string | undefined => claimUrl(one, sites.value);
      const claim = chosen.value?.framework.claims.find((one) => listed(one) !== undefined && !chosen.value?.framework.sample);
      return (
        <BacklogView
          {...{ backlog, active, open, history, account, verbs }}
          exports={<ExportMenu exporting={exporting} name={say('shellBacklog')} onCopyLink={() => void copyLink(desk())} />}
          singleKeys={singleKeys()}
          now={Date.now()}
          framework={chosen.value !== undefined}
          tickets={claim === undefined ? undefined : { url: listed(claim) ?? '', place: claim.replace(/^\w+:/, '') }}
          onSample={rows.value.some(({ framework }) => framework.sample) ? undefined : () => void write({ ask: 'loadSample' })}
        />
      );
    },
  };
}
