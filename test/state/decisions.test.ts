// The decision log: kept with the numbers of the day, shown beside those of today, found by its words.
import { describe, expect, it } from 'vitest';
import { Decision } from '../../lib/model/record.ts';
import { decisionEntries, decisionOf, findDecisions } from '../../lib/state/decisions.ts';

const OF = { framework: 'f', version: 2, at: '2026-11-22T09:00:00.000Z' };
const THEN = { mean: 120, low: 80, high: 160 };
const piece = (n: number, numbers?: typeof THEN) => ({
  shown: `github:A/b#${n}`,
  title: `Ticket ${n}`,
  effort: n === 1 ? 3 : undefined,
  numbers,
});
const said = { words: '  First things first \n', who: ' ', chance: 0.7, net: 40 };
const decide = (words: string, at = OF.at) => decisionOf([piece(1, THEN), piece(2)], { ...said, words }, { ...OF, at });

describe('a decision', () => {
  it('is kept with the numbers of the day, as the schema wants it', () => {
    const decision = decide(said.words);
    expect(decision).toEqual({
      ...{ kind: 'decision', ...OF, words: 'First things first', who: '', chance: 0.7, net: 40 },
      tickets: [
        { ticket: 'github:A/b#1', title: 'Ticket 1', ...THEN, effort: 3 },
        { ticket: 'github:A/b#2', title: 'Ticket 2' },
      ],
    });
    expect(Decision.safeParse(decision).success).toBe(true);
  });
  it('is cut where it is too long, not refused', () => {
    const long = decisionOf([{ ...piece(1), title: 'x'.repeat(500) }], { ...said, words: 'w'.repeat(3000), who: 'n'.repeat(300) }, OF);
    expect(Decision.safeParse(long).success).toBe(true);
  });
});

describe('the log', () => {
  const rows = [
    { key: 'decision/1', record: decide('Older words', '2026-10-01T00:00:00.000Z') },
    { key: 'decision/2', record: decide('Newer words') },
  ];
  const now = { mean: 60, low: 40, high: 90 };
  const entries = decisionEntries(rows, (ticket) => (ticket === 'github:a/b#1' ? now : undefined));
  it('has the newest first, with the numbers of then and of now', () => {
    expect(entries.map(({ key }) => key)).toEqual(['decision/2', 'decision/1']);
    expect(entries[0]?.tickets).toEqual([
      { ticket: 'github:A/b#1', title: 'Ticket 1', before: THEN, now },
      { ticket: 'github:A/b#2', title: 'Ticket 2', before: undefined, now: undefined },
    ]);
  });
  it('is searched by words, tickets and titles, all of them', () => {
    const found = (find: string) => findDecisions(entries, find).map(({ key }) => key);
    expect(found(' ')).toHaveLength(2);
    expect(found('OLDER ticket')).toEqual(['decision/1']);
    expect(found('newer #2')).toEqual(['decision/2']);
    expect(found('newer older')).toEqual([]);
  });
});
