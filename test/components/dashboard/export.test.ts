import { beforeEach, describe, expect, it } from 'vitest';
import '../popup-words.ts';
import { impactOf, termsOf } from '../../../lib/impact/impact.ts';
import { Estimates } from '../../../lib/formats/estimates.ts';
import { json, readEstimates } from '../../../lib/formats/json.ts';
import type { Answer } from '../../../lib/model/tag.ts';
import { saveFramework } from '../../../lib/requests/framework.ts';
import { loadSample } from '../../../lib/requests/sample.ts';
import { saveTag } from '../../../lib/requests/tags.ts';
import { SAMPLE_TAGS } from '../../../lib/sample/tags.ts';
import { sampleFramework } from '../../../lib/sample/planner.ts';
import { gather, type Wanted } from '../../../lib/state/export.ts';
import type { Db } from '../../../lib/store/db.ts';
import type { Writer } from '../../../lib/store/write.ts';
import { freshStore } from './stored.ts';

const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  find: '',
  sample: false,
  version: '0.1.0',
  now: new Date('2026-11-22T12:00:00Z'),
  ...more,
});
let db: Db;
let writer: Writer;

beforeEach(async () => {
  ({ db, writer } = await freshStore());
  await loadSample(writer, '2026-11-22');
  const { sample: _, ...own } = { ...sampleFramework('2026-11-22'), id: 'own', name: 'Own' };
  await saveFramework(db, writer, { request: 'request-own', framework: own });
  const { team } = await writer.identity();
  const answer: Answer = {
    kind: 'effects',
    effects: [{ input: 'activation', low: 1, high: 3, chance: 0.7, text: '+1..3 70%' }],
    framework: 'own',
    version: 1,
  };
  await saveTag(db, writer, { ticket: 'github:Acme/App#7', request: 'request-7', team, title: '=1+1', answer, effort: 2, note: 'n' });
});

describe('what an export holds', () => {
  it('leaves the sample out unless asked for it, and says how many', async () => {
    const { estimates, count, samples } = await gather(db, wanted());
    expect([count, samples]).toEqual([1, SAMPLE_TAGS.length]);
    expect(estimates.frameworks.map(({ id }) => id)).toEqual(['own']);
    expect(estimates.estimates[0]).toMatchObject({
      ticket: 'github:Acme/App#7',
      url: 'https://github.com/Acme/App/issues/7',
      title: '=1+1',
      effort: 2,
      note: 'n',
      person: 'me',
    });
    const all = await gather(db, wanted({ sample: true }));
    expect([all.count, all.samples]).toEqual([1 + SAMPLE_TAGS.length, 0]);
    expect(all.estimates.estimates.filter(({ sample }) => sample).length).toBe(SAMPLE_TAGS.length);
  });

  it('narrows to what the filter finds', async () => {
    expect((await gather(db, wanted({ find: 'compliance', sample: true }))).count).toBe(
      SAMPLE_TAGS.filter(({ answer }) => answer.kind !== 'effects' && answer.reason === 'compliance').length,
    );
    expect((await gather(db, wanted({ find: 'nothing at all' }))).count).toBe(0);
  });

  it('has all that its numbers are worked from: they can be worked out again from the file alone', async () => {
    const { estimates } = await gather(db, wanted({ sample: true }));
    const read = readEstimates([...json.write(estimates)].join(''));
    if (!read.ok) throw new Error(read.where);
    expect(read.estimates).toEqual(estimates);
    for (const { answer, gain } of read.estimates.estimates) {
      if (answer.kind !== 'effects') continue;
      const framework = read.estimates.frameworks.find(({ id }) => id === answer.framework);
      const current = (id: string): number | undefined => framework?.readings.find(({ metric }) => metric === id)?.value;
      const { mean, p10, p90, chance } = impactOf(termsOf(answer.effects, framework?.metrics ?? [], current).terms);
      expect(gain).toEqual({ mean, p10, p90, chance, unit: 'weekly active teams' });
    }
  });

  it('is what its schema says', async () => {
    expect(Estimates.safeParse((await gather(db, wanted({ sample: true }))).estimates).error).toBeUndefined();
  });

  it('works out only the first few for a preview, and counts them all', async () => {
    const { estimates, count } = await gather(db, wanted({ sample: true }), 3);
    expect([estimates.estimates.length, count]).toEqual([3, 1 + SAMPLE_TAGS.length]);
  });

  it('stops when it is called off, and tells how far it is', async () => {
    const read: number[] = [];
    await gather(db, wanted(), undefined, (n) => read.push(n));
    expect(read.at(-1)).toBe(1 + SAMPLE_TAGS.length);
    await expect(gather(db, wanted(), undefined, undefined, AbortSignal.abort())).rejects.toThrow();
  });
});
