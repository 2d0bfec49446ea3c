// What a chart's limits flag, in words, and what each of its readings says.
import './popup-words.ts';
import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../components/status/series.ts';
import { readoutOf, signalOf, signalPhrase, signalShort } from '../../components/status/signal.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { standingOf } from '../../lib/state/status.ts';
import { plain } from './popup-words.ts';

const TODAY = '2026-11-22';
const weekBefore = (weeks: number): string => new Date(Date.parse(TODAY) - weeks * 7 * 86_400_000).toISOString().slice(0, 10);
const METRIC: Metric = { id: 'm', name: 'Activation', role: 'input', kind: 'rate', unit: '', direction: 'up' };
const moving: Metric = { ...METRIC, baseline: { value: 20, date: weekBefore(10) }, target: { value: 40, date: TODAY } };
/** Quiet around a level, then what is given. */
const status = (metric: Metric, quiet: number, ...then: number[]) => {
  const values = [...Array.from({ length: quiet }, (_, i) => 30 + (i % 2)), ...then];
  return standingOf(
    metric,
    values.map((value, i) => ({ date: weekBefore(values.length - 1 - i), value })),
    TODAY,
  );
};

describe('the signal', () => {
  it('is none under 15 readings, which is said', () => {
    expect(signalOf(status(METRIC, 14))).toBeUndefined();
    expect(signalPhrase(status(METRIC, 14))).toBe('14 readings, too few to tell signal from noise; it takes 15.');
    expect(signalShort(status(METRIC, 14))).toEqual({ text: '14 readings, too few to tell', tone: 'muted' });
    expect(limitsOf(status(METRIC, 14), weekBefore(13))).toBeUndefined();
  });

  it('says that nothing stands out, and by what rule', () => {
    expect(plain(signalPhrase(status(METRIC, 20)))).toMatch(
      /^The last reading lies within its limits: no more than noise\. Limits: 3 × [\d.]+ pp, the noise of 20 readings, around their mean\.$/,
    );
  });

  // Limits lie around the usual distance from the pace line, which can be far behind it.
  it('never calls on plan what is losing', () => {
    const far = { ...moving, baseline: { value: 60, date: weekBefore(40) }, target: { value: 90, date: TODAY } };
    const behind = standingOf(
      far,
      Array.from({ length: 20 }, (_, i) => ({ date: weekBefore(19 - i), value: 50 + i * 0.75 + (i % 2) })),
      TODAY,
    );
    expect(behind.verdict.word).toBe('losing');
    expect(signalPhrase(behind)).toMatch(/^The last reading lies within its limits: no more than noise\. /);
  });

  it('counts the readings that lie outside at the end, and names those before', () => {
    const ran = status(METRIC, 30, 20, 30, 31, 50, 51);
    expect(signalOf(ran)).toMatchObject({ run: { side: 'above', since: weekBefore(1), count: 2 }, earlier: [{ value: 20 }] });
    expect(plain(signalPhrase(ran))).toMatch(
      /^Above the upper limit for 2 readings, since Nov 15: a signal\. Outside the limits before: 20 % on Oct 25\./,
    );
    expect(signalShort(ran)).toEqual({ text: 'above its limits 2 times, since Nov 15', tone: 'warn' });
  });

  it('takes growth as planned for none, and standing still for one', () => {
    const grown = Array.from({ length: 11 }, (_, i) => 20 + 2 * i + (i % 2) * 0.2);
    const before = Array.from({ length: 20 }, (_, i) => 20 + (i % 2) * 0.2);
    const all = (values: number[]) =>
      standingOf(
        moving,
        values.map((value, i) => ({ date: weekBefore(values.length - 1 - i), value })),
        TODAY,
      );
    expect(signalOf(all([...before, ...grown]))).toMatchObject({ fromPace: true, run: undefined, earlier: [] });
    expect(signalOf(all([...before, ...before.slice(0, 11)]))?.run?.side).toBe('below');
  });
});

describe('the limits', () => {
  it('run along the pace line from the baseline on', () => {
    const limits = limitsOf(status(moving, 30), weekBefore(29));
    expect(limits?.levels.map(({ date }) => date)).toEqual([weekBefore(29), weekBefore(10), TODAY]);
    const [start, bend, end] = limits?.levels ?? [];
    expect(bend?.high).toBe(start?.high);
    expect((end?.high ?? 0) - (bend?.high ?? 0)).toBeCloseTo(20, 9);
  });

  it('lie level where nothing is planned', () => {
    const [start, end, ...more] = limitsOf(status(METRIC, 20), weekBefore(19))?.levels ?? [];
    expect([start?.low, more]).toEqual([end?.low, []]);
  });
});

describe('a reading that is looked at', () => {
  it('says its day, its value, its distance from pace and whether it stands out', () => {
    const ran = status(moving, 30, 70);
    const tell = readoutOf(ran);
    const [first, last] = [ran.readings[0], ran.readings.at(-1)].map((reading) => plain(reading && tell(reading)));
    // Before the baseline there is no pace.
    expect(first).toBe('Apr 26: 30 %, within its limits');
    expect(last).toBe('Nov 22: 70 %, 30 pp ahead of pace, above the upper limit');
  });
});
