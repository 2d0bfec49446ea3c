// The published schema is the one the program reads by. UPDATE=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromJSONSchema } from 'zod';
import { frameworkSchema } from '../../lib/formats/framework-file.ts';
import { writeFramework } from '../../lib/formats/framework-json.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';
import { withReadings } from './frameworks.ts';

const FILE = join(import.meta.dirname, '../../public/schema/azimuth-framework-v1.json');

describe('public/schema/azimuth-framework-v1.json', () => {
  test('is current', () => {
    const text = `${JSON.stringify(frameworkSchema(), undefined, 2)}\n`;
    if (process.env['UPDATE']) writeFileSync(FILE, text);
    expect(readFileSync(FILE, 'utf8')).toBe(text);
  });

  test('takes every framework that is written and refuses what is none', () => {
    const published = fromJSONSchema(JSON.parse(readFileSync(FILE, 'utf8')));
    const takes = (text: string): boolean => published.safeParse(JSON.parse(text)).success;
    fc.assert(fc.property(withReadings, ([framework, readings]) => takes(writeFramework(framework, readings))));
    for (const template of TEMPLATES) expect(takes(writeFramework(template.framework('2026-11-22'))), template.id).toBe(true);
    const text = writeFramework(sampleFramework('2026-11-22'));
    for (const [a, b] of [
      ['azimuth-framework/v1', 'azimuth-framework/v2'],
      ['"north-star"', '"polaris"'],
      ['"value": 36', '"value": "36"'],
      ['"id": "activation"', '"id": "New teams"'],
      ['2026-10-11', 'last month'],
      ['"claims"', '"places"'],
    ] as const) {
      expect(text).toContain(a);
      expect(takes(text.replace(a, b)), b).toBe(false);
    }
  });
});
