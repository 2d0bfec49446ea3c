// An alias joins what was answered at two addresses of a ticket, and its end parts it again. Nothing is lost either way.
import { beforeEach, describe, expect, it } from 'vitest';
import { addAlias, meant, removeAlias } from '../../lib/requests/aliases.ts';
import { badgeOf } from '../../lib/requests/badge.ts';
import { chipValues } from '../../lib/requests/chips.ts';
import { setNeverHere } from '../../lib/requests/framework.ts';
import { question } from '../../lib/requests/question.ts';
import { saveTag, undoOperation } from '../../lib/requests/tags.ts';
import { loadPopup } from '../../lib/state/tab.ts';
import { changeMark, draftOf, historyOf, neverHere, tagsByAge } from '../../lib/store/read.ts';
import { addFramework, saveOf, speakEnglish } from '../requests/stage.ts';
import { dump, freshStore, moves, opOf, arrive, other, type Store } from './open.ts';

const CUSTOM = 'jira:work.example.org/PLN-214';
const HOME = 'jira:acme.atlassian.net/PLN-214';
const ALIAS = { from: 'jira:work.example.org', to: 'jira:acme.atlassian.net' };
const DAY = '2026-11-22';

let store: Store;
beforeEach(async () => {
  speakEnglish();
  store = await freshStore();
  await addFramework(store, { claims: ['jira:work.example.org/pln', 'github:acme'] });
});
const save = async (ticket: string, answer = moves(), more = {}) => {
  store.clock.now += 60_000;
  const { db, writer } = store;
  return saveTag(db, writer, await meant(db, saveOf({ ticket, answer, ...more })));
};
const rows = async () => (await tagsByAge(store.db)).map(({ ticket, shown, answer, note }) => ({ ticket, shown, kind: answer.kind, note }));
const asked = async (ticket: string) => question(store.db, (await meant(store.db, { ticket })).ticket, DAY);

describe('an answer given at a custom domain', () => {
  it('is that of the site once it is known which that is: shown there, saved there, one ticket', async () => {
    await save(CUSTOM, moves(), { note: 'before' });
    expect(await addAlias(store.writer, ALIAS)).toBe(true);
    expect(await rows()).toEqual([{ ticket: HOME.toLowerCase(), shown: HOME, kind: 'effects', note: 'before' }]);
    // Claimed at one address is claimed at the other.
    for (const ticket of [CUSTOM, HOME]) expect(await asked(ticket)).toMatchObject({ state: 'ask', tag: { note: 'before' } });
    await save(CUSTOM, other());
    expect(await rows()).toEqual([{ ticket: HOME.toLowerCase(), shown: HOME, kind: 'not-north-star', note: undefined }]);
    expect((await historyOf(store.db, (await tagsByAge(store.db))[0]!)).map(({ key }) => key)).toEqual([
      CUSTOM.toLowerCase(),
      HOME.toLowerCase(),
    ]);
  });

  it('loses to a newer one of the site, field by field, and comes back when the alias ends', async () => {
    await save(CUSTOM, moves(), { note: 'old' });
    await addFramework(store, { id: 'g', claims: ['jira:acme.atlassian.net'] });
    await save(HOME, other());
    const before = await rows();
    expect(before).toHaveLength(2);
    await addAlias(store.writer, ALIAS);
    expect(await rows()).toEqual([{ ticket: HOME.toLowerCase(), shown: HOME, kind: 'not-north-star', note: 'old' }]);
    await removeAlias(store.writer, ALIAS.from);
    expect(await rows()).toEqual(before);
  });

  it('leaves the database as it was when an alias is said and taken back', async () => {
    await save(CUSTOM);
    await save('github:acme/app#12');
    const undone = await save(CUSTOM.replace('214', '5'));
    await undoOperation(store.db, store.writer, { request: 'undo-request', team: undone.team, op: undone.cells['answer']!.op });
    const before = await dump(store.db);
    await addAlias(store.writer, ALIAS);
    await removeAlias(store.writer, ALIAS.from);
    const known = (all: typeof before) => ({ ...all, meta: all.meta.filter((entry) => (entry as [string])[0] !== 'aliases') });
    expect(known(await dump(store.db))).toEqual(known(before));
  });

  it('is undone at the other address, back to the answer before it, whichever that was given at', async () => {
    await save(CUSTOM, moves());
    await addAlias(store.writer, ALIAS);
    const row = await save(HOME, other());
    await undoOperation(store.db, store.writer, { request: 'undo-request-2', team: row.team, op: row.cells['answer']!.op, ticket: HOME });
    expect(await rows()).toMatchObject([{ ticket: HOME.toLowerCase(), kind: 'effects' }]);
    const first = (await tagsByAge(store.db))[0]!;
    const [oldest] = await historyOf(store.db, first);
    await undoOperation(store.db, store.writer, { request: 'undo-request-3', team: row.team, op: oldest!.op, ticket: 'github:acme/app#1' });
    expect(await rows()).toHaveLength(1);
  });

  it('joins what comes later from elsewhere', async () => {
    await addAlias(store.writer, ALIAS);
    await arrive(store, [opOf(store.clock.now, { answer: moves(), seen: { id: CUSTOM, title: 'Theirs' } }, { key: CUSTOM.toLowerCase() })]);
    expect(await rows()).toMatchObject([{ ticket: HOME.toLowerCase(), shown: HOME }]);
  });
});

describe('with an alias', () => {
  beforeEach(async () => {
    await save(CUSTOM);
    await store.writer.keepDraft('jira:work.example.org/PLN-9', 'half typed');
    await addAlias(store.writer, ALIAS);
  });

  it('a draft goes along', async () => expect(await draftOf(store.db, 'jira:acme.atlassian.net/PLN-9')).toBe('half typed'));

  it('chips, badge and popup say the same at both addresses', async () => {
    const { tickets } = await meant(store.db, { tickets: [CUSTOM, HOME] });
    const [one, two] = await chipValues(store.db, tickets, DAY);
    expect([one?.kind, two]).toEqual(['effects', one]);
    const [there, here] = await Promise.all([badgeOf(store.db, CUSTOM), badgeOf(store.db, HOME)]);
    expect([there.text, here]).toEqual(['✓', there]);
    const popup = await loadPopup(store.db, { url: 'https://acme.atlassian.net/browse/PLN-214', title: '' }, DAY);
    expect(popup.ticket).toMatchObject({ ticket: HOME, state: 'ask', question: { tag: expect.anything() } });
  });

  it('"never here" is said of both, and taken back of both', async () => {
    await setNeverHere(store.db, store.writer, 'jira:work.example.org/pln', true);
    expect([await asked(CUSTOM), await asked(HOME)]).toEqual([{ state: 'never' }, { state: 'never' }]);
    await setNeverHere(store.db, store.writer, 'jira:acme.atlassian.net/pln', false);
    expect(await neverHere(store.db)).toEqual([]);
  });

  it('a page left open sees that something changed', async () => {
    const mark = await changeMark(store.db, DAY);
    await removeAlias(store.writer, ALIAS.from);
    expect(await changeMark(store.db, DAY)).not.toBe(mark);
  });

  it('a circle is refused, and changes nothing', async () => {
    const before = await dump(store.db);
    expect(await addAlias(store.writer, { from: ALIAS.to, to: ALIAS.from })).toBe(false);
    expect(await dump(store.db)).toEqual(before);
  });
});
