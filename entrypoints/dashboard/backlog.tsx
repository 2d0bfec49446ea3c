// The view "Backlog".
import { computed, signal } from '@preact/signals';
import { BacklogView, type BacklogVerbs } from '../../components/backlog/backlog.tsx';
import type { People } from '../../components/backlog/answers.tsx';
import { ExportMenu } from '../../components/data/export-menu.tsx';
import { UnansweredView } from '../../components/backlog/unanswered-view.tsx';
import { ViewTabs } from '../../components/backlog/view-tabs.tsx';
import type { OwnAsk } from '../../lib/messages.ts';
import { dayHere } from '../../lib/model/day.ts';
import type { TicketFacts } from '../../lib/model/facts.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { say } from '../../lib/say.ts';
import { peopleIn } from '../../lib/state/viewer.ts';
import { createSelection } from '../../lib/state/selection.ts';
import { repricingAccount } from '../../lib/state/account.ts';
import { createBacklog } from '../../lib/state/backlog.ts';
import { claimUrl } from '../../lib/state/claim-text.ts';
import { type HistoryEntry, historyEntries } from '../../lib/state/history.ts';
import { askTeam } from '../../lib/state/joining.ts';
import { newRequest } from '../../lib/state/own.ts';
import { parseView, printView, queryOf } from '../../lib/state/backlog-view.ts';
import { type BacklogRow, rowKey, shiftOfRow } from '../../lib/state/ranking.ts';
import { hashOf } from '../../lib/state/route.ts';
import type { Db, Identity } from '../../lib/store/db.ts';
import { historyOf } from '../../lib/store/read.ts';
import { membershipOf } from '../../lib/store/synced.ts';
import { versionsOf } from '../../lib/store/versions.ts';
import { createBulk, createViews } from './backlog-deeds.ts';
import type { Desk, Room } from './desk.ts';
import { copyLink, exportedView, exportingFrom } from './exporting.ts';
import { createSummary } from './summary.tsx';

/** What an address holds besides the view. */
const elsewhere = ({ framework, ticket, show }: Readonly<Record<string, string>>): Record<string, string | undefined> => ({
  ...{ framework, ticket, show },
});

/** @param sweep answers tickets, one after the other */
export function createBacklogRooms(
  desk: () => Desk,
  singleKeys: () => boolean,
  sweep: (tickets: readonly TicketFacts[]) => void,
): { readonly backlog: Room; readonly decisions: Room } {
  const backlog = createBacklog();
  const selection = createSelection();
  /** What the view is called: its own name where it has been given one, else what it is filtered by. */
  const viewName = (): string => {
    const view = backlog.view.value;
    const kept = named.views.value.find(({ query }) => query === queryOf(view));
    const find = view.find.trim();
    return kept?.name ?? (find ? say('exportViewOf', say('shellBacklog'), find) : say('shellBacklog'));
  };
  // One answer for each row, as the rows stand when the menu is opened.
  const shown = () => exportedView(backlog, viewName());
  const exporting = exportingFrom(desk, shown, { scope: 'view' });
  const summary = createSummary(desk, backlog, selection, singleKeys);
  const active = signal(-1);
  const history = signal<readonly HistoryEntry[] | undefined>(undefined);
  const account = signal<string | undefined>(undefined);
  const people = signal<People>({ me: undefined, names: new Map() });
  const bulk = createBulk(desk, backlog, selection);
  const named = createViews(desk, backlog);
  /** Parts of the address that say nothing here. */
  const dropped = signal<readonly string[]>([]);
  let stored = '';
  const openRow = computed(() => {
    const ticket = desk().route.value.params['ticket'];
    return ticket === undefined ? undefined : backlog.groups.value.flatMap(({ rows }) => rows).find(({ tag }) => tag.ticket === ticket);
  });
  const open = computed(() => openRow.value && rowKey(openRow.value));

  const go = (params: Readonly<Record<string, string | undefined>>): void =>
    desk().go('backlog', { ...desk().route.value.params, ...params }, 'replace');
  const follow = (): void => {
    const { view, dropped: names } = parseView(desk().route.value.params);
    dropped.value = names;
    if (queryOf(view) === queryOf(backlog.view.value)) return;
    active.value = -1;
    backlog.view.value = view;
  };

  /** Asks what people are called, where answers are of some whose names are not known. */
  async function meet(db: Db): Promise<void> {
    const { me, names } = people.peek();
    const known = (person: string): boolean => person === me || names.has(person);
    if ((await membershipOf(db)) === undefined || backlog.rows.peek().every(({ tags }) => tags.every(({ person }) => known(person))))
      return;
    if ((await askTeam({ call: 'members' })).state === 'team') people.value = await peopleIn(db);
  }

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
    look: (view, how) => {
      desk().go('backlog', { ...elsewhere(desk().route.value.params), ...printView(view) }, how ?? 'step');
      follow();
      if (!how) scrollTo({ top: 0, behavior: 'instant' });
    },
    pick: (row, range) => {
      const key = rowKey(row);
      if (!range) return selection.toggle(key);
      selection.range(
        backlog.groups.value.flatMap(({ rows }) => rows.map(rowKey)),
        key,
      );
    },
    pickAll: (on) => (on ? selection.all(backlog.groups.value.flatMap(({ rows }) => rows.map(rowKey))) : selection.none()),
    bulk: (what) => void bulk.change(what),
    go: ({ query }) => {
      const { framework } = desk().route.value.params;
      desk().go('backlog', { framework, ...Object.fromEntries(new URLSearchParams(query)) }, 'step');
      follow();
    },
    keep: named.keep,
    drop: named.drop,
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

  const moved = (): boolean => desk().route.value.params['show'] === 'decisions';
  const toLog = (): void => location.replace(hashOf('decisions', { framework: desk().route.value.params['framework'] }));
  const address = (show: string | undefined): string =>
    hashOf('backlog', { framework: desk().route.value.params['framework'], ...printView(backlog.view.value), show });
  const tabs = () => {
    const [answered, unanswered] = [backlog.total.value, backlog.unanswered.value.length];
    const at = desk().route.value.params['show'] === 'unanswered' ? 'unanswered' : 'answered';
    if (unanswered === 0 && at === 'answered') return null;
    return <ViewTabs {...{ answered, unanswered, at }} hrefs={{ answered: address(undefined), unanswered: address('unanswered') }} />;
  };

  const room: Room = {
    follow: () => {
      // The log has an address of its own since it has grown out of a panel.
      if (moved()) return toLog();
      follow();
      void desk().database().then(readHistory);
    },
    refresh: async (db) => {
      if (moved()) return toLog();
      follow();
      const row = desk().chosen.value;
      // Another framework is another list; the same one stays on screen until the new one stands.
      if (stored !== row?.id) active.value = -1;
      if (stored !== row?.id) selection.none();
      stored = row?.id ?? '';
      await named.read(db);
      people.value = await peopleIn(db);
      await backlog.load(db, row, dayHere(new Date()));
      void meet(db);
      if (selection.keys.peek().size > 0) selection.keep(new Set(backlog.rows.value.map(rowKey)));
      await Promise.all([readHistory(db), summary.refresh(db)]);
    },
    draw: () => {
      const { chosen, rows, sites, write } = desk();
      if (desk().route.value.params['show'] === 'unanswered')
        return <UnansweredView {...{ backlog }} tabs={tabs()} onLook={verbs.look} onSweep={sweep} />;
      const listed = (one: string): string | undefined => claimUrl(one, sites.value);
      const claim = chosen.value?.framework.claims.find((one) => listed(one) !== undefined && !chosen.value?.framework.sample);
      return (
        <BacklogView
          {...{ backlog, active, open, history, account, people, verbs, dropped }}
          selected={selection.keys}
          progress={bulk.progress}
          tabs={tabs()}
          toUnanswered={address('unanswered')}
          exports={<ExportMenu exporting={exporting} name={viewName()} onCopyLink={copyLink} />}
          views={named.views}
          above={summary.above()}
          below={summary.below()}
          flag={summary.flag}
          singleKeys={singleKeys()}
          now={Date.now()}
          framework={chosen.value !== undefined}
          tickets={claim === undefined ? undefined : { url: listed(claim) ?? '', place: claim.replace(/^\w+:/, '') }}
          onSample={rows.value.some(({ framework }) => framework.sample) ? undefined : () => void write({ ask: 'loadSample' })}
        />
      );
    },
  };
  return {
    backlog: room,
    decisions: {
      // Recorded decisions first; the numbers of today beside them come with the backlog.
      refresh: async (db) => {
        await summary.refresh(db);
        await backlog.load(db, desk().chosen.value, dayHere(new Date()));
      },
      draw: summary.decisions,
    },
  };
}
