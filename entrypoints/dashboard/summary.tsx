// What stands above and below the backlog's table: the summary with its panels, and two tickets compared.
import { computed, signal } from '@preact/signals';
import { CompareView } from '../../components/compare/compare-view.tsx';
import { Overview } from '../../components/overview/overview.tsx';
import { DecisionLog } from '../../components/overview/decision-log.tsx';
import { StaleFlag } from '../../components/overview/stale-flag.tsx';
import { type Panel, panelIn } from '../../components/overview/panels.ts';
import type { OwnAsk } from '../../lib/messages.ts';
import { dayHere } from '../../lib/model/day.ts';
import { type Budget, budgetKey } from '../../lib/model/record.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { quarterPhrase } from '../../lib/phrases/overview.ts';
import { say } from '../../lib/say.ts';
import type { Backlog } from '../../lib/state/backlog.ts';
import { comparisonOf, netOf, numbersOf } from '../../lib/state/compare.ts';
import { decisionEntries, type DecisionEntry, decisionOf, type Numbers } from '../../lib/state/decisions.ts';
import { weighed } from '../../lib/state/overview.ts';
import { newRequest } from '../../lib/state/own.ts';
import { type BacklogRow, rowKey } from '../../lib/state/ranking.ts';
import { hashOf } from '../../lib/state/route.ts';
import type { Selection } from '../../lib/state/selection.ts';
import { confirmed, type Given, reestimated, type StaleRow } from '../../lib/state/stale-rows.ts';
import { createSummary as createSummaryState } from '../../lib/state/summary.ts';
import type { Db } from '../../lib/store/db.ts';
import type { Desk } from './desk.ts';

export interface SummaryRoom {
  refresh(db: Db): Promise<void>;
  above(): preact.ComponentChildren;
  below(): preact.ComponentChildren;
  /** The decision log. */
  decisions(): preact.ComponentChildren;
  /** That a row is stale. */
  readonly flag: (row: BacklogRow) => preact.ComponentChildren;
}

export function createSummary(desk: () => Desk, backlog: Backlog, selection: Selection, singleKeys: () => boolean): SummaryRoom {
  const state = createSummaryState(backlog);
  const editing = signal<string | undefined>(undefined);
  const find = signal('');
  const [words, who] = [signal(''), signal('')];
  /** Key of the row that was asked to stand first. */
  const leader = signal<string | undefined>(undefined);

  /** The two rows selected, in the order they are to stand in. */
  const pair = computed(() => {
    const [keys, beliefs] = [selection.keys.value, backlog.beliefs.value];
    if (keys.size !== 2 || !beliefs) return undefined;
    const [a, b] = backlog.rows.value
      .filter((row) => keys.has(rowKey(row)))
      .toSorted((one, other) => (one.rank || Infinity) - (other.rank || Infinity));
    if (!a || !b) return undefined;
    const [first, second] = rowKey(b) === leader.value ? [b, a] : [a, b];
    return { rows: [first, second], pieces: [weighed(first, beliefs), weighed(second, beliefs)] } as const;
  });
  const comparison = computed(() => {
    const [two, basis, beliefs] = [pair.value, backlog.basis.value, backlog.beliefs.value];
    return two && basis && beliefs && comparisonOf(two.pieces, basis, beliefs);
  });

  const byTicket = computed(() => new Map(backlog.rows.value.map((row) => [row.tag.ticket, row])));
  /** The numbers of today, by ticket key. */
  const numbers = (ticket: string): Numbers | undefined => {
    const [beliefs, row] = [backlog.beliefs.value, byTicket.value.get(ticket)];
    const worth = beliefs && row && weighed(row, beliefs).worth;
    return worth && numbersOf(netOf(worth));
  };
  const entries = computed(() => decisionEntries(state.decisions.value, numbers));

  const staleOf = computed(() => new Map(state.stale.value.map(({ row, reasons }) => [row, reasons])));

  const show = (panel: Panel | undefined): void => {
    editing.value = undefined;
    desk().go('backlog', { ...desk().route.value.params, show: panel }, 'replace');
  };

  /** Stores one thing, and offers to take it back. */
  const store = (message: OwnAsk & { readonly request: string; readonly team: string }, text: string, undone: string): Promise<boolean> =>
    desk().write(message, {
      text,
      undo: () =>
        void desk().write({ ask: 'undoOperation', request: newRequest(), team: message.team, op: message.request }, { text: undone }),
    });

  /** Stores one's answer to a ticket again, as of now. */
  async function give({ row }: StaleRow, given: Given | undefined, text: string): Promise<void> {
    if (!given) return;
    const [request, { team }] = [newRequest(), row.tag];
    editing.value = undefined;
    const undo = (): void =>
      void desk().write(
        { ask: 'undoTags', request: newRequest(), team, of: request },
        { text: say('staleUndone', shortTicket(row.tag.shown)) },
      );
    await desk().write({ ask: 'saveTags', request, team, tags: [given] }, { text, undo });
  }

  async function recordDecision(): Promise<void> {
    const [two, basis, found] = [comparison.value, backlog.basis.value, pair.value];
    if (!two || !basis || !found) return;
    const { id, version } = basis.framework;
    const record = decisionOf(
      two.sides.map((side) => ({ ...side.piece, numbers: numbersOf(side.net) })),
      { words: words.value, who: who.value, chance: two.difference.chance, net: two.difference.mean },
      { framework: id, version, at: new Date().toISOString() },
    );
    const message = { ask: 'saveRecord', request: newRequest(), team: basis.team, key: `decision/${newRequest()}`, record } as const;
    // What was written stays in its box where it could not be stored.
    const stored = await store(message, say('decisionRecorded'), say('decisionTakenBack'));
    if (stored && words.value.trim() === record.words) words.value = '';
  }

  const removeDecision = ({ key }: DecisionEntry): void => {
    const team = backlog.basis.value?.team;
    if (team) void store({ ask: 'removeRecord', request: newRequest(), team, key }, say('decisionRemoved'), say('decisionBack'));
  };

  const saveBudget = (record: Budget): void => {
    const team = backlog.basis.value?.team;
    const quarter = quarterPhrase(record.quarter);
    if (!team) return;
    const message = { ask: 'saveRecord', request: newRequest(), team, key: budgetKey(record), record } as const;
    void store(message, say('budgetSaved', quarter), say('budgetSavedUndone', quarter));
  };

  async function setOldAfter(days: number): Promise<void> {
    await desk().write({ ask: 'prefer', change: { oldAfter: days } }, { text: say('staleAfterSaved', days) });
  }

  const select = (tickets: readonly string[]): void => {
    const wanted = new Set(tickets);
    selection.none();
    selection.all(backlog.rows.value.filter(({ tag }) => wanted.has(tag.ticket)).map(rowKey));
    show(undefined);
  };

  return {
    refresh: (db) => state.load(db, desk().chosen.value, dayHere(new Date())),
    above: () => {
      const basis = backlog.basis.value;
      if (!basis || backlog.total.value === 0) return null;
      const now = new Date().toISOString();
      const { version } = basis.framework;
      return (
        <Overview
          overview={state.overview.value}
          basis={basis}
          open={panelIn(desk().route.value.params['show'])}
          onOpen={show}
          budgets={state.budgets.value}
          onBudget={saveBudget}
          onSelect={select}
          decisions={{
            count: state.decisions.value.length,
            href: hashOf('decisions', { framework: desk().route.value.params['framework'] }),
          }}
          record={backlog.record.value}
          stale={{
            rows: state.stale.value,
            ...{ editing, oldAfter: state.oldAfter, singleKeys: singleKeys() },
            onConfirm: (one) => void give(one, confirmed(one.row.tag, version, now), say('staleConfirmed', shortTicket(one.row.tag.shown))),
            onEstimate: (one, texts) =>
              void give(
                one,
                reestimated(one.row.tag, texts, basis.inputs, version, now),
                say('staleReestimated', shortTicket(one.row.tag.shown)),
              ),
            onOldAfter: (days) => void setOldAfter(days),
          }}
        />
      );
    },
    decisions: () => <DecisionLog entries={entries.value} find={find} busy={backlog.reading.value} onRemove={removeDecision} />,
    flag: (row) => {
      const reasons = staleOf.value.get(row);
      return reasons && <StaleFlag reasons={reasons} inputs={backlog.basis.value?.inputs ?? []} />;
    },
    below: () => {
      const [basis, found] = [backlog.basis.value, pair.value];
      if (!basis || !found || desk().route.value.params['ticket'] !== undefined) return null;
      return (
        <CompareView
          comparison={comparison.value}
          pieces={found.pieces}
          basis={basis}
          evidence={found.rows.map(({ tag }) => tag.evidence)}
          singleKeys={singleKeys()}
          {...{ words, who }}
          onRecord={() => void recordDecision()}
          onSwap={() => {
            leader.value = rowKey(found.rows[1]);
          }}
          onClose={selection.none}
        />
      );
    },
  };
}
