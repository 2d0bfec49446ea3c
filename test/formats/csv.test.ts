import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { original, storable } from '../../lib/formats/cell.ts';
import { csv } from '../../lib/formats/csv.ts';
import type { Estimate, Estimates } from '../../lib/formats/estimates.ts';
import { fileName } from '../../lib/formats/format.ts';
import { estimates } from './estimates.ts';
import { readCsv } from './hostile.ts';
import { HEAD, writtenBytes, writtenText } from './written.ts';

const DOCUMENT: Estimates = {
  format: 'azimuth-estimates/v1',
  generator: { name: 'Azimuth', version: '0.1.0' },
  exportedAt: '2026-11-22T00:00:00.000Z',
  frameworks: [
    {
      id: 'planner',
      name: 'Planner',
      version: 2,
      metrics: [
        { id: 'teams', name: 'Active teams', role: 'north-star', kind: 'count', unit: 'teams', direction: 'up' },
        { id: 'activation', name: 'Activation', role: 'input', kind: 'rate', unit: '', direction: 'up' },
        { id: 'events', name: 'Events', role: 'input', kind: 'ratio', unit: 'events', direction: 'up' },
      ],
      readings: [],
    },
  ],
  estimates: [],
};

const GIVEN: Estimate = {
  ticket: 'github:Acme/App#12',
  url: 'https://github.com/Acme/App/issues/12',
  title: '=cmd|"/C calc"!A0',
  answer: {
    kind: 'effects',
    framework: 'planner',
    version: 1,
    effects: [
      { input: 'activation', low: -2, mid: 1, high: 5, chance: 0.7, text: '' },
      { input: 'gone', low: 1, high: 2, chance: 1, text: '' },
    ],
  },
  gain: { mean: -98.2512345678, p10: -200, p90: 30, chance: 0.7, unit: 'teams' },
  effort: 3,
  note: 'two\nlines',
  at: '2026-11-20T08:05:30.000Z',
  person: 'me',
};

const table = async (document: Estimates): Promise<Record<string, string | number | undefined>[]> => {
  const [head, ...rows] = readCsv(await writtenText(csv, document));
  return rows.map((row) =>
    Object.fromEntries(
      row.map((value, i) => [head?.[i], typeof value === 'string' ? value : value.bare === '' ? undefined : Number(value.bare)]),
    ),
  );
};

describe('CSV', () => {
  test('one row a ticket, its effects side by side', async () => {
    const [row] = await table({ ...DOCUMENT, estimates: [GIVEN] });
    expect(row).toMatchObject({
      ...{
        Ticket: 'github:Acme/App#12',
        URL: 'https://github.com/Acme/App/issues/12',
        Framework: 'Planner',
        Answer: 'effects',
        Reason: undefined,
      },
      ...{ 'Gain mean': -98.2512, 'Gain P10': -200, 'Gain P90': 30, 'Gain unit': 'teams', Effort: 3 },
      ...{ 'Input 1': 'Activation', 'Low 1': -2, 'Mid 1': 1, 'High 1': 5, 'Unit 1': 'pp', 'Chance 1': 0.7 },
      ...{ 'Input 2': 'gone', 'Low 2': 1, 'Mid 2': undefined, 'High 2': 2, 'Unit 2': undefined, 'Chance 2': 1, 'Input 3': undefined },
      ...{ Evidence: undefined, Note: 'two\nlines', Answered: '2026-11-20 08:05:30', Person: 'me', Sample: undefined },
    });
    expect(row?.['Title']).toBe(`'=cmd|"/C calc"!A0`);
  });

  test('other work has its reason and no gain', async () => {
    const [row] = await table({
      ...DOCUMENT,
      estimates: [
        {
          ticket: 'linear:acme/PLN-1',
          title: 'SOC 2',
          answer: { kind: 'not-north-star', reason: 'compliance', framework: 'planner', version: 1 },
          at: GIVEN.at,
          person: 'me',
          sample: true,
        },
      ],
    });
    expect(row).toMatchObject({
      Answer: 'not-north-star',
      Reason: 'compliance',
      'Gain mean': undefined,
      'Input 1': undefined,
      Sample: 'yes',
    });
  });

  test('every row is as wide as the head, and every title can be had back', async () => {
    await fc.assert(
      fc.asyncProperty(estimates, async (document) => {
        const rows = readCsv(await writtenText(csv, document));
        expect(rows.length).toBe(document.estimates.length + 1);
        for (const [i, row] of rows.entries()) {
          expect(row.length).toBe(HEAD.length);
          if (i > 0) expect(original(row[2] as string)).toBe(storable(document.estimates[i - 1]?.title ?? ''));
        }
      }),
    );
  });

  test('begins with a byte order mark only where asked for', async () => {
    expect((await writtenBytes(csv, DOCUMENT))[0]).toBe('"'.charCodeAt(0));
    expect([...(await writtenBytes(csv, DOCUMENT, { mark: true })).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('files are named by the day', () => {
    expect(fileName(csv, '2026-11-22')).toBe('azimuth-estimates-2026-11-22.csv');
  });
});
