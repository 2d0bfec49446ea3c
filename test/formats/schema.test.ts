// The published schema is the one the program validates by. UPDATE=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromJSONSchema } from 'zod';
import { estimatesSchema } from '../../lib/formats/estimates.ts';
import { estimates } from './estimates.ts';

const FILE = join(import.meta.dirname, '../../public/schema/azimuth-estimates-v1.json');

describe('public/schema/azimuth-estimates-v1.json', () => {
  test('is current', () => {
    const text = `${JSON.stringify(estimatesSchema(), undefined, 2)}\n`;
    if (process.env['UPDATE']) writeFileSync(FILE, text);
    expect(readFileSync(FILE, 'utf8')).toBe(text);
  });

  test('takes every export and refuses what is none', () => {
    const published = fromJSONSchema(JSON.parse(readFileSync(FILE, 'utf8')));
    fc.assert(
      fc.property(estimates, (document) => {
        expect(published.safeParse(JSON.parse(JSON.stringify(document))).error).toBeUndefined();
      }),
    );
    const [document] = fc.sample(estimates, { numRuns: 1, seed: 3 });
    for (const wrong of [
      { ...document, format: 'other' },
      { ...document, estimates: [{}] },
      { ...document, exportedAt: 'yesterday' },
      [],
    ]) {
      expect(published.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    }
  });
});
