import { describe, expect, it } from 'vitest';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { newForm, toForm, withMetric, withRole } from '../../lib/state/framework-form.ts';
import { asksForPivot, starChange, starSince } from '../../lib/state/star-change.ts';

const TODAY = '2026-11-22';
const FORM = toForm(sampleFramework(TODAY), TODAY);

describe('another North Star', () => {
  it('is one where another metric has its role; a new name is asked about', () => {
    expect(starChange(FORM, withRole(FORM, 'activation', 'north-star'))).toBe('other');
    expect(starChange(FORM, withMetric(FORM, 'weekly-active-teams', { name: 'Tasks' }))).toBe('renamed');
    expect(starChange(FORM, withMetric(FORM, 'activation', { name: 'Tasks' }))).toBe('same');
    expect(starChange(newForm(TODAY), FORM)).toBe('same');
  });

  it('was chosen with the first version, or where it was changed last', () => {
    expect(starSince()).toBeUndefined();
    const changes = [
      { version: 1, date: '2024-01-01', reason: '' },
      { version: 4, date: '2026-02-03', reason: '', northStar: true },
      { version: 5, date: '2026-06-03', reason: 'Owner' },
    ];
    expect(starSince(changes)).toBe('2026-02-03');
    expect(starSince(changes.toReversed())).toBe('2026-02-03');
  });

  it.each([
    [undefined, true],
    ['2026-11-22', true],
    ['2025-11-23', true],
    ['2025-11-22', false],
    ['2020-01-01', false],
  ])('chosen on %s: asks for the pivot %s', (since, asks) => expect(asksForPivot(since, TODAY)).toBe(asks));
});
