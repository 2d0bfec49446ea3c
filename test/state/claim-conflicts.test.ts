import { describe, expect, it } from 'vitest';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { conflictsOf } from '../../lib/state/claim-conflicts.ts';
import { claiming } from '../../lib/store/read.ts';

const OWN = { ...sampleFramework('2026-11-22'), sample: false };
const made = (id: string, ...claims: string[]) => ({ ...OWN, id, name: id, claims });

describe('a place that two frameworks claim', () => {
  it.each([
    ['github:acme/app', 'github:acme/app', 'either'],
    ['github:acme/app', 'github:Acme/App', 'either'],
    ['github:acme/app', 'github:acme', 'this'],
    ['github:acme', 'github:acme/app', 'other'],
    ['github:acme/app', 'github:acme/application', undefined],
    ['github:acme/app', 'jira:acme/app', undefined],
  ])('%s against %s: %s asks', (mine, theirs, asks) => {
    expect(conflictsOf(made('a', mine), [made('a', mine), made('b', theirs)]).map((one) => one.asks)).toEqual(asks ? [asks] : []);
  });

  it('is none with a sample', () => {
    expect(conflictsOf(made('a', 'github:acme'), [{ ...made('b', 'github:acme'), sample: true }])).toEqual([]);
  });

  it('is asked about by the narrowest claim, whatever the order, a sample last', () => {
    const rows = [
      made('wide', 'github:acme'),
      made('narrow', 'github:acme/app', 'github:other'),
      { ...made('sample', 'github:acme/app'), sample: true },
    ];
    for (const order of [rows, rows.toReversed()]) {
      const asked = claiming(
        order.map((framework) => ({ framework, id: framework.id })),
        'github:acme/app#1',
      );
      expect(asked.map(({ id }) => id)).toEqual(['narrow', 'wide', 'sample']);
    }
    expect(
      claiming(
        rows.map((framework) => ({ framework })),
        'github:acme/site#1',
      ),
    ).toHaveLength(1);
  });
});
