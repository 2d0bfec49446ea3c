// Taking a change to a framework back.
import { beforeEach, describe, expect, it } from 'vitest';
import { saveFramework } from '../../lib/requests/framework.ts';
import { undoOperation } from '../../lib/requests/tags.ts';
import { FRAMEWORK } from '../messages/examples.ts';
import { freshStore, request, type Store } from '../store/open.ts';
import { addFramework, TEAM } from './stage.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});
const undo = (op: string) => undoOperation(store.db, store.writer, { request: request(), team: TEAM, op });

describe('undo of a framework', () => {
  it('of its removal brings it back', async () => {
    await addFramework(store);
    const name = request();
    await store.writer.write([{ request: name, team: TEAM, kind: 'framework', key: 'planner', set: { deleted: true } }]);
    expect(await store.db.count('frameworks')).toBe(0);
    await undo(name);
    expect(await store.db.getAll('frameworks')).toMatchObject([{ id: 'planner', framework: { name: 'Planner', version: 1 } }]);
  });

  it('of a change brings the one before back; of what was changed since, nothing', async () => {
    await addFramework(store);
    const name = request();
    await saveFramework(store.db, store.writer, { request: name, framework: { ...FRAMEWORK, name: 'Renamed' } });
    await undo(name);
    expect(await store.db.getAll('frameworks')).toMatchObject([{ framework: { name: 'Planner' } }]);
    const [first] = (await store.db.getAll('ops')).filter(
      ({ kind, set }) => kind === 'framework' && (set['framework'] as { version: number }).version === 1,
    );
    await undo(first?.op ?? '');
    expect(await store.db.count('frameworks')).toBe(1);
  });
});
