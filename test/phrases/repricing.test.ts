// What a repriced answer is said to be, in a row, in the panel and in full.
import { describe, expect, it } from 'vitest';
import { plain } from '../components/popup-words.ts';
import type { Framework } from '../../lib/model/framework.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { sincePhrase, wasPhrase } from '../../lib/phrases/repriced.ts';
import { accountPhrase } from '../../lib/phrases/repricing.ts';

const PLANNER = sampleFramework('2026-11-22');
const one = (mean: number, p10 = mean / 2, p90 = mean * 2) => ({ p10, mean, p90 });
const version = (number: number, worth: number, reason = '', more: Partial<Framework> = {}): Framework => ({
  ...PLANNER,
  version: number,
  metrics: PLANNER.metrics.map((metric) => (metric.id === 'activation' ? { ...metric, sensitivity: { low: worth, high: worth } } : metric)),
  ...(reason && { changes: [{ version: number, date: '2026-11-05', reason }] }),
  ...more,
});
const shift = { before: one(120), after: one(210) };
const account = (since: readonly Framework[], more: Partial<Parameters<typeof accountPhrase>[0]> = {}): string =>
  plain(
    accountPhrase({
      shift,
      given: { framework: version(3, 34), day: '2026-11-02' },
      now: since.at(-1) ?? PLANNER,
      since,
      inputs: ['activation'],
      today: '2026-11-22',
      ...more,
    }),
  );

describe('a repriced answer', () => {
  it('is said quietly in a row and in one line where the answer is', () => {
    expect(wasPhrase(shift, 3)).toBe('was +120 under version 3');
    expect(sincePhrase(shift)).toBe('+120 when you answered; the framework has changed since.');
    const range = { before: one(120, 90, 150), after: one(120, 60, 180) };
    expect(wasPhrase(range, 3)).toBe('was 90 to 150 under version 3');
    expect(wasPhrase({ before: undefined, after: one(1) }, 3)).toBe('no number under version 3');
    expect(sincePhrase({ before: undefined, after: one(1) })).toBe('No number when you answered; the framework has changed since.');
  });

  it('is told in full, with what touched it and the reason given', () => {
    expect(account([version(4, 60, 'Measured in October')])).toBe(
      '+210 now, +120 under version 3 of Nov 2. The framework changed: Activation is worth 60 instead of 34. Reason given: “Measured in October”',
    );
  });

  it('names the reasons of the versions that touched it, and of no others', () => {
    const since = [version(4, 50, 'First'), version(5, 50, 'Only a name', { name: 'Other' }), version(6, 60, 'Second')];
    expect(account(since)).toContain('Reasons given: “First”; “Second”');
    expect(account(since)).not.toContain('Only a name');
    expect(account([version(4, 60)])).toContain('No reason was noted.');
  });

  it('names the units where the North Star is another, and the side that has no number', () => {
    const metrics = version(4, 60).metrics.map((metric) => (metric.role === 'north-star' ? { ...metric, unit: 'paying teams' } : metric));
    expect(account([version(4, 60, '', { metrics })])).toContain('+210 paying teams now, +120 weekly active teams under version 3');
    expect(account([version(4, 60)], { shift: { before: undefined, after: one(210) } })).toMatch(
      /^\+210 now, no number under version 3 of/,
    );
    expect(account([version(4, 60)], { shift: { before: one(120), after: undefined } })).toMatch(
      /^No number now, \+120 under version 3 of/,
    );
  });
});
