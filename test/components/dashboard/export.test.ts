import { beforeEach, describe, expect, it } from 'vitest';
import '../popup-words.ts';
import { impactOf } from '../../../lib/impact/impact.ts';
import { groundOf, pricerOf } from '../../../lib/impact/pricing.ts';
import { Estimates } from '../../../lib/formats/estimates.ts';
import type { FormatId } from '../../../lib/formats/format.ts';
import { json, readEstimates } from '../../../lib/formats/json.ts';
import type { Answer } from '../../../lib/model/tag.ts';
import { saveFramework } from '../../../lib/requests/framework.ts';
import { loadSample } from '../../../lib/requests/sample.ts';
import { saveTag } from '../../../lib/requests/tags.ts';
import { SAMPLE_TAGS } from '../../../lib/sample/tags.ts';
import { sampleFramework } from '../../../lib/sample/planner.ts';
import { openSource, type Survey, survey, type Wanted } from '../../../lib/state/export.ts';
import { FORMATS } from '../../../lib/formats/formats.ts';
import type { Db } from '../../../lib/store/db.ts';
import { tagsByAge } from '../../../lib/store/read.ts';
import type { Writer } from '../../../lib/store/write.ts';
import { contextOf, joined } from '../../formats/written.ts';
import { freshStore } from './stored.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const wanted = (more: Partial<Wanted> = {}): Wanted => ({ find: '', sample: false, ...more });

/** The file as it is read back. */
async function exported(more: Partial<Wanted> = {}): Promise<Estimates> {
  const source = await openSource(db, wanted(more), NOW);
  const context = contextOf({ ...source, generator: { name: 'Azimuth', version: '0.1.0' }, exportedAt: NOW.toISOString() });
  const read = readEstimates((await joined(json.write(source.rows(), context))).toString());
  if (!read.ok) throw new Error(read.where);
  return read.estimates;
}

async function surveyed(
  more: Partial<Wanted> = {},
  { format = 'csv' as FormatId, site = undefined as string | undefined, first = 5 } = {},
): Promise<Survey> {
  const asked = wanted(more);
  return survey(await openSource(db, asked, NOW), asked, FORMATS[format], site, first);
}

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
    const [found, document] = [await surveyed(), await exported()];
    expect([found.count, found.samples]).toEqual([1, SAMPLE_TAGS.length]);
    expect(document.frameworks.map(({ id }) => id)).toEqual(['own']);
    expect(document.estimates.length).toBe(1);
    expect(document.estimates[0]).toMatchObject({
      ticket: 'github:Acme/App#7',
      url: 'https://github.com/Acme/App/issues/7',
      title: '=1+1',
      effort: 2,
      note: 'n',
      person: 'me',
    });
    const all = await surveyed({ sample: true });
    expect([all.count, all.samples]).toEqual([1 + SAMPLE_TAGS.length, 0]);
    expect((await exported({ sample: true })).estimates.filter(({ sample }) => sample).length).toBe(SAMPLE_TAGS.length);
  });

  it('narrows to what the filter finds', async () => {
    expect((await surveyed({ find: 'compliance', sample: true })).count).toBe(
      SAMPLE_TAGS.filter(({ answer }) => answer.kind !== 'effects' && answer.reason === 'compliance').length,
    );
    expect((await surveyed({ find: 'nothing at all' })).count).toBe(0);
  });

  it('holds a view’s own answers in the view’s order', async () => {
    const tags = (await tagsByAge(db)).slice(0, 6).reverse();
    const document = await exported({ tags: tags.map((tag) => [tag]), sample: true });
    expect(document.estimates.map(({ ticket }) => ticket)).toEqual(tags.map(({ shown }) => shown));
    expect((await surveyed({ tags: tags.map((tag) => [tag]) })).samples).toBe(tags.filter(({ team }) => team === 'sample').length);
  });

  it('holds one line for a ticket that several answered, worth what they come to, and nothing that the team hides', async () => {
    const { team, person } = await writer.identity();
    const own = (await db.getAll('tags')).find((tag) => tag.team === team);
    if (!own) throw new Error('no answer');
    const theirs = {
      ...own,
      person: 'p-ana',
      answer: { ...own.answer, effects: [{ input: 'activation', low: 5, high: 9, chance: 1, text: '' }] },
    };
    await db.put('tags', theirs as typeof own);
    await db.put('tags', { ...theirs, ticket: 'github:acme/app#8', shown: 'github:Acme/App#8' } as typeof own);
    await db.put('meta', [['p-ana', 'Ana']], 'members');
    const alone = (await exported()).estimates.find(({ ticket }) => ticket.endsWith('#7'));
    expect(alone).toMatchObject({ person: 'me', team: { answered: 2, against: 0, answers: [{ person: 'me' }, { person: 'Ana' }] } });
    expect(alone?.team?.effects[0]).toMatchObject({ input: 'activation', mid: 4.5, named: 2 });
    expect(alone?.gain?.chance).toBeCloseTo(0.85, 9);
    await db.put('meta', { local: { team, person }, hideUntilAnswered: true, you: { role: 'editor' } }, 'membership');
    expect((await exported()).estimates.map(({ ticket }) => ticket)).toEqual(['github:Acme/App#7']);
  });

  it('has all that its numbers are worked from: they can be worked out again from the file alone', async () => {
    const document = await exported({ sample: true });
    for (const { answer, gain } of document.estimates) {
      if (answer.kind !== 'effects') continue;
      const framework = document.frameworks.find(({ id }) => id === answer.framework);
      const current = (id: string): number | undefined => framework?.readings.find(({ metric }) => metric === id)?.value;
      const ground = framework && groundOf(framework, current);
      const { mean, p10, p90, chance } = impactOf((ground && pricerOf(ground)(answer.effects)) ?? []);
      expect(gain).toEqual({ mean, p10, p90, chance, unit: 'weekly active teams' });
    }
  });

  it('carries decisions and budgets, the sample’s only where the sample is asked for', async () => {
    const { team } = await writer.identity();
    const budget = { kind: 'budget' as const, framework: 'own', quarter: '2026-Q4', share: 0.2 };
    for (const one of [team, 'sample'])
      await db.put('records', { team: one, key: 'budget/own/2026-Q4', record: budget, at: NOW.toISOString(), cells: {} });
    expect((await exported()).budgets).toEqual([budget]);
    expect((await exported({ sample: true })).budgets).toEqual([budget, budget]);
    expect((await exported()).decisions).toBeUndefined();
  });

  it('is what its schema says', async () => {
    expect(Estimates.safeParse(await exported({ sample: true })).error).toBeUndefined();
  });

  it('works out only the first few for a preview, and counts them all', async () => {
    const { first, count } = await surveyed({ sample: true }, { first: 3 });
    expect([first.length, count]).toEqual([3, 1 + SAMPLE_TAGS.length]);
  });

  it('is for one place of a tracker where a tracker takes it back, and says what such a file cannot hold', async () => {
    const github = await surveyed({ sample: true }, { format: 'github' });
    expect(github.site).toBe('github:github.com');
    const jira = await surveyed({ sample: true }, { format: 'jira' });
    expect(jira.sites.every(({ site }) => /^jira:[^/]+\/[a-z]+$/.test(site))).toBe(true);
    expect(jira.count).toBe(jira.sites.find(({ site }) => site === jira.site)?.count);
    const { team } = await writer.identity();
    const answer: Answer = { kind: 'not-north-star', reason: 'debt', framework: 'own', version: 1 };
    await saveTag(db, writer, { ticket: 'jira:own.atlassian.net/OWN-1', request: 'request-o1', team, title: '=1+1', answer });
    await saveTag(db, writer, { ticket: 'jira:own.atlassian.net/OWN-2', request: 'request-o2', team, title: 'Two', answer });
    const own = await surveyed({}, { format: 'jira' });
    expect(own).toMatchObject({ count: 1, left: 1, site: 'jira:own.atlassian.net/own' });
  });

  it('stops when it is called off', async () => {
    const source = await openSource(db, wanted(), NOW);
    await expect(source.rows(AbortSignal.abort()).next()).rejects.toThrow();
    await expect(survey(source, wanted(), FORMATS.csv, undefined, 1, AbortSignal.abort())).rejects.toThrow();
  });
});
