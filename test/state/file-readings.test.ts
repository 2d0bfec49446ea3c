// Which readings of a framework's file can be stored, and under which name.
import { describe, expect, it } from 'vitest';
import { importedFrom, offerOf } from '../../lib/state/file-readings.ts';

const METRICS = [
  { id: 'teams', kind: 'count' },
  { id: 'activation', kind: 'rate' },
] as const;
const reading = (metric: string, date: string, value: number) => ({ metric, date, value });
const offer = (...readings: ReturnType<typeof reading>[]) => offerOf(readings, METRICS, '2026-11-22');

describe('the readings of a file', () => {
  it('are offered with the number of their metrics', () => {
    const all = [reading('teams', '2026-11-15', 1), reading('teams', '2026-11-22', 2), reading('activation', '2026-11-22', 100)];
    expect(offer(...all)).toEqual({ readings: all, metrics: 2, left: 0 });
    expect(offer()).toEqual({ readings: [], metrics: 0, left: 0 });
  });

  it.each([
    ['of no metric here', reading('gone', '2026-11-22', 1)],
    ['of a day to come', reading('teams', '2026-11-23', 1)],
    ['from before all clocks', reading('teams', '1969-12-31', 1)],
    ['that no rate can be', reading('activation', '2026-11-22', 100.5)],
    ['too large to be exact', reading('teams', '2026-11-22', 2e15)],
  ])('leave out one %s', (_, one) => {
    const good = reading('teams', '2026-11-22', 3);
    expect(offer(one, good)).toEqual({ readings: [good], metrics: 1, left: 1 });
  });

  it('say which file they come from, or that they were pasted', () => {
    const readings = [reading('teams', '2026-11-22', 3)];
    expect(importedFrom({ file: 'planner.azimuth.json', readings }, 'Pasted')).toEqual([
      { ...readings[0], origin: 'planner.azimuth.json' },
    ]);
    expect(importedFrom({ file: '', readings }, 'Pasted')[0]?.origin).toBe('Pasted');
    const [long] = importedFrom({ file: `${'x'.repeat(119)}😀`, readings }, '');
    expect(long?.origin).toHaveLength(120);
    expect(long?.origin.isWellFormed()).toBe(true);
  });
});
