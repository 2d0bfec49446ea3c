import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json, readEstimates } from '../../lib/formats/json.ts';
import { estimates } from './estimates.ts';

const written = (document: Parameters<typeof json.write>[0]): string => [...json.write(document)].join('');

describe('azimuth-estimates/v1', () => {
  test('comes back without loss', () => {
    fc.assert(
      fc.property(estimates, (document) => {
        expect(readEstimates(written(document))).toStrictEqual({ ok: true, estimates: document });
      }),
      { numRuns: 500 },
    );
  });

  test('is JSON, one answer a line', () => {
    fc.assert(
      fc.property(estimates, (document) => {
        const text = written(document);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)));
        for (const estimate of document.estimates) expect(text.split(/,?\n +/)).toContain(JSON.stringify(estimate));
      }),
    );
  });

  test('survives the way through a file: bytes, with and without a byte order mark', async () => {
    const [document] = fc.sample(estimates, { numRuns: 1, seed: 7 }) as [Parameters<typeof json.write>[0]];
    const text = await new Blob(['\uFEFF', ...json.write(document)], { type: json.type }).text();
    expect(readEstimates(`\uFEFF${text}`)).toEqual({ ok: true, estimates: document });
  });

  test('leaves out fields it does not know, and says where a file is wrong', () => {
    const document = {
      format: 'azimuth-estimates/v1',
      generator: { name: 'a', version: '1' },
      exportedAt: '2026-11-22T00:00:00.000Z',
      frameworks: [],
      estimates: [],
    };
    expect(readEstimates(JSON.stringify({ ...document, later: 1 }))).toEqual({ ok: true, estimates: document });
    expect(readEstimates('not json')).toEqual({ ok: false, where: '' });
    expect(readEstimates(JSON.stringify({ ...document, format: 'azimuth-estimates/v2' }))).toEqual({ ok: false, where: 'format' });
    expect(readEstimates(JSON.stringify({ ...document, estimates: [{ ticket: 1 }] }))).toEqual({ ok: false, where: 'estimates.0.ticket' });
    expect(readEstimates('{"__proto__":{"format":"azimuth-estimates/v1"}}').ok).toBe(false);
  });
});
