// How much of a quarter is set aside for work that is not for the North Star, and how much of it is taken.
import type { Reason } from '../impact/cost.ts';
import type { Budget } from '../model/record.ts';
import { NOT_NSM_REASONS } from '../model/tag.ts';
import { readNumber } from './number-text.ts';
import type { QuarterCost } from './quarters.ts';

/** Planned and taken, in points where they are known. */
export interface Planned {
  /** Of all effort of the quarter, 0..1. */
  readonly share: number | undefined;
  /** What the share comes to; undefined where nothing is planned. */
  readonly points: number | undefined;
  readonly taken: number;
  /** Of the quarter's effort, 0..1; undefined where no effort is known. */
  readonly takenShare: number | undefined;
}

export interface BudgetLine extends Planned {
  readonly quarter: string;
  /** All effort of the quarter: as planned, else what the tickets add up to. */
  readonly effort: number;
  readonly reasons: readonly (Planned & { readonly reason: Reason })[];
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** @param budget of that quarter; undefined where none is planned */
export function budgetLine(
  { quarter, work, effort: known }: Pick<QuarterCost, 'quarter' | 'work' | 'effort'>,
  budget: Budget | undefined,
): BudgetLine {
  const effort = budget?.points ?? known;
  const planned = (share: number | undefined, taken: number): Planned => ({
    share,
    points: share === undefined ? undefined : share * effort,
    taken,
    takenShare: effort > 0 ? taken / effort : undefined,
  });
  const pointsOf = (reason?: Reason): number =>
    sum(work.filter((one) => reason === undefined || one.reason === reason).map((one) => one.effort ?? 0));
  return {
    quarter,
    effort,
    ...planned(budget?.share, pointsOf()),
    reasons: NOT_NSM_REASONS.map((reason) => ({ reason, ...planned(budget?.reasons?.[reason], pointsOf(reason)) })),
  };
}

/** What was typed into the form, in per cent and points; empty where nothing is. */
export interface BudgetForm {
  readonly share: string;
  readonly points: string;
  readonly reasons: Readonly<Record<Reason, string>>;
}

const percent = (share: number | undefined): string => (share === undefined ? '' : String(Math.round(share * 1000) / 10));

export const formOf = (budget: Budget | undefined): BudgetForm => ({
  share: percent(budget?.share),
  points: budget?.points === undefined ? '' : String(budget.points),
  reasons: Object.fromEntries(NOT_NSM_REASONS.map((reason) => [reason, percent(budget?.reasons?.[reason])])) as BudgetForm['reasons'],
});

export type BudgetProblem = 'share' | 'points' | 'reason' | 'sum';

/** The number a box holds, as people write it. Undefined for an empty box, not a number for what is none. */
function numberIn(text: string): number | undefined {
  const plain = text.replace('%', '').trim();
  if (plain === '') return undefined;
  const read = readNumber(plain);
  return read.ok ? read.value : Number.NaN;
}

/** What a form says, or what is wrong with it. The reasons' shares are parts of the whole: together no more than it. */
export function budgetOf(
  form: BudgetForm,
  { framework, quarter }: Pick<Budget, 'framework' | 'quarter'>,
): { readonly ok: true; readonly budget: Budget } | { readonly ok: false; readonly problem: BudgetProblem } {
  const share = numberIn(form.share);
  const points = numberIn(form.points);
  const reasons = NOT_NSM_REASONS.flatMap((reason) => {
    const value = numberIn(form.reasons[reason]);
    return value === undefined ? [] : [[reason, value / 100] as const];
  });
  const within = (value: number): boolean => value >= 0 && value <= 100;
  if (share === undefined || !within(share)) return { ok: false, problem: 'share' };
  if (points !== undefined && !(points > 0 && points <= 1_000_000)) return { ok: false, problem: 'points' };
  if (reasons.some(([, value]) => !within(value * 100))) return { ok: false, problem: 'reason' };
  if (sum(reasons.map(([, value]) => value)) > share / 100 + 1e-9) return { ok: false, problem: 'sum' };
  return {
    ok: true,
    budget: {
      ...{ kind: 'budget', framework, quarter, share: share / 100 },
      ...(points !== undefined && { points }),
      ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }),
    },
  };
}
