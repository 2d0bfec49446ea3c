// What chips say: many tickets at once, each as its panel would say it.
import { beforeEach, describe, expect, it } from 'vitest';
import { chipsWanted, chipValues } from '../../lib/requests/chips.ts';
import { setNeverHere } from '../../lib/requests/framework.ts';
import { question } from '../../lib/requests/question.ts';
import { loadSample } from '../../lib/requests/sample.ts';
import { saveTag } from '../../lib/requests/tags.ts';
import { SAMPLE_TAGS } from '../../lib/sample/tags.ts';
import { freshStore, type Store } from '../store/open.ts';
import { addFramework, saveOf, speakEnglish, TICKET } from './stage.ts';

const TODAY = '2026-11-22';
const PLANNER = 'github:azimuth-sample/planner#';
let store: Store;
beforeEach(async () => {
  speakEnglish();
  store = await freshStore();
});

describe('chips', () => {
  it('are wanted once there is a framework', async () => {
    expect(await chipsWanted(store.db, 'github')).toBe(false);
    await addFramework(store);
    expect(await chipsWanted(store.db, 'github')).toBe(true);
  });

  it('say what each ticket of the sample says on its own page', async () => {
    await loadSample(store.writer, TODAY);
    const tickets = [...SAMPLE_TAGS.map(({ ticket }) => ticket), `${PLANNER}1842`];
    const values = await chipValues(store.db, tickets, TODAY);
    for (const [i, ticket] of tickets.entries()) {
      const reply = await question(store.db, ticket, TODAY);
      const lines = reply.state === 'ask' ? reply.tag?.lines : undefined;
      const { what, why, angle, loss } = values[i] ?? {};
      expect({ what, why, angle, loss }, ticket).toEqual({ what: lines?.what, why: lines?.why, angle: lines?.angle, loss: lines?.loss });
    }
    expect(values.at(-1)).toEqual({ kind: 'open', label: '', mean: '', spoken: 'North Star: no answer. Answer' });
    expect(values[tickets.indexOf(`${PLANNER}1733`)]).toMatchObject({
      kind: 'effects',
      label: '2 inputs',
      mean: expect.stringMatching(/^\+\d+$/),
    });
    expect(values.some((value) => value?.kind === 'other' && value.label === 'Compliance' && value.mean === '')).toBe(true);
  });

  it('say nothing where no framework asks or where the user wants none, and know no case', async () => {
    await addFramework(store);
    await saveTag(store.db, store.writer, saveOf());
    const ask = (...tickets: string[]) => chipValues(store.db, tickets, TODAY);
    const [same, other, strange] = await ask(
      TICKET.toUpperCase().replace('GITHUB', 'github'),
      'github:acme/app#999',
      'github:else/where#1',
    );
    expect(same).toMatchObject({ kind: 'effects', label: 'activation' });
    expect(other).toMatchObject({ kind: 'open' });
    expect(strange).toBeNull();
    await setNeverHere(store.db, store.writer, 'github:acme/app', true);
    expect(await ask(TICKET, 'github:acme/app#999')).toEqual([null, null]);
  });

  it('name an input that is gone, and do not guess what it is worth', async () => {
    await addFramework(store);
    const effects = [{ input: 'gone', low: 1, high: 2, chance: 1, text: '+1..2' }];
    const answer = { kind: 'effects', framework: 'planner', version: 1, effects } as const;
    await saveTag(store.db, store.writer, saveOf({ answer: { ...answer, effects: [...effects] } }));
    const [value] = await chipValues(store.db, [TICKET], TODAY);
    expect(value).toMatchObject({ kind: 'effects', label: 'an input no longer in the framework', mean: '' });
    expect(value?.angle).toBeUndefined();
  });
});
