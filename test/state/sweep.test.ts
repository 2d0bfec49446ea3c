import { signal } from '@preact/signals-core';
import { describe, expect, it, vi } from 'vitest';
import { BUSY } from '../busy.ts';
import type { Reply, Saved } from '../../lib/ask.ts';
import { meaningOf } from '../../lib/state/meaning.ts';
import { createSweep } from '../../lib/state/sweep.ts';
import type { Sweep, SweepTicket, SweepVerbs } from '../../lib/state/sweep-contract.ts';
import { type SweepCommand, sweepCommand } from '../../lib/state/sweep-keys.ts';
import { QUESTION, tagOf } from './panel.stage.ts';

const ticket = (n: number, answered = false): SweepTicket => ({ ticket: `github:acme/app#${n}`, title: `Ticket ${n}`, answered });
const KEYS: Record<string, SweepCommand> = Object.fromEntries(
  ['1', '2', '0', 'a', 's', 'd', 'f', 't', 'j', 'k', 'u', 'o', 'p', 'n', 'Enter', 'Escape', 'ArrowLeft', 'ArrowRight'].map((key) => [
    key,
    sweepCommand({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false }, 'walk') as SweepCommand,
  ]),
);

function stage(tickets: readonly SweepTicket[], more: Partial<SweepVerbs> = {}) {
  const stored = new Map<string, string>();
  let op = 0;
  const verbs: SweepVerbs = {
    question: async (): Promise<Reply> => QUESTION,
    save: async ({ ticket: of, answer }): Promise<Saved> => {
      stored.set(of, answer.kind === 'effects' ? `${answer.effects[0]?.input} ${answer.effects[0]?.text}` : answer.reason);
      return { state: 'saved', tag: tagOf(answer, { op: `op-${++op}` }) };
    },
    undo: async ({ ticket: of }): Promise<Reply> => {
      stored.delete(of);
      return QUESTION;
    },
    keepDraft: async () => true,
    bring: async () => true,
    reveal: async () => true,
    further: async () => {},
    pages: () => false,
    onward: vi.fn(),
    open: vi.fn(),
    note: vi.fn(),
    stopped: vi.fn(),
    gone: (error) => {
      throw error;
    },
    ...more,
  };
  let now = 0;
  const sweep = createSweep(verbs, signal(meaningOf), () => (now += 10_000));
  sweep.see(tickets);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await sweep.do(KEYS[key] as SweepCommand);
  };
  return { sweep, verbs, stored, press };
}
const at = (sweep: Sweep): string => sweep.at.value?.ticket.replace(/^.*#/, '') ?? '';
const many = (n: number) => Array.from({ length: n }, (_, i) => ticket(i + 1));

describe('a sweep', () => {
  it('stores an input and a size, a reason, or a range, each by its keys, and goes on', async () => {
    const { sweep, stored, press } = stage(many(4));
    await sweep.start();
    await press('1', 's', 'Enter', '0', 'd', 'Enter', '2', 'ArrowRight', 'ArrowRight', 'Enter');
    expect([...stored].map(([of, what]) => `${of.replace(/^.*#/, '')} ${what}`)).toEqual([
      expect.stringMatching(/^1 activation /),
      '2 compliance',
      expect.stringMatching(/^3 events /),
    ]);
    expect(at(sweep)).toBe('4');
    expect(sweep.count.value).toBe(4);
    expect(sweep.left.value).toBeGreaterThan(0);
  });

  it('passes over what is answered, unless it is told not to', async () => {
    const { sweep, press } = stage([ticket(1, true), ticket(2), ticket(3, true), ticket(4)]);
    await sweep.start();
    expect([at(sweep), sweep.walk.value.length, sweep.passed.value]).toEqual(['2', 2, 2]);
    await press('j');
    expect(at(sweep)).toBe('4');
    await press('p', 'k');
    expect([at(sweep), sweep.walk.value.length]).toEqual(['3', 4]);
  });

  it('takes the last one back and stands at it again, as often as there are any', async () => {
    const { sweep, stored, press } = stage(many(4));
    await sweep.start();
    await press('1', 's', 'Enter', '1', 'd', 'Enter', 'j', 'u');
    expect([at(sweep), stored.size]).toEqual(['2', 1]);
    await press('u', 'u');
    expect([at(sweep), stored.size, sweep.last.value]).toEqual(['1', 0, undefined]);
  });

  it('stores nothing without a size, and nothing of a ticket that the list has no more', async () => {
    const save = vi.fn(async (): Promise<Saved> => ({ state: 'refused', why: 'wrong-ticket' }));
    const { sweep, press } = stage(many(2), { save });
    await sweep.start();
    await press('Enter', '1', 'Enter');
    expect(save).not.toHaveBeenCalled();
    expect(sweep.trouble.value).toBe('unfinished');
    await press('s', 'Enter');
    expect([sweep.trouble.value, at(sweep), sweep.last.value]).toEqual(['wrong-ticket', '1', undefined]);
    await press('d');
    expect(sweep.trouble.value).toBeUndefined();
    expect(sweep.panel.value?.phase.value).toBe('asking');
  });

  it('goes on where it was left, else with the first', async () => {
    const { sweep } = stage(many(5));
    await sweep.start('GITHUB:acme/app#3');
    expect(at(sweep)).toBe('3');
    const { sweep: other } = stage(many(5));
    await other.start('github:acme/app#99');
    expect(at(other)).toBe('1');
  });

  it('looks further at the end, offers the next page, and goes there by Enter', async () => {
    let pages = 2;
    const { sweep, verbs, press } = stage([ticket(1)], {
      further: async () => {
        if (--pages > 0) sweep.see([ticket(1), ticket(2)]);
      },
      pages: () => true,
    });
    await sweep.start();
    await press('j');
    expect(at(sweep)).toBe('2');
    await press('j');
    expect([sweep.phase.value, sweep.more.value]).toEqual(['end', true]);
    await press('Enter');
    expect(verbs.onward).toHaveBeenCalledOnce();
    await press('k');
    expect([sweep.phase.value, at(sweep)]).toEqual(['asking', '2']);
  });

  it('takes what is chosen while a save is on its way for the next ticket, and stores nothing that was not seen', async () => {
    let let1: (saved: Saved) => void = () => {};
    const save = vi.fn(
      ({ answer }: Parameters<SweepVerbs['save']>[0]) =>
        new Promise<Saved>((resolve) => (let1 = () => resolve({ state: 'saved', tag: tagOf(answer) }))),
    );
    const { sweep, press } = stage(many(3), { save });
    await sweep.start();
    await press('1', 's');
    const saving = press('Enter');
    await vi.waitFor(() => expect(save).toHaveBeenCalledOnce(), BUSY);
    await press('2', 'd', 'Enter', 'Enter');
    let1({ state: 'refused', why: 'failed' });
    await saving;
    expect(at(sweep)).toBe('2');
    expect(sweep.panel.value?.pick.value).toBe('events');
    expect(sweep.panel.value?.rows.value[0]?.text).not.toBe('');
    expect(save).toHaveBeenCalledOnce();
  });

  it('stops at once, whatever is on its way', async () => {
    const { sweep, verbs, press } = stage(many(2), { question: () => new Promise(() => {}) });
    void sweep.start();
    await press('Escape');
    expect(sweep.phase.value).toBe('stopped');
    expect(verbs.stopped).toHaveBeenCalledOnce();
  });
});

describe('its keys', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
  it('are letters while a range is typed, and nobody’s with Ctrl, Alt or an input method', () => {
    expect(sweepCommand({ ...plain, key: 'j' }, 'text')).toBeUndefined();
    expect(sweepCommand({ ...plain, key: 'Enter' }, 'text')).toEqual({ do: 'save' });
    expect(sweepCommand({ ...plain, key: 'Escape' }, 'text')).toEqual({ do: 'leave' });
    expect(sweepCommand({ ...plain, key: 'Enter' }, 'button')).toBeUndefined();
    for (const held of ['ctrlKey', 'metaKey', 'altKey', 'isComposing'])
      expect(sweepCommand({ ...plain, [held]: true, key: '1' }, 'walk')).toBeUndefined();
    for (const key of ['constructor', '__proto__', 'x', 'Tab', ' ']) expect(sweepCommand({ ...plain, key }, 'walk')).toBeUndefined();
  });
});
