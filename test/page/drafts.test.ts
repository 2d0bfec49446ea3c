// What is typed is stored as fast as the background answers: one message at a time, and only the newest goes.
import { describe, expect, it } from 'vitest';
import { createDrafts } from '../../lib/page/drafts.ts';

/** A background that answers when the test says so. */
function slow() {
  const sent: [ticket: string, draft: string | undefined][] = [];
  const waiting: ((stored: boolean | Error) => void)[] = [];
  const drafts = createDrafts(
    (ticket, draft) =>
      new Promise((stored, failed) => {
        sent.push([ticket, draft]);
        waiting.push((what) => (what instanceof Error ? failed(what) : stored(what)));
      }),
  );
  const answer = async (what: boolean | Error = true): Promise<void> => {
    waiting.shift()?.(what);
    await new Promise((done) => setImmediate(done));
  };
  return { drafts, sent, answer };
}

describe('drafts', () => {
  it('go one at a time, the newest only, and all callers learn of the newest', async () => {
    const { drafts, sent, answer } = slow();
    const kept = ['a', 'ab', 'abc', 'abcd'].map((text) => drafts.keep('t', text));
    expect(sent).toEqual([['t', 'a']]);
    await answer();
    expect(sent).toEqual([
      ['t', 'a'],
      ['t', 'abcd'],
    ]);
    await answer();
    expect(await Promise.all(kept)).toEqual([true, true, true, true]);
    expect(sent).toHaveLength(2);
  });

  it('say that nothing is stored where the newest was not, whatever came before', async () => {
    for (const failure of [false, new Error('gone')]) {
      const { drafts, answer } = slow();
      const kept = [drafts.keep('t', 'a'), drafts.keep('t', 'ab')];
      await answer(true);
      await answer(failure);
      expect(await Promise.all(kept)).toEqual([false, false]);
    }
  });

  it('are tried again with the next text after one was refused', async () => {
    const { drafts, sent, answer } = slow();
    const first = drafts.keep('t', 'a');
    await answer(false);
    expect(await first).toBe(false);
    const second = drafts.keep('t', 'ab');
    await answer(true);
    expect(await second).toBe(true);
    expect(sent).toEqual([
      ['t', 'a'],
      ['t', 'ab'],
    ]);
  });

  it('are remembered here at once, and a dropped one is not "never typed"', () => {
    const { drafts } = slow();
    expect(drafts.of('t')).toBeUndefined();
    void drafts.keep('t', 'a');
    expect([drafts.of('t'), drafts.of('u')]).toEqual(['a', undefined]);
    void drafts.keep('t', undefined);
    expect(drafts.of('t')).toBeNull();
  });

  it('are dropped with the background too', async () => {
    const { drafts, sent, answer } = slow();
    void drafts.keep('t', 'a');
    const dropped = drafts.keep('t', undefined);
    await answer();
    await answer();
    expect(await dropped).toBe(true);
    expect(sent).toEqual([
      ['t', 'a'],
      ['t', undefined],
    ]);
  });

  it('are settled when nothing is on its way', async () => {
    const { drafts, answer } = slow();
    await drafts.settled();
    const order: string[] = [];
    void drafts.keep('t', 'a').then(() => order.push('kept'));
    void drafts.settled().then(() => order.push('settled'));
    await new Promise((done) => setImmediate(done));
    expect(order).toEqual([]);
    await answer();
    expect(order).toEqual(['kept', 'settled']);
  });

  it('are not brought back once they became an answer', () => {
    const { drafts, sent } = slow();
    drafts.forget('t');
    expect(drafts.of('t')).toBeNull();
    expect(sent).toEqual([]);
  });

  // While one ticket's draft is on its way, another's is only remembered; it goes with the next key, if there is one.
  it('of two tickets both go', async () => {
    const { drafts, sent, answer } = slow();
    void drafts.keep('t', 'a');
    void drafts.keep('u', 'b');
    await answer();
    await answer();
    expect(sent).toEqual([
      ['t', 'a'],
      ['u', 'b'],
    ]);
  });

  it('of one ticket are not called stored because another’s was', async () => {
    const { drafts, answer } = slow();
    void drafts.keep('t', 'a');
    const kept = drafts.keep('u', 'b');
    await answer(true);
    await answer(false);
    expect(await Promise.race([kept, Promise.resolve('not yet')])).not.toBe(true);
  });
});
