// Filters, their counts, groups and orders, for any backlog.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import { UNLEARNED } from '../../lib/impact/record.ts';
import type { Answer, Evidence } from '../../lib/model/tag.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { arranged, groupKey, shown, ticketCount, ticketsIn } from '../../lib/state/arranged.ts';
import { type Filters, orderOf, SCORINGS, USUAL_VIEW, type View, withFilter } from '../../lib/state/backlog-view.ts';
import { basisOf } from '../../lib/state/basis.ts';
import { choicesOf, FACETS, passes, valuesIn } from '../../lib/state/facets.ts';
import { SORT_KEYS } from '../../lib/state/order.ts';
import { type BacklogRow, pieceRow, rowKey } from '../../lib/state/ranking.ts';
import { createSlices } from '../../lib/state/slices.ts';
import { rank, weigh } from '../../lib/state/weighing.ts';

const framework = sampleFramework('2026-11-22');
const basis = basisOf({ team: 'team', framework }, new Map());
const under = { framework: framework.id, version: 1 };
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc
    .record({ input: fc.constantFrom('activation', 'templates', 'gone'), low: fc.integer({ min: -5, max: 5 }) })
    .map(({ input, low }): Answer => ({ kind: 'effects', effects: [{ input, low, high: low + 3, chance: 0.7, text: '' }], ...under })),
  fc.constantFrom('debt' as const, 'other' as const).map((reason): Answer => ({ kind: 'not-north-star', reason, ...under })),
);
const few = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const anyRows: fc.Arbitrary<BacklogRow[]> = fc
  .array(
    fc.record({
      ...{ answer, evidence: few<Evidence>('opinion', 'test'), effort: few(1, 3, 8), state: few('open' as const, 'done' as const) },
      labels: fc.option(fc.subarray(['bug', 'design', 'api']), { nil: undefined }),
      ...{ milestone: few('Q1', 'Q2'), counted: fc.boolean() },
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ answer: said, evidence, effort, state, labels, milestone, counted }, i) => {
      const ticket = `github:a/b#${i}`;
      const tag = { team: 'team', ticket, person: 'me', shown: ticket, title: `Ticket ${i}`, answer: said, at: '2026-11-01T00:00:00.000Z' };
      const facts = { ticket, ...(state && { state }), ...(labels && { labels }), ...(milestone && { milestone }) };
      return pieceRow([{ ...tag, ...(evidence && { evidence }), ...(effort && { effort }) }], basis, new Set([framework.id]), {
        facts,
        counted,
      });
    }),
  );
/** Those that any row may have, so that two of them often meet. */
const facet = fc.constantFrom('label' as const, 'state' as const, 'evidence' as const, 'input' as const);
const anyFilters: fc.Arbitrary<Filters> = fc.dictionary(
  facet,
  fc.subarray(['', 'bug', 'design', 'Q1', 'open', 'test', 'debt', 'activation'], { minLength: 1 }),
  { maxKeys: 2, noNullPrototype: true },
);

describe('facets', () => {
  it('count what each of their values would leave', () => {
    fc.assert(
      fc.property(anyRows, anyFilters, facet, (rows, filters, one) => {
        const { [one]: _, ...others } = filters;
        for (const { value, count } of choicesOf(rows, one, filters))
          expect(rows.filter((row) => passes(row, withFilter(others, one, value, true))).length).toBe(count);
      }),
    );
  });
  it('offer every value that a row has, and every one chosen', () => {
    fc.assert(
      fc.property(anyRows, anyFilters, facet, (rows, filters, one) => {
        const offered = new Set(choicesOf(rows, one, filters).map(({ value }) => value));
        for (const row of rows.filter((each) => passes(each, filters, one)))
          for (const value of valuesIn(row, one)) expect(offered).toContain(value);
        for (const value of filters[one] ?? []) expect(offered).toContain(value);
      }),
    );
  });
});

describe('a view', () => {
  const anyView: fc.Arbitrary<View> = fc
    .record({ scoring: fc.constantFrom(...SCORINGS), key: few(...SORT_KEYS), group: few(...FACETS), filters: anyFilters })
    .map(({ scoring, key, group, filters }) => ({
      ...{ ...USUAL_VIEW, scoring, group, filters },
      sort: key ? { key, order: 'asc' } : orderOf(scoring),
    }));

  it('shows each row that passes once, under each of its labels, in one order whatever it was read in', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyView, async (rows, view) => {
        const slices = createSlices();
        const beliefs = await weigh(rows, basis, slices);
        const keysOf = async (all: readonly BacklogRow[]) => {
          const ranked = await rank(all, view.scoring, basis, slices);
          const groups = await shown(await arranged(all, ranked, view, { basis, beliefs }, slices), view, basis.inputs, slices);
          expect(new Set(groups.map(groupKey)).size).toBe(groups.length);
          return groups.map((group) => group.rows.map(rowKey));
        };
        const keys = await keysOf(rows);
        expect(keys.flat().toSorted()).toEqual(
          rows
            .filter((row) => passes(row, view.filters))
            .flatMap((row) => {
              const labels = new Set(view.group === 'label' ? valuesIn(row, 'label') : []);
              return Array.from({ length: Math.max(1, labels.size) }, () => rowKey(row));
            })
            .toSorted(),
        );
        expect(await keysOf(rows.toReversed())).toEqual(keys);
      }),
      { numRuns: 60 },
    );
  });

  it('counts a ticket once however many groups it stands in', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyView, async (rows, view) => {
        const groups = await shown(rows, view, basis.inputs, createSlices());
        const passing = rows.filter((row) => passes(row, view.filters));
        expect(ticketCount(groups)).toBe(passing.length);
        expect(new Set(ticketsIn(groups))).toEqual(new Set(passing));
        expect(ticketsIn(groups)).toHaveLength(passing.length);
      }),
      { numRuns: 60 },
    );
  });

  it('finds what is stale by why it is, and what is not', async () => {
    const row = (n: number, stale: BacklogRow['stale']): BacklogRow => {
      const ticket = `github:a/b#${n}`;
      const said = { kind: 'not-north-star', reason: 'debt', ...under } as const;
      const tag = { team: 'team', ticket, person: 'me', shown: ticket, title: '', answer: said, at: '2026-11-01T00:00:00.000Z' };
      return { ...pieceRow([tag], basis, new Set([framework.id])), stale };
    };
    const rows = [row(1, [{ why: 'old', days: 100 }]), row(2, []), row(3, [{ why: 'framework', version: 1 }]), row(4, undefined)];
    const found = async (...values: string[]) => {
      const groups = await shown(rows, { ...USUAL_VIEW, filters: { stale: values } }, basis.inputs, createSlices());
      return ticketsIn(groups).map(({ tag }) => tag.ticket.replace(/.*#/, ''));
    };
    expect(await found('old')).toEqual(['1']);
    expect(await found('old', 'framework')).toEqual(['1', '3']);
    expect(await found('')).toEqual(['2', '4']);
    expect(choicesOf(rows, 'stale', {}).map(({ value, count }) => [value, count])).toEqual([
      ['framework', 1],
      ['old', 1],
      ['', 2],
    ]);
  });

  it('ranks all that counts from 1, by each way of scoring, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.constantFrom(...SCORINGS), async (rows, scoring) => {
        await weigh(rows, basis, createSlices());
        const ranked = await rank(rows, scoring, basis, createSlices());
        expect(ranked.map((row) => row.rank)).toEqual(ranked.map((_, i) => i + 1));
        expect(rows.filter((row) => row.rank === 0).every((row) => row.group !== 'ranked' || !row.counted)).toBe(true);
        const scores = ranked.map(({ score }) => score ?? -Infinity);
        expect(scores).toEqual(scores.toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
      }),
      { numRuns: 60 },
    );
  });
  it('takes its corrections from a record that has nothing yet', () => expect(UNLEARNED.width).toBeCloseTo(1.5, 9));
});
