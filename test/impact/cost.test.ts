import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, type OtherWork, type Priced, type Queued } from '../../lib/impact/cost.ts';
import { ranked } from '../../lib/impact/rank.ts';
import { UNLEARNED } from '../../lib/impact/record.ts';
import { near } from './near.ts';

const queued = (ticket: string, gain: number, effort?: number, variance = 1): Queued => ({
  ticket,
  gain,
  effort,
  variance,
  parts: [
    { input: 'activation', gain: gain * 2 },
    { input: 'churn', gain: -gain },
  ],
});
const QUEUE = [queued('q3', 4, 3), queued('q1', 6, 2), queued('q4', -1, 1), queued('q2', 9, 4)];
const work = (effort: number | undefined, reason: OtherWork['reason'] = 'debt', ticket = 'w'): OtherWork => ({ ticket, reason, effort });
function price(chosen: readonly OtherWork[], queue: readonly Queued[] = QUEUE): Priced {
  const cost = costOf(chosen, queue, UNLEARNED);
  if (!cost.priced) throw new Error('no price');
  return cost;
}

describe('cost', () => {
  it('displaces what the effort would have shipped, the last in part', () => {
    expect(price([work(5)])).toMatchObject({ cost: 12.75, effort: 5, idle: 0 });
    expect(price([work(5)]).displaced).toEqual([
      { ticket: 'q1', share: 1 },
      { ticket: 'q2', share: 0.75 },
    ]);
    expect(price([])).toMatchObject({ cost: 0, low: 0, high: 0, effort: 0, displaced: [] });
    expect(price([work(20)])).toMatchObject({ cost: 19, idle: 11 });
  });

  it('is the same for a queue that is told to be in order', () => {
    const any = fc.record({ gain: fc.integer({ min: -3, max: 9 }), effort: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), fc.integer({ min: 0, max: 40 }), (tickets, effort) => {
        const queue = tickets.map((one, i) => queued(`q${i}`, one.gain, one.effort));
        expect(costOf([work(effort)], ranked(queue, 'gain-per-effort'), UNLEARNED, 'ranked')).toEqual(
          costOf([work(effort)], queue, UNLEARNED),
        );
      }),
    );
  });

  it('has an interval of what each ticket and the shared level leave open', () => {
    const { low, cost, high } = price([work(5)]);
    // 1.2815515655 sqrt(1 + .5625 + .2 (12.75 / .8)^2)
    near(high - cost, 9.273625);
    expect(cost - low).toBeCloseTo(high - cost, 12);
  });

  it('goes by reason in proportion to effort, and by displaced input by its own part', () => {
    const { byReason, byInput } = price([work(3, 'compliance', 'a'), work(1, 'debt', 'b'), work(1, 'compliance', 'c')]);
    expect(byReason).toEqual([
      { reason: 'compliance', tickets: 2, effort: 4, cost: 10.2 },
      { reason: 'debt', tickets: 1, effort: 1, cost: 2.55 },
    ]);
    expect(byInput).toEqual([
      { input: 'activation', cost: 25.5 },
      { input: 'churn', cost: -12.75 },
    ]);
  });

  it('says how many tickets have no effort', () => {
    const cost = price([work(5), work(undefined, 'other', 'x')], [...QUEUE, queued('q5', 50)]);
    expect(cost).toMatchObject({ cost: 12.75, unsized: { work: 1, queue: 1 } });
    expect(cost.byReason[1]).toEqual({ reason: 'other', tickets: 1, effort: 0, cost: 0 });
  });

  it('names no price without any efforts, only shares', () => {
    const chosen = [work(undefined), work(undefined, 'other'), work(undefined), work(undefined)];
    expect(costOf(chosen, QUEUE, UNLEARNED)).toEqual({
      priced: false,
      byReason: [
        { reason: 'debt', tickets: 3, share: 0.75 },
        { reason: 'other', tickets: 1, share: 0.25 },
      ],
    });
    expect(costOf([work(5)], [queued('q', 5)], UNLEARNED)).toMatchObject({ priced: false });
  });

  it('displaces nothing where nothing tagged waits', () => {
    expect(price([work(5)], [])).toMatchObject({ cost: 0, low: 0, high: 0, idle: 5, byInput: [] });
  });

  it('breaks ties by ticket id', () => {
    expect(price([work(2)], [queued('b', 4, 2), queued('a', 4, 2)]).displaced).toEqual([{ ticket: 'a', share: 1 }]);
  });

  const queue = fc
    .array(fc.tuple(fc.integer({ min: -5, max: 20 }), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 12 })
    .map((all) => all.map(([gain, effort], i) => queued(`q${i}`, gain, effort)));
  it('never falls with effort, never exceeds what waits, and adds up either way', () => {
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (waiting, effort, more) => {
        const cost = price([work(effort, 'debt', 'a'), work(more, 'other', 'b')], waiting);
        expect(cost.cost).toBeGreaterThanOrEqual(price([work(effort)], waiting).cost - 1e-9);
        expect(cost.cost).toBeLessThanOrEqual(waiting.reduce((sum, { gain }) => sum + Math.max(0, gain), 0) + 1e-9);
        expect(cost.byReason.reduce((sum, { cost: one }) => sum + one, 0)).toBeCloseTo(cost.cost, 9);
        expect(cost.byInput.reduce((sum, { cost: one }) => sum + one, 0)).toBeCloseTo(cost.cost, 9);
        const sizes = new Map(waiting.map((one) => [one.ticket, one.effort ?? 0]));
        const used = cost.displaced.reduce((sum, { ticket, share }) => sum + share * (sizes.get(ticket) ?? 0), 0);
        expect(used + cost.idle).toBeCloseTo(effort + more, 9);
      }),
    );
  });
});
