// A hundred thousand rows take no more memory than a hundred: nothing that was written is kept.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../lib/formats/estimates.ts';
import { FORMAT_IDS } from '../../lib/formats/format.ts';
import { FORMATS } from '../../lib/formats/formats.ts';
import { DOCUMENT } from '../spreadsheet/document.ts';
import { contextOf, writtenText } from './written.ts';

const MANY = 100_000;
const LARGEST = 200_000;
const MB = 1_000_000;

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
/** Bytes in use, once what nobody holds any more is gone. */
function held(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

const SITES: Readonly<Partial<Record<string, string>>> = { github: 'github:github.com', jira: 'jira:acme.atlassian.net/pln' };
const place = (format: string): { readonly site?: string } => (SITES[format] === undefined ? {} : { site: SITES[format] });

describe.each(FORMAT_IDS)('%s', (id) => {
  const format = FORMATS[id];
  const ticket = (i: number): string => (id === 'jira' ? `jira:acme.atlassian.net/PLN-${i}` : `github:acme/app#${i}`);
  const [first] = DOCUMENT.estimates.slice(300) as [Estimate];

  test('writes a hundred thousand rows in small pieces, and keeps none of them', async () => {
    let taken = 0;
    const memory: number[] = [];
    function* rows(): Generator<Estimate> {
      for (; taken < MANY; taken++) {
        if (taken % 20_000 === 10_000) memory.push(held());
        yield { ...first, title: `Ticket ${taken}`, note: 'n'.repeat(40), ticket: ticket(taken) };
      }
    }
    let [written, largest, told] = [0, 0, 0];
    const context = contextOf(DOCUMENT, { ...place(id), progress: (done) => (told = done) });
    for await (const piece of format.write(rows(), context)) {
      written += piece.length;
      largest = Math.max(largest, piece.length);
    }
    expect([taken, told]).toEqual([MANY, MANY]);
    expect(largest).toBeLessThan(LARGEST);
    // Between the first and the last look eighty thousand rows were written.
    expect(Math.max(...memory) - (memory[0] ?? 0)).toBeLessThan(MB);
    if (id !== 'report') expect(written).toBeGreaterThan(MANY * (id === 'xlsx' ? 15 : 40));
  });

  test('stops where it is called off, with the reason', async () => {
    const off = new AbortController();
    function* rows(): Generator<Estimate> {
      for (let i = 0; ; i++) {
        if (i === 50) off.abort(new Error('called off'));
        yield { ...first, ticket: ticket(i) };
      }
    }
    const writing = (async () => {
      for await (const _ of format.write(rows(), contextOf(DOCUMENT, { ...place(id), signal: off.signal })));
    })();
    await expect(writing).rejects.toThrow('called off');
  });

  test('writes a file of no rows', async () => {
    expect((await writtenText(format, { ...DOCUMENT, estimates: [] }, place(id))).length).toBeGreaterThan(20);
  });
});
