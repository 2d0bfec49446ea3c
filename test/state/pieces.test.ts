// Which tickets are one piece of work, what several people's answers make of it, and what it is believed to bring.
import { beforeEach, describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import { believedGain, chanceBeats, classesOf } from '../../lib/impact/believed.ts';
import { classOf, chanceAbove, gainOf, inNorthStar, nested, shrunk } from '../../lib/impact/rank.ts';
import { UNLEARNED } from '../../lib/impact/record.ts';
import { teamAnswer } from '../../lib/impact/team.ts';
import type { TicketFacts } from '../../lib/model/facts.ts';
import type { Answer, Tag } from '../../lib/model/tag.ts';
import { saveFramework } from '../../lib/requests/framework.ts';
import { saveTag } from '../../lib/requests/tags.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { type Backlog, createBacklog } from '../../lib/state/backlog.ts';
import { basisOf } from '../../lib/state/basis.ts';
import { piecesOf } from '../../lib/state/pieces.ts';
import { type BacklogRow, correctedImpact, impactOfRow, pieceRow } from '../../lib/state/ranking.ts';
import { createSlices } from '../../lib/state/slices.ts';
import { beatsNext, rank, weigh } from '../../lib/state/weighing.ts';
import type { Db, TagRow } from '../../lib/store/db.ts';
import { frameworks } from '../../lib/store/read.ts';
import type { Writer } from '../../lib/store/write.ts';
import { freshStore } from '../components/dashboard/stored.ts';

const framework = { ...sampleFramework('2026-11-22'), id: 'mine', sample: false, claims: ['github:a/b'] };
const basis = basisOf({ team: 'team', framework }, new Map());
const moves = (low: number, high: number, chance = 1, input = 'collaboration'): Answer => ({
  ...{ kind: 'effects', framework: framework.id, version: 1 },
  effects: [{ input, low, high, chance, text: '' }],
});
const other: Answer = { kind: 'not-north-star', reason: 'debt', framework: framework.id, version: 1 };
const id = (n: number): string => `github:a/b#${n}`;
const tag = (n: number, person = 'me', answer: Answer = moves(1, 3), more: Partial<Tag> = {}): Tag => ({
  ...{ team: 'team', ticket: id(n), person, shown: id(n), title: `Ticket ${n}`, answer, at: `2026-11-0${(n % 9) + 1}T00:00:00.000Z` },
  ...more,
});
const facts = (...list: TicketFacts[]) => new Map(list.map((one) => [one.ticket, one]));

function pieces(tags: readonly Tag[], known: ReadonlyMap<string, TicketFacts> = new Map()) {
  const answers = Map.groupBy(tags, ({ ticket }) => ticket);
  return [...piecesOf(answers, known, 'me')].filter((piece) => piece !== undefined);
}
const said = (tags: readonly Tag[], known?: ReadonlyMap<string, TicketFacts>): string =>
  pieces(tags, known)
    .map(
      ({ ticket, tags: own, counted }) =>
        `${ticket.slice(11)}:${own.map((one) => one.person + one.ticket.slice(11)).join('+')}${counted ? '' : '!'}`,
    )
    .join(' ');

describe('one piece of work', () => {
  it('is each ticket by itself where nothing was seen of it', () => expect(said([tag(1), tag(2)])).toBe('1:me1 2:me2'));
  it('holds every person’s answer, one’s own first, then the newest', () =>
    expect(said([tag(1, 'a'), tag(1, 'b', moves(1, 2), { at: '2026-11-20T00:00:00.000Z' }), tag(1)])).toBe('1:me1+b1+a1'));

  describe('of an issue and the pull request that closes it', () => {
    const closing = facts({ ticket: id(7), closes: ['github:A/B#1'] }, { ticket: id(1) });
    it('shows the issue’s answer', () => expect(said([tag(7), tag(1)], closing)).toBe('1:me1'));
    it('shows the pull request’s where the issue has none', () => expect(said([tag(7)], closing)).toBe('1:me7'));
    it('takes each person’s answer once', () => expect(said([tag(7, 'a'), tag(7), tag(1)], closing)).toBe('1:me1+a7'));
    it('is the answered one of several issues', () =>
      expect(said([tag(7), tag(2)], facts({ ticket: id(7), closes: [id(1), id(2)] }))).toBe('2:me2'));
    it('is two where they say it of each other', () =>
      expect(said([tag(7), tag(1)], facts({ ticket: id(7), closes: [id(1)] }, { ticket: id(1), closes: [id(7)] }))).toBe('7:me7 1:me1'));
  });

  describe('of a parent and its children', () => {
    it('counts the children only', () => expect(said([tag(1), tag(2)], facts({ ticket: id(2), parent: id(1) }))).toBe('1:me1! 2:me2'));
    it('counts the parent where no child is answered', () => expect(said([tag(1)], facts({ ticket: id(2), parent: id(1) }))).toBe('1:me1'));
    it('sees through one that is not answered itself', () =>
      expect(said([tag(1), tag(3)], facts({ ticket: id(3), parent: id(2) }, { ticket: id(2), parent: 'GITHUB:a/b#1' }))).toBe(
        '1:me1! 3:me3',
      ));
    it('loses nothing where they go round in a circle', () =>
      expect(said([tag(1), tag(2)], facts({ ticket: id(1), parent: id(2) }, { ticket: id(2), parent: id(1) }))).toBe('1:me1 2:me2'));
  });
});

describe('the row of a piece of work', () => {
  const row = (tags: readonly [Tag, ...Tag[]], state?: TicketFacts['state']): BacklogRow =>
    pieceRow(tags, basis, new Set([framework.id]), { facts: { ticket: id(1), ...(state && { state }) } });

  it('has the team’s value, how far it agrees, and the middle effort', () => {
    const tags = [tag(1, 'me', moves(2, 5), { effort: 3 }), tag(1, 'a', moves(0, 2)), tag(1, 'b', moves(4, 10), { effort: 8 })] as const;
    const team = teamAnswer(tags.map(({ answer }) => answer));
    const made = row([...tags]);
    expect(made.effects).toEqual(team.effects);
    expect(made.agreement).toBeCloseTo(0.0906776, 6);
    expect(made.effort).toBe(5.5);
    expect(made.group).toBe('ranked');
  });
  it('keeps one person’s answer as it was given, and says nothing of agreement', () => {
    const made = row([tag(1)]);
    expect(made.effects).toEqual([expect.objectContaining({ low: 1, high: 3 })]);
    expect(made.agreement).toBeUndefined();
  });
  it('is for the North Star when one of several says so, with less of a chance', () => {
    const made = row([tag(1, 'me', other), tag(1, 'a', moves(1, 3))]);
    expect(made.group).toBe('ranked');
    expect(made.effects[0]?.chance).toBe(0.5);
    expect(row([tag(1, 'me', other), tag(1, 'a', other)]).group).toBe('other');
  });
  it('says its range as wide as such ranges turn out, beside the one given', () => {
    const made = row([tag(1)]);
    const [given, wider] = [impactOfRow(made, basis), correctedImpact(made, basis, 1.5)];
    expect(wider?.mean).toBeCloseTo(given.mean, 6);
    // 1 to 3 becomes 0.5 to 3.5.
    expect((wider?.p90 ?? 0) / given.p90).toBeCloseTo(3.5 / 3, 1);
    expect(wider?.p10).toBeLessThan(given.p10);
    expect(correctedImpact(row([tag(1, 'me', other)]), basis, 1.5)).toBeUndefined();
  });
  it.each(['done', 'dropped'] as const)('is not ranked when its ticket is %s', (state) =>
    expect(row([tag(1)], state).group).toBe('closed'),
  );
});

describe('what is believed', () => {
  const worth = { low: 60, high: 80 };
  const ground = {
    ...basis,
    inputs: basis.inputs.map((one) => (one.id === 'collaboration' ? { ...one, sensitivity: worth } : one)),
  };
  const answers = [1, 2, 2.5, 4, 6, 9].map((mean, i) => {
    const half = 1.2815515655 * [0.5, 0.5, 1, 1, 2, 3][i]!;
    return { input: 'collaboration', low: mean - half, high: mean + half, chance: 0.7 };
  });
  const classes = classesOf(answers, ground, UNLEARNED);
  const beliefs = { ground, classes, learned: UNLEARNED };

  it('shrinks the main effect by the oracle, and no other', () => {
    const kin = classOf(
      answers.map(({ low, high }, i) => ({ mean: (low + high) / 2, sd: [0.5, 0.5, 1, 1, 2, 3][i]! })),
      1.5,
    );
    expect(classes.get('collaboration')?.centre).toBeCloseTo(kin?.centre ?? 0, 9);
    const means = answers.map((one) => (believedGain([one], beliefs)?.gain ?? 0) / (0.8 * 70 * 0.7));
    [1.217411, 2.104534, 2.643718, 3.637785, 3.938644, 4.014497].forEach((mean, i) => expect(means[i]).toBeCloseTo(mean, 5));
    const side = believedGain([{ input: 'activation', low: 1, high: 2, chance: 1 }, answers[5]!], beliefs);
    const alone = believedGain([{ input: 'activation', low: 1, high: 2, chance: 1 }], beliefs);
    expect((side?.gain ?? 0) - (alone?.gain ?? 0)).toBeCloseTo(0.8 * 70 * 0.7 * 9, 6);
  });

  it('says the same by the closed form and through a formula', () => {
    const sum = { ...ground, formula: '70 * collaboration', inputs: ground.inputs.map((one) => ({ ...one, current: 20 })) };
    const plain = { ...ground, inputs: ground.inputs.map((one) => ({ ...one, sensitivity: { low: 70, high: 70 } })) };
    for (const one of answers) {
      const by = believedGain([one], { ...beliefs, ground: plain });
      const through = believedGain([one], { ...beliefs, ground: sum });
      expect(through?.gain).toBeCloseTo(by?.gain ?? 0, 6);
      expect(through?.variance).toBeCloseTo(by?.variance ?? 0, 4);
      const part = inNorthStar(
        shrunk(
          { chance: 0.7, mean: (one.low + one.high) / 2, sd: (one.high - one.low) / 2 / 1.2815515655 },
          1.5,
          classes.get('collaboration'),
        ),
        { low: 70, high: 70 },
      );
      expect(by).toMatchObject({ gain: expect.closeTo(gainOf([part], UNLEARNED).gain, 6) });
    }
  });

  it('compares two on one input in its unit, so that a doubtful sensitivity cancels', () => {
    const [a, b] = [answers[3]!, answers[4]!];
    const parts = [a, b].map((one) =>
      nested([
        shrunk(
          { chance: 0.7, mean: (one.low + one.high) / 2, sd: (one.high - one.low) / 2 / 1.2815515655 },
          1.5,
          classes.get('collaboration'),
        ),
      ]),
    );
    const chance = chanceBeats({ effects: [a] }, { effects: [b] }, beliefs);
    expect(chance).toBeCloseTo(chanceAbove(parts[0]!, parts[1]!), 9);
    expect(chanceBeats({ effects: [b] }, { effects: [a] }, beliefs)).toBeCloseTo(1 - (chance ?? 0), 9);
    expect(chanceBeats({ effects: [a], effort: 1 }, { effects: [b], effort: 8 }, beliefs)).toBeGreaterThan(0.55);
    const falling = { ...ground, northStar: { ...ground.northStar, direction: 'down' as const } };
    expect(chanceBeats({ effects: [a] }, { effects: [b] }, { ...beliefs, ground: falling })).toBeCloseTo(1 - (chance ?? 0), 9);
    expect(chanceBeats({ effects: [{ ...a, input: 'gone' }] }, { effects: [b] }, beliefs)).toBeUndefined();
  });

  it('ranks what counts, and knows what beats the next', async () => {
    const rows = [1, 2, 3, 4].map((n) =>
      pieceRow([tag(n, 'me', moves(n, n + 2), { effort: n })], basis, new Set(['mine']), { counted: n !== 2 }),
    );
    const by = await weigh(rows, basis, createSlices());
    const order = await rank(rows, 'gain', basis, createSlices());
    expect(order.map(({ tag: { title } }) => title)).toEqual(['Ticket 4', 'Ticket 3', 'Ticket 1']);
    expect(rows.map((row) => row.rank)).toEqual([3, 0, 2, 1]);
    expect(beatsNext(order[0]!, order, 'gain', by)).toBeGreaterThan(0.6);
    expect(beatsNext(order[2]!, order, 'gain', by)).toBeUndefined();
    expect((await rank(rows, 'point', basis, createSlices())).map(({ tag: { title } }) => title)[0]).toBe('Ticket 1');
  });
});

describe('the backlog as it is joined', () => {
  let db: Db;
  let writer: Writer;
  let backlog: Backlog;
  const load = async (): Promise<void> =>
    backlog.load(
      db,
      (await frameworks(db)).find((one) => one.id === 'mine'),
      '2026-11-22',
    );
  const titles = (group: string): string[] =>
    backlog.groups.value.find((one) => one.group === group)?.rows.map(({ tag: one }) => one.title) ?? [];

  beforeEach(async () => {
    ({ db, writer } = await freshStore());
    const { team } = await writer.identity();
    await saveFramework(db, writer, { request: 'request-frame', team, framework });
    backlog = createBacklog();
  });
  const answer = async (n: number, said: Answer): Promise<void> => {
    const { team } = await writer.identity();
    await saveTag(db, writer, { request: `request-${n}`, team, ticket: id(n), title: `Ticket ${n}`, answer: said });
  };

  it('reads facts with the rows, and knows what nobody answered', async () => {
    await answer(1, moves(1, 2));
    await answer(2, moves(1, 2));
    await answer(3, other);
    await writer.see([
      { ticket: id(1), labels: ['bug'], assignees: ['Kim'] },
      { ticket: id(2), state: 'done' },
      { ticket: id(8), title: 'Nobody answered', state: 'open' },
      { ticket: id(9), state: 'dropped' },
      { ticket: 'github:else/where#1', state: 'open' },
      { ticket: id(10), type: 'Pull request', closes: [id(1)] },
      { ticket: id(11), type: 'Pull request', closes: [id(8)] },
    ]);
    await load();
    expect(backlog.rows.value.find((row) => row.tag.title === 'Ticket 1')?.facts).toMatchObject({ labels: ['bug'], assignees: ['Kim'] });
    expect([titles('ranked'), titles('closed'), titles('other')]).toEqual([['Ticket 1'], ['Ticket 2'], ['Ticket 3']]);
    expect(backlog.unanswered.value.map(({ ticket }) => ticket)).toEqual([id(8)]);
  });

  it('keeps back what only others answered, where the team hides that, until one has answered', async () => {
    const { team, person } = await writer.identity();
    await answer(1, moves(1, 2));
    const own = (await db.getAll('tags'))[0] as TagRow;
    for (const n of [1, 2]) await db.put('tags', { ...own, ticket: id(n), shown: id(n), title: `Ticket ${n}`, person: 'p-other' });
    const member = { local: { team, person }, hideUntilAnswered: true, you: { role: 'editor' } };
    await db.put('meta', member, 'membership');
    await load();
    expect([titles('ranked'), backlog.hidden.value]).toEqual([['Ticket 1'], 1]);
    expect(backlog.rows.value[0]?.tags.map((one) => one.person)).toEqual([person, 'p-other']);
    // Who only reads gives no answer that could be pulled.
    await db.put('meta', { ...member, you: { role: 'viewer' } }, 'membership');
    await load();
    expect([titles('ranked').toSorted(), backlog.hidden.value]).toEqual([['Ticket 1', 'Ticket 2'], 0]);
  });

  it('makes one row of several people’s answers', async () => {
    await answer(1, moves(1, 2));
    const [mine] = (await db.getAll('tags')) as [TagRow];
    await db.put('tags', { ...mine, person: 'someone', answer: moves(4, 8), at: '2026-12-01T00:00:00.000Z' });
    await load();
    expect(backlog.rows.value).toHaveLength(1);
    expect(backlog.rows.value[0]).toMatchObject({ tag: { person: mine.person }, at: '2026-12-01T00:00:00.000Z' });
    expect(backlog.rows.value[0]?.agreement).toBeLessThan(0.5);
  });
});
