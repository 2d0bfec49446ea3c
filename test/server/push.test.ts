import { beforeEach, describe, expect, it } from 'vitest';
import type { PushReply } from '../../lib/sync/protocol.ts';
import { answer, framework, type Person, setStage, type Stage, tagSet } from './stage.ts';

let stage: Stage;
let ada: Person;
let bob: Person;
const codes = (results: PushReply['results']): string[] => results.map((one) => (one.status === 'rejected' ? one.code : one.status));

beforeEach(async () => {
  stage = await setStage();
  ada = await stage.joins('Ada', 'admin');
  bob = await stage.joins('Bob', 'editor');
});

describe('a push', () => {
  it('carries an operation whole: what went in comes out for everybody', async () => {
    const op = bob.does('tag', 'github:acme/app#1', { ...tagSet(2), note: 'why \u0000 not', unknown: { of: ['a', 'newer', 1.5e-7] } });
    expect(codes(await bob.pushes(op))).toEqual(['applied']);
    expect(await ada.pulls()).toEqual([{ ...op, seq: 1, person: bob.person, author: bob.person }]);
  });

  it('changes nothing the second time, and numbers without gaps', async () => {
    const ops = [1, 2, 3].map((low) => bob.does('tag', `github:acme/app#${low}`, tagSet(low)));
    await bob.pushes(...ops.slice(0, 2));
    expect(codes(await bob.pushes(...ops, ...ops))).toEqual(['duplicate', 'duplicate', 'applied', 'duplicate', 'duplicate', 'duplicate']);
    expect((await ada.pulls()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('says by which stamp an operation is known that was stamped anew', async () => {
    const op = bob.does('tag', 'github:acme/app#1', tagSet(1));
    await bob.pushes(op);
    const [again] = await bob.pushes({ ...op, hlc: bob.does('tag', 'x', {}).hlc });
    expect(again).toMatchObject({ status: 'duplicate', hlc: op.hlc });
  });

  it('refuses another content under the same id, and writes it down', async () => {
    const op = bob.does('tag', 'github:acme/app#1', tagSet(1));
    await bob.pushes(op);
    expect(codes(await bob.pushes({ ...op, set: tagSet(2) }))).toEqual(['other_content']);
    expect(codes(await ada.pushes({ ...op, device: ada.device }))).toEqual(['other_content']);
    const audit = await stage.ask('GET', '/v1/audit', { token: ada.access });
    expect(JSON.stringify(audit.body)).toContain('operation.forged');
  });

  it('takes what is right of a push and says what is wrong of the rest', async () => {
    const far = { ...bob.does('tag', 'github:acme/app#1', tagSet(1)), hlc: `ffffffffffff0000${bob.device}` };
    const fine = bob.does('tag', 'github:acme/app#2', tagSet(1));
    const wrong = [
      far,
      { ...bob.does('tag', 'github:acme/app#3', tagSet(1)), device: ada.device },
      bob.does('tag', 'github:acme/app#4', tagSet(1), { schema: 2 }),
      bob.does('tag', 'github:acme/app#5', { answer: { ...answer(1), effects: [] } }),
      bob.does('tag', 'github:acme/app#6', { ...tagSet(1), extra: 'x'.repeat(40_000) }),
      bob.does('tag', 'github:acme/app#7', { deleted: true }, { of: ada.person }),
      bob.does('framework', 'growth', { framework: framework(1) }, { base: 0 }),
      bob.does('tag', 'github:ACME/app#8', tagSet(1)),
    ];
    const expected = ['clock_ahead', 'invalid', 'schema_unknown', 'invalid', 'too_large', 'forbidden', 'forbidden', 'invalid'];
    expect(codes(await bob.pushes(...wrong, fine))).toEqual([...expected, 'applied']);
    expect((await ada.pulls()).map(({ op }) => op)).toEqual([fine.op]);
  });

  it('knows whose device it is, and takes one that nobody has', async () => {
    const moved = 'abababababababab';
    const op = bob.does('tag', 'github:acme/app#1', tagSet(1));
    expect(codes(await bob.pushes({ ...op, device: moved, hlc: op.hlc.slice(0, 16) + moved }))).toEqual(['applied']);
    const forged = ada.does('tag', 'github:acme/app#1', tagSet(1));
    expect(codes(await ada.pushes({ ...forged, device: moved, hlc: forged.hlc.slice(0, 16) + moved }))).toEqual(['foreign_device']);
  });

  it('lets admins remove somebody’s tag and bring it back, and nothing else', async () => {
    const key = 'github:acme/app#1';
    await bob.pushes(bob.does('tag', key, tagSet(1)));
    stage.now += 1000;
    expect(codes(await ada.pushes(ada.does('tag', key, { deleted: true }, { of: bob.person })))).toEqual(['applied']);
    expect(codes(await ada.pushes(ada.does('tag', key, tagSet(9), { of: bob.person })))).toEqual(['forbidden']);
    expect((await bob.pulls()).at(-1)).toMatchObject({ person: bob.person, author: ada.person, set: { deleted: true } });
  });
});

describe('a framework', () => {
  const pushed = (version: number, base: number, name?: string) =>
    ada.does('framework', 'growth', { framework: framework(version, name), deleted: false }, { base });

  it('is changed on the version that stands; on an older one what is there comes back', async () => {
    expect(codes(await ada.pushes(pushed(1, 0), pushed(2, 1, 'Second')))).toEqual(['applied', 'applied']);
    const [stale] = await ada.pushes(pushed(2, 1, 'Other'));
    expect(stale).toMatchObject({ code: 'stale_base', there: { version: 2, framework: { name: 'Second' } } });
    expect(codes(await ada.pushes(pushed(3, 2, 'Third')))).toEqual(['applied']);
  });

  it('gives a version one content for ever, and lets one that was there return', async () => {
    await ada.pushes(pushed(1, 0), pushed(2, 1, 'Second'));
    expect(codes(await ada.pushes(pushed(1, 2)))).toEqual(['applied']);
    expect(codes(await ada.pushes(pushed(2, 1, 'Changed')))).toEqual(['stale_base']);
    expect(codes(await ada.pushes(pushed(3, 1, 'Third')))).toEqual(['applied']);
  });

  it('is not changed with an older clock than the one that stands, nor without a base', async () => {
    const early = pushed(2, 1);
    await ada.pushes(pushed(1, 0));
    expect(codes(await ada.pushes(early))).toEqual(['stale_base']);
    const { base: _, ...without } = pushed(2, 1);
    expect(codes(await ada.pushes(without))).toEqual(['invalid']);
  });

  it('that was removed begins anew above all versions it had', async () => {
    await ada.pushes(pushed(1, 0), ada.does('framework', 'growth', { deleted: true }, { base: 1 }));
    expect(codes(await ada.pushes(pushed(2, 1)))).toEqual(['stale_base']);
    expect(codes(await ada.pushes(pushed(2, 0)))).toEqual(['applied']);
  });
});
