import { describe, expect, it } from 'vitest';
import { Framework } from '../../lib/model/framework.ts';
import { valueMessages } from '../../lib/state/first-values.ts';
import { fromModel } from '../../lib/state/from-model.ts';
import { beginsAt } from '../../lib/state/welcome.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';

const TODAY = '2026-11-22';

describe('beginning from a worked model', () => {
  it.each(TEMPLATES.map((model) => [model.id, model] as const))('%s makes a framework of its own', (_, model) => {
    const made = fromModel(model, TODAY, 'abcd', ['github:acme/app'], 'From a model');
    expect(Framework.safeParse(made).success).toBe(true);
    expect(made).toMatchObject({ version: 1, claims: ['github:acme/app'], changes: [{ version: 1, date: TODAY, reason: 'From a model' }] });
    expect(made.id).toMatch(/-abcd$/);
  });

  it('takes the place from the tab looked at last, a ticket before any other page', () => {
    const list = 'https://github.com/other/thing/pulls';
    const ticket = 'https://github.com/Acme/App/issues/12';
    expect(beginsAt([list, ticket])).toEqual({ ticket, place: 'github:acme/app' });
    expect(beginsAt([list])).toEqual({ ticket: undefined, place: 'github:other/thing' });
    expect(beginsAt(['https://github.com/settings', list]).place).toBe('github:other/thing');
    expect(beginsAt([])).toEqual({ ticket: undefined, place: undefined });
  });

  it('stores what was typed as readings of today, and goals as one version', () => {
    const [model] = TEMPLATES;
    if (!model) throw new Error('no models');
    const framework = fromModel(model, TODAY, 'abcd', [], '');
    let n = 0;
    const asked = (values: Parameters<typeof valueMessages>[1]) => valueMessages({ team: 't', framework }, values, TODAY, () => `r${n++}`);
    const [first, ...readings] = asked([
      { metric: 'activation', now: 32, target: 36 },
      { metric: 'templates', now: 25 },
      { metric: 'completion' },
    ]);
    expect(first?.ask === 'saveFramework' && first.framework.metrics[1]).toMatchObject({
      baseline: { value: 32, date: TODAY },
      target: { value: 36, date: '2027-02-20' },
    });
    // A baseline that is there stays.
    expect(first?.ask === 'saveFramework' && first.framework.metrics[2]?.baseline?.value).toBe(23);
    expect(readings.map((one) => one.ask === 'logReading' && [one.reading.metric, one.reading.value])).toEqual([
      ['activation', 32],
      ['templates', 25],
    ]);
    expect(asked([])).toEqual([]);
  });
});
