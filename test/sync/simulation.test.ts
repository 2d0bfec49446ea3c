// Before anything is stored for good: two devices of one person and one of a colleague work apart for months,
// join a team late and in any order, and meet. What each keeps on disk is never rewritten.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../lib/model/operation.ts';
import { type Hlc, millisOf, seen, tick } from '../../lib/sync/clock.ts';
import { type Cells, entityOf, inward, type Membership, merge, outward } from '../../lib/sync/merge.ts';

const TEAM = 'team-1';

class Device {
  readonly ops = new Map<string, Operation>();
  readonly rows = new Map<string, Cells>();
  last: Hlc | undefined;
  n = 0;
  joined: Membership | undefined;
  cursor = 0;
  pushed = new Set<string>();

  readonly id: string;
  readonly member: string;

  constructor(id: string, member: string) {
    this.id = id;
    this.member = member;
  }

  get team() {
    return `local-${this.id}`;
  }
  get person() {
    return `me-${this.id}`;
  }

  act(ticket: string, set: Record<string, unknown>, now: number) {
    this.last = tick(this.last, now, this.id);
    this.n += 1;
    this.keep({
      op: `${this.id}-${String(this.n).padStart(6, '0')}`,
      device: this.id,
      n: this.n,
      hlc: this.last,
      team: this.team,
      person: this.person,
      kind: 'tag',
      key: ticket,
      set,
      schema: 1,
    });
  }

  keep(op: Operation) {
    if (this.ops.has(op.op)) return;
    this.ops.set(op.op, op);
    this.last = seen(this.last, op.hlc);
    const entity = entityOf(op);
    this.rows.set(entity, merge(this.rows.get(entity) ?? {}, op));
  }

  join() {
    this.joined = { local: { team: this.team, person: this.person }, joined: { team: TEAM, person: this.member } };
  }

  sync(log: Operation[], lostReply: boolean) {
    if (!this.joined) return;
    for (const op of this.ops.values()) {
      if (op.device !== this.id || this.pushed.has(op.op)) continue;
      if (!log.some((known) => known.op === op.op)) log.push(outward(op, this.joined));
      if (!lostReply) this.pushed.add(op.op);
    }
    for (const op of log.slice(this.cursor)) this.keep(inward(op, this.joined));
    this.cursor = log.length;
  }

  /** Rows as the team would name them, so that devices can be compared. */
  view(): Record<string, Record<string, unknown>> {
    const m = this.joined;
    return Object.fromEntries(
      [...this.rows]
        .map(([entity, cells]) => {
          const [team, kind, key, person] = JSON.parse(entity);
          const op = { team, kind, key, person } as Operation;
          const values = Object.fromEntries(Object.entries(cells).map(([f, c]) => [f, c.value]));
          return [entityOf(m ? outward(op, m) : op), values] as const;
        })
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('tag' as const),
      who: fc.nat(2),
      ticket: fc.nat(4),
      value: fc.nat(9),
      skew: fc.integer({ min: -5000, max: 5000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('note' as const),
      who: fc.nat(2),
      ticket: fc.nat(4),
      value: fc.nat(9),
      skew: fc.integer({ min: -86400000, max: 1000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const), who: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sync' as const), who: fc.nat(2), lost: fc.boolean() }) },
);

describe('two devices of one person, a colleague, and a late join', () => {
  it('ends with every device showing the same answers, whatever the order, and no record rewritten', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const devices = [
          new Device('000000000000000a', 'ann'),
          new Device('000000000000000b', 'ann'),
          new Device('000000000000000c', 'bob'),
        ];
        const log: Operation[] = [];
        let now = 1_760_000_000_000;
        for (const s of steps) {
          now += 60_000;
          const device = devices[s.who]!;
          if (s.do === 'tag') device.act(`github:o/r#${s.ticket}`, { answer: s.value, deleted: false }, now + s.skew);
          if (s.do === 'note') device.act(`github:o/r#${s.ticket}`, { note: s.value }, now + s.skew);
          if (s.do === 'join') device.join();
          if (s.do === 'sync') device.sync(log, s.lost);
        }
        const before = devices.map((d) => [...d.ops.values()].filter((op) => op.device === d.id).map((op) => JSON.stringify(op)));
        for (const d of devices) d.join();
        for (let round = 0; round < 2; round++) for (const d of devices) d.sync(log, false);

        const [a, b, c] = devices.map((d) => d.view());
        expect(b).toEqual(a);
        expect(c).toEqual(a);
        const after = devices.map((d) => [...d.ops.values()].filter((op) => op.device === d.id).map((op) => JSON.stringify(op)));
        expect(after).toEqual(before);
        expect(a).toEqual(oracle(log));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its order when the wall clock jumps back, and sorts after what it has seen', () => {
    const first = tick(undefined, 2_000, 'a'.repeat(16));
    const second = tick(first, 1_000, 'a'.repeat(16));
    expect(second > first).toBe(true);
    expect(millisOf(second)).toBe(2_000);
    expect(tick(seen(second, tick(undefined, 9_000, 'b'.repeat(16))), 3_000, 'a'.repeat(16)) > second).toBe(true);
    let last = first;
    for (let i = 0; i < 70_000; i++) {
      const next = tick(last, 0, 'a'.repeat(16));
      if (next <= last) throw new Error(`the clock stood still at ${i}`);
      last = next;
    }
  });
});

/** The rows by definition: for each field the operation with the highest (clock, id). */
function oracle(log: readonly Operation[]) {
  const rows: Record<string, Record<string, unknown>> = {};
  for (const op of [...log].sort((x, y) => (x.hlc + x.op < y.hlc + y.op ? -1 : 1))) {
    rows[entityOf(op)] = { ...rows[entityOf(op)], ...op.set };
  }
  return Object.fromEntries(Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)));
}
