// What there is to ask about a ticket, in each state the store can be in; and what the toolbar button says.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Framework } from '../../lib/model/framework.ts';
import { badgeOf } from '../../lib/requests/badge.ts';
import { logReading, setNeverHere } from '../../lib/requests/framework.ts';
import { question } from '../../lib/requests/question.ts';
import { saveTag } from '../../lib/requests/tags.ts';
import { FRAMEWORK } from '../messages/examples.ts';
import { freshStore, moves, request, type Store } from '../store/open.ts';
import { addFramework, madeBy, saveOf, speakEnglish, TEAM, TICKET } from './stage.ts';

let store: Store;
beforeAll(speakEnglish);
beforeEach(async () => {
  store = await freshStore();
});
const TODAY = '2026-11-22';
const asked = (ticket = TICKET) => question(store.db, ticket, TODAY);

describe('the question', () => {
  it('is that there is no framework, at first', async () => {
    expect(await asked()).toEqual({ state: 'no-framework' });
  });

  it('is none where the user said never, for a place and all inside it', async () => {
    await addFramework(store);
    await setNeverHere(store.db, store.writer, 'github:acme', true);
    expect(await asked()).toEqual({ state: 'never' });
    expect(await asked('github:acme2/app#1')).toMatchObject({ state: 'unclaimed' });
    await setNeverHere(store.db, store.writer, 'github:acme', false);
    await setNeverHere(store.db, store.writer, 'github:acme/app2', true);
    expect(await asked()).toMatchObject({ state: 'ask' });
  });

  it('offers a framework where none claims the place, a real one before a sample', async () => {
    await addFramework(store, { id: 'demo', name: 'Demo', sample: true, claims: [] }, 'sample');
    expect(await asked()).toEqual({ state: 'unclaimed', place: 'github:acme/app', framework: { id: 'demo', name: 'Demo' } });
    await addFramework(store, { claims: ['github:acme/other'] });
    expect(await asked()).toMatchObject({ state: 'unclaimed', framework: { id: 'planner', name: 'Planner' } });
  });

  it('is asked where one claims the place, with the newest readings of no day to come', async () => {
    await addFramework(store);
    for (const [metric, date, value] of [
      ['teams', '2026-11-15', 100],
      ['teams', '2026-11-22', 120],
      ['teams', '2026-11-08', 80],
      ['teams', '2026-11-23', 999],
    ] as const)
      await logReading(store.writer, {
        request: request(),
        team: TEAM,
        reading: { framework: 'planner', metric, date, value, source: 'typed' },
      });
    const [star, input] = FRAMEWORK.metrics;
    expect(await asked()).toEqual({
      state: 'ask',
      team: TEAM,
      framework: { id: 'planner', version: 1, name: 'Planner', sample: false },
      northStar: { ...star, current: 120 },
      inputs: [input],
      alsoClaimed: [],
    });
  });

  it('names the other frameworks that claim the same place', async () => {
    await addFramework(store);
    await addFramework(store, { id: 'second', name: 'Second', claims: ['github:ACME'] });
    await addFramework(store, { id: 'third', name: 'Third', claims: ['github:acme/ap', 'github:acme/app/x'] });
    expect(await asked()).toMatchObject({ state: 'ask', framework: { id: 'planner' }, alsoClaimed: ['Second'] });
  });

  // Frameworks come in the order of their teams, and "sample" sorts before "t-...": the real one loses.
  it('asks under a real framework before a sample', async () => {
    await addFramework(store, { id: 'demo', name: 'Demo', sample: true }, 'sample');
    await addFramework(store);
    expect(await asked()).toMatchObject({ state: 'ask', framework: { id: 'planner' }, alsoClaimed: ['Demo'] });
  });

  it('brings one’s own answer and draft, and nobody else’s', async () => {
    await addFramework(store);
    const tag = await saveTag(store.db, store.writer, saveOf({ note: 'n', effort: 3, evidence: 'test' }));
    await store.writer.keepDraft(TICKET, '{"a":1}');
    expect(await asked(TICKET.toLowerCase())).toMatchObject({
      tag: { answer: moves(), note: 'n', effort: 3, evidence: 'test', op: madeBy(tag) },
      draft: '{"a":1}',
    });
    const other = await asked('github:acme/app#13');
    expect(other).not.toHaveProperty('tag');
    expect(other).not.toHaveProperty('draft');
  });

  it('says of an answer whose number the framework changed what it was, until it is changed back', async () => {
    const worth = (low: number, high: number): Framework['metrics'] =>
      FRAMEWORK.metrics.map((metric) => (metric.role === 'input' ? { ...metric, sensitivity: { low, high } } : metric));
    const since = async (): Promise<string | undefined> => {
      const reply = await asked();
      return reply.state === 'ask' ? reply.tag?.lines.since : undefined;
    };
    await addFramework(store, { metrics: worth(34, 34) });
    await saveTag(store.db, store.writer, saveOf({ answer: { ...moves(), framework: 'planner', version: 1 } }));
    expect(await since()).toBeUndefined();
    await addFramework(store, { metrics: worth(34, 34), name: 'Another name' });
    expect(await since()).toBeUndefined();
    await addFramework(store, { metrics: worth(60, 60) });
    expect(await since()).toBe('+120 when you answered; the framework has changed since.');
    // Another reading is no change of the framework.
    const reading = { framework: 'planner', metric: 'activation', date: TODAY, value: 97, source: 'typed' } as const;
    await logReading(store.writer, { request: request(), team: TEAM, reading });
    expect(await since()).toMatch(/^\+\d+ when you answered/);
    await addFramework(store, { metrics: worth(34, 34) });
    expect(await since()).toBeUndefined();
  });

  it('leaves outcomes and guardrails out', async () => {
    const [star, input] = FRAMEWORK.metrics as [(typeof FRAMEWORK.metrics)[0], (typeof FRAMEWORK.metrics)[0]];
    const more = (['outcome', 'guardrail', 'health'] as const).map((role) => ({ ...input, id: role, role }));
    await addFramework(store, { metrics: [...more, input, star] });
    expect(await asked()).toMatchObject({ northStar: { id: 'teams' }, inputs: [{ id: 'activation' }] });
  });
});

describe('the badge', () => {
  it('ticks an answered ticket, says so of an open one, and nothing elsewhere', async () => {
    await addFramework(store);
    expect(await badgeOf(store.db, undefined)).toEqual({ text: '', title: 'Azimuth: North Star for tickets' });
    expect(await badgeOf(store.db, 'github:other/app#1')).toEqual({ text: '', title: 'Azimuth: North Star for tickets' });
    expect(await badgeOf(store.db, TICKET)).toEqual({ text: '', title: 'Azimuth: no answer yet for #12' });
    await saveTag(store.db, store.writer, saveOf());
    expect(await badgeOf(store.db, TICKET)).toEqual({ text: '✓', title: 'Azimuth: #12 is answered' });
  });

  it('is silent where the user said never', async () => {
    await addFramework(store);
    await setNeverHere(store.db, store.writer, 'github:acme/app', true);
    expect(await badgeOf(store.db, TICKET)).toEqual({ text: '', title: 'Azimuth: North Star for tickets' });
  });
});
