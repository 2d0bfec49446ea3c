// A quarter's budget: what a form says, what is refused, and how much of it is taken.
import { describe, expect, it } from 'vitest';
import type { Budget } from '../../lib/model/record.ts';
import { type BudgetForm, budgetLine, budgetOf, formOf } from '../../lib/state/budget.ts';
import type { QuarterCost } from '../../lib/state/quarters.ts';

const OF = { framework: 'f', quarter: '2026-Q4' };
const empty = formOf(undefined);
const form = (more: Partial<BudgetForm>): BudgetForm => ({ ...empty, share: '20', ...more });
const work = (reason: 'debt' | 'compliance', effort?: number) => ({ reason, effort }) as QuarterCost['work'][number];
const quarter = { quarter: '2026-Q4', work: [work('debt', 5), work('compliance', 8), work('debt')], effort: 50 };

describe('a form', () => {
  it('says a share, points, and shares by reason', () => {
    const budget: Budget = { kind: 'budget', ...OF, share: 0.2, points: 80, reasons: { debt: 0.125 } };
    expect(budgetOf(form({ points: '80', reasons: { ...empty.reasons, debt: '12,5' } }), OF)).toEqual({ ok: true, budget });
    expect(budgetOf(formOf(budget), OF)).toEqual({ ok: true, budget });
  });
  it.each([
    [{ share: '' }, 'share'],
    [{ share: 'many' }, 'share'],
    [{ share: '101' }, 'share'],
    [{ share: '-1' }, 'share'],
    [{ points: '0' }, 'points'],
    [{ points: 'x' }, 'points'],
    [{ reasons: { ...empty.reasons, debt: 'x' } }, 'reason'],
    [{ reasons: { ...empty.reasons, debt: '15', other: '6' } }, 'sum'],
  ] as const)('%o is refused', (more, problem) => expect(budgetOf(form(more), OF)).toEqual({ ok: false, problem }));
});

describe('what is taken', () => {
  it('is counted in points against what is planned', () => {
    const line = budgetLine(quarter, { kind: 'budget', ...OF, share: 0.2, reasons: { debt: 0.05 } });
    expect(line).toMatchObject({ effort: 50, points: 10, taken: 13, takenShare: 0.26 });
    expect(line.reasons.map(({ reason, points, taken }) => [reason, points, taken])).toEqual([
      ['infrastructure', undefined, 0],
      ['debt', 2.5, 5],
      ['compliance', undefined, 8],
      ['other', undefined, 0],
    ]);
  });
  it('is measured against the quarter’s own points where they are known', () =>
    expect(budgetLine(quarter, { kind: 'budget', ...OF, share: 0.2, points: 100 })).toMatchObject({ points: 20, takenShare: 0.13 }));
  it('has no plan and no share where there is none', () =>
    expect(budgetLine({ ...quarter, work: [], effort: 0 }, undefined)).toMatchObject({
      share: undefined,
      points: undefined,
      taken: 0,
      takenShare: undefined,
    }));
});
