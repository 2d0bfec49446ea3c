// What a tracker's page is told where several people of a team answered: nothing of it before one has answered oneself.
import { beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../components/popup-words.ts';
import { effectPhrase } from '../../lib/phrases/answer.ts';
import { fieldsPhrase } from '../../lib/phrases/team.ts';
import { sizePhrase } from '../../lib/phrases/team-value.ts';
import { teamAnswer } from '../../lib/impact/team.ts';
import type { Answer } from '../../lib/model/tag.ts';
import { chipValues } from '../../lib/requests/chips.ts';
import { saveFramework } from '../../lib/requests/framework.ts';
import { question } from '../../lib/requests/question.ts';
import { saveTag } from '../../lib/requests/tags.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import type { Db, TagRow } from '../../lib/store/db.ts';
import { freshStore } from '../components/dashboard/stored.ts';

const TODAY = '2026-11-22';
const TICKET = 'github:acme/app#7';
const moves = (low: number, high: number): Answer => ({
  ...{ kind: 'effects', framework: 'ours', version: 1 },
  effects: [{ input: 'activation', low, high, chance: 1, text: '' }],
});
let db: Db;
let me: string;

beforeEach(async () => {
  const fresh = await freshStore();
  db = fresh.db;
  const { team, person } = await fresh.writer.identity();
  me = person;
  const { sample: _, ...framework } = { ...sampleFramework(TODAY), id: 'ours', claims: ['github:acme'] };
  await saveFramework(db, fresh.writer, { request: 'request-frame', team, framework });
  await saveTag(db, fresh.writer, { request: 'request-mine', team, ticket: TICKET, title: 'Seven', answer: moves(1, 3) });
  const own = (await db.getAll('tags'))[0] as TagRow;
  await db.put('tags', { ...own, person: 'p-ana', answer: moves(5, 9) });
  const member = { local: { team, person }, hideUntilAnswered: true, you: { role: 'editor' } };
  await db.put('meta', member, 'membership');
});

const asked = async () => {
  const found = await question(db, TICKET, TODAY);
  return found.state === 'ask' ? found.tag : undefined;
};

describe('the panel', () => {
  it('says what the team comes to below one’s own answer', async () => {
    expect(plain((await asked())?.lines.since)).toMatch(/^Team of 2: \+\d+ weekly active teams \(.*\), agreement \d+ %$/);
  });

  it('says nothing of the others before one has answered', async () => {
    const own = (await db.getAll('tags')).find(({ person }) => person === me) as TagRow;
    await db.delete('tags', [own.team, own.ticket, me]);
    expect(await asked()).toBeUndefined();
  });

  it('says nothing of a team where none is joined', async () => {
    await db.delete('meta', 'membership');
    expect((await asked())?.lines.since).toBeUndefined();
  });
});

describe('a chip', () => {
  const chip = async () => (await chipValues(db, [TICKET], TODAY))[0];

  it('shows the team’s value', async () => {
    const shared = await chip();
    expect(plain(shared?.why)).toMatch(/^Team of 2: /);
    await db.delete('meta', 'membership');
    const alone = await chip();
    expect(Number(shared?.mean)).toBeGreaterThan(Number(alone?.mean));
  });

  it('stays open where only others answered, so that a sweep stops there', async () => {
    const own = (await db.getAll('tags')).find(({ person }) => person === me) as TagRow;
    await db.delete('tags', [own.team, own.ticket, me]);
    expect((await chip())?.kind).toBe('open');
  });
});

describe('words', () => {
  it('give a team’s effect no more digits than an estimate has, and leave what was typed', () => {
    const [shared] = teamAnswer([moves(1, 3), moves(5, 9)]).effects;
    const rate = { kind: 'rate', unit: '' } as const;
    expect(plain(shared && sizePhrase(shared, rate))).toMatch(/^\+\d(\.\d)? to \+\d(\.\d)? pp$/);
    const typed = { input: 'activation', low: 1.2345, high: 3, chance: 1, text: '' };
    expect(sizePhrase(typed, rate)).toBe(effectPhrase(typed, rate));
  });

  it('tell a removal from an answer that merely stands', () => {
    expect(fieldsPhrase(['answer', 'seen', 'deleted'])).toBe('answer, title');
    expect(fieldsPhrase(['deleted'])).toBe('removed');
    expect(fieldsPhrase(['constructor'])).toBe('constructor');
  });
});
