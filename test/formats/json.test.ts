import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json, readEstimates } from '../../lib/formats/json.ts';
import type { Estimates } from '../../lib/formats/estimates.ts';
import { estimates } from './estimates.ts';
import { writtenBytes, writtenText } from './written.ts';

/** With the frameworks that answers were given under, each once: what an export has. */
function used(document: Estimates): Estimates {
  const ids = new Set(document.estimates.map(({ answer }) => answer.framework));
  for (const { framework } of [...(document.decisions ?? []), ...(document.budgets ?? [])]) ids.add(framework);
  return { ...document, frameworks: document.frameworks.filter(({ id }) => ids.has(id)) };
}

describe('azimuth-estimates/v1', () => {
  test('comes back without loss', async () => {
    await fc.assert(
      fc.asyncProperty(estimates.map(used), async (document) => {
        expect(readEstimates(await writtenText(json, document))).toStrictEqual({ ok: true, estimates: document });
      }),
      { numRuns: 500 },
    );
  });

  test('is JSON, one answer a line', async () => {
    await fc.assert(
      fc.asyncProperty(estimates.map(used), async (document) => {
        const text = await writtenText(json, document);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)));
        for (const estimate of document.estimates) expect(text.split(/,?\n +/)).toContain(JSON.stringify(estimate));
      }),
    );
  });

  test('survives the way through a file: bytes, with and without a byte order mark', async () => {
    const [document] = fc.sample(estimates.map(used), { numRuns: 1, seed: 7 }) as [Estimates];
    const text = await new Blob(['\uFEFF', new Uint8Array(await writtenBytes(json, document))], { type: json.type }).text();
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
