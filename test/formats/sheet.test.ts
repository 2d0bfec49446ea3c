// Sheets of other tools as answers: what a column is taken for, what is asked, and what each hostile row comes to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyChance, likelySize } from '../../lib/formats/sheet-classes.ts';
import { readSheet } from '../../lib/formats/sheet-answers.ts';
import { guessSheet, looksLikeAnswers, rangeKey, type SheetMapping, withSheetUse } from '../../lib/formats/sheet-columns.ts';
import { questionsOf, type SheetPlan, surveySheet } from '../../lib/formats/sheet-survey.ts';
import { likelySite, siteIn } from '../../lib/formats/sheet-ticket.ts';
import { parseTable, type Table } from '../../lib/formats/table.ts';
import { at, finished, HOME } from './answers-stage.ts';

function tableOf(text: string): Table {
  const parsed = finished(parseTable(text));
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.table;
}
function planned(text: string, more: Partial<SheetMapping> = {}): { table: Table; plan: SheetPlan } {
  const table = tableOf(text);
  const mapping = { ...guessSheet(table), ...more };
  const found = finished(surveySheet(table, mapping));
  const site = mapping.site === undefined ? likelySite(HOME.claims, found.keys) : siteIn(mapping.site, []);
  return { table, plan: { mapping, found, home: HOME, site, ticketAt: at } };
}
const rowsOf = (text: string, more: Partial<SheetMapping> = {}) => {
  const { table, plan } = planned(text, more);
  return { ...finished(readSheet(table, plan)), asked: questionsOf(table, plan), uses: plan.mapping.uses, sheet: plan.mapping.sheet };
};
const effects = ({ given }: ReturnType<typeof rowsOf>) =>
  given.map(({ ticket, answer, effort }) => [
    ticket,
    answer.kind === 'effects' ? answer.effects.map(({ input, low, high, chance }) => [input, low, high, chance]) : answer.reason,
    effort,
  ]);
const ALL = { input: 'activation' };

describe('sheets by their own names', () => {
  it('RICE: the class of impact by the quick sizes, the chance from confidence, reach left out', () => {
    const rice = rowsOf(
      'Feature,Ticket,Reach,Impact,Confidence,Effort\nTour,PLN-12,500,3,80%,2\nHelp,https://github.com/Acme/App/issues/7,90,0.5,100%,0.5',
      ALL,
    );
    expect([rice.sheet, rice.uses, rice.asked]).toEqual(['rice', ['title', 'ticket', 'nothing', 'size', 'chance', 'effort'], []]);
    expect(effects(rice)).toEqual([
      ['jira:acme.atlassian.net/PLN-12', [['activation', 1.8, 5.4, 0.8]], 2],
      ['github:Acme/App#7', [['activation', 0.2, 0.6, 1]], 0.5],
    ]);
  });

  it('Jira Product Discovery: ratings of one to five, goals as inputs', () => {
    const ideas = rowsOf(
      'Key,Summary,Goals,Impact,Confidence,Effort,Insights\nPLN-3,Skip the tour,Activation,5,4,3,2\nPLN-4,Invite by mail,Invites sent,1,2,1,0',
    );
    expect([ideas.sheet, ideas.uses.slice(0, 6), ideas.asked]).toEqual([
      'discovery',
      ['ticket', 'title', 'input', 'size', 'chance', 'effort'],
      [],
    ]);
    expect(effects(ideas)).toEqual([
      ['jira:acme.atlassian.net/PLN-3', [['activation', 1.8, 5.4, 0.8]], 3],
      ['jira:acme.atlassian.net/PLN-4', [['invites', 20, 60, 0.4]], 1],
    ]);
  });

  it('Productboard: the tracker’s column is the ticket, and its own link is none', () => {
    const board = rowsOf(
      'Feature name,Status,Priority,Effort,Jira,Productboard URL\nTour,Planned,High,3,PLN-9,https://acme.productboard.com/entity-detail/features/1\nHelp,New,Low,1,,https://acme.productboard.com/entity-detail/features/2',
      ALL,
    );
    expect([board.sheet, board.uses]).toEqual(['productboard', ['title', 'nothing', 'size', 'effort', 'ticket', 'nothing']]);
    expect(effects(board)).toEqual([['jira:acme.atlassian.net/PLN-9', [['activation', 1.8, 5.4, 1]], 3]]);
    expect(board.faults.map(({ row, field, what }) => [row, field, what])).toEqual([[3, 'Jira', 'no-ticket']]);
  });

  it('a link of the other tool is no ticket, however many rows have one', () => {
    const own =
      'Feature name,Effort,Jira,Productboard URL\nA,1,"PLN-1, PLN-2",https://acme.productboard.com/1\nB,1,,https://acme.productboard.com/2';
    expect(rowsOf(own, ALL).uses).toEqual(['title', 'effort', 'ticket', 'nothing']);
  });

  it('are told from readings', () => {
    expect(looksLikeAnswers(tableOf('Date,Activation\n2026-11-22,32'))).toBe(false);
    expect(looksLikeAnswers(tableOf('Name,Impact,Confidence,Effort\nA,1,1,1'))).toBe(true);
    expect(looksLikeAnswers(tableOf('What,How much\nPLN-1,3\nPLN-2,4'))).toBe(true);
  });
});

describe('nothing is taken for something unseen', () => {
  it('asks for the ticket, the effect, the input, the place of keys, and what a number is', () => {
    expect(rowsOf('A,B\n1,2').asked).toEqual(['ticket', 'effect']);
    expect(rowsOf('Ticket,Impact\nPLN-1,3').asked).toEqual(['input']);
    expect(rowsOf('Ticket,Low\nPLN-1,3', ALL).asked).toEqual(['ends']);
    expect(rowsOf('Ticket,Impact\nPLN-1,3', { ...ALL, site: 'example.org' }).asked).toEqual(['site']);
    expect(rowsOf('Ticket;Impact;Effort\nPLN-1;3;1,500', ALL).asked).toEqual(['mark']);
    expect(rowsOf('Ticket;Impact;Effort\nPLN-1;3;1,5', ALL).given[0]?.effort).toBe(1.5);
    const scores = Array.from({ length: 30 }, (_, i) => `PLN-${i + 1},${i}`).join('\n');
    expect(rowsOf(`Ticket,Impact\n${scores}`, ALL).asked).toEqual(['sizes']);
    expect(rowsOf('Ticket,Impact\nPLN-1,3', { ...ALL, ranges: new Map([[rangeKey('activation', '3'), '6..2']]) }).asked).toEqual(['range']);
  });

  it('a class that was emptied, and one without a default, leave their rows out', () => {
    const emptied = rowsOf('Ticket,Impact\nPLN-1,3\nPLN-2,maybe', { ...ALL, ranges: new Map([[rangeKey('activation', '3'), '']]) });
    expect(emptied.given).toEqual([]);
    expect(emptied.faults.map(({ what, text }) => [what, text])).toEqual([
      ['no-range', '3'],
      ['no-range', 'maybe'],
    ]);
  });

  it('a range is what was typed', () => {
    const typed = rowsOf('Ticket,Impact\nPLN-1,3', { ...ALL, ranges: new Map([[rangeKey('activation', '3'), '+1..2pp 50%']]) });
    expect(effects(typed)).toEqual([['jira:acme.atlassian.net/PLN-1', [['activation', 1, 2, 0.5]], undefined]]);
  });

  it('takes two ends as they are, where the input has room for them', () => {
    const ends = rowsOf('Ticket,Low,High\nPLN-1,2,6\nPLN-2,6,2\nPLN-3,20,90\nPLN-4,-5,-1', ALL);
    expect(effects(ends).map(([, all]) => all)).toEqual([[['activation', 2, 6, 1]], [['activation', -5, -1, 1]]]);
    expect(ends.faults.map(({ row, what }) => [row, what])).toEqual([
      [3, 'not-an-effect'],
      [4, 'not-an-effect'],
    ]);
  });

  it('knows tiers, ratings, sizes of shirts and words, and no others', () => {
    expect(['0.25', '0.5', '1', '2', '3'].map((one) => likelySize(one, ['3', '1', '0.5']))).toEqual([0, 0, 1, 2, 2]);
    expect(['1', '3', '5'].map((one) => likelySize(one, ['1', '2', '3', '4', '5']))).toEqual([0, 1, 2]);
    expect(['XS', 'M', 'XL', 'Massive', 'sort of', '0', '-1'].map((one) => likelySize(one, [one]))).toEqual([
      0,
      1,
      2,
      2,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['High', 'Medium', 'Low', 'sure', '3'].map((one) => likelyChance(one, [one]))).toEqual(['100', '80', '50', '', '60']);
  });
});

describe('hostile rows', () => {
  it('are refused one by one, with row, column and reason', () => {
    const text = [
      'Ticket,Title,Impact,Confidence,Effort,Why',
      '=HYPERLINK("x"),T,3,80%,1,',
      'PLN-1 PLN-2,T,3,80%,1,',
      'https://evil.example/PLN-1,T,3,80%,1,',
      'PLN-3,T,=1+1,80%,1,',
      'PLN-4,T,3,0%,1,',
      'PLN-5,T,3,80%,=A1,',
      'PLN-6,T,3,80%,-1,',
      'PLN-7,T,3,80%,1,,spare',
      'PLN-8,__proto__,3,80%,1,',
      'toString-1,constructor,3,80%,1,',
    ].join('\n');
    const { given, faults } = rowsOf(text, ALL);
    expect(faults.map(({ row, what }) => [row, what])).toEqual([
      [2, 'formula'],
      [3, 'several-tickets'],
      [4, 'not-a-ticket'],
      [5, 'formula'],
      [6, 'outside'],
      [7, 'formula'],
      [8, 'outside'],
      [9, 'too-many-cells'],
    ]);
    expect(given.map(({ ticket, title }) => [ticket, title])).toEqual([
      ['jira:acme.atlassian.net/PLN-8', '__proto__'],
      ['jira:acme.atlassian.net/TOSTRING-1', 'constructor'],
    ]);
  });

  it('of other work are that, by their reason', () => {
    const work = rowsOf('Ticket,Impact,Reason\nPLN-1,,Tech debt\nPLN-2,,Fun\nPLN-3,3,Fun', ALL);
    expect(effects(work).map(([, what]) => what)).toEqual(['debt', [['activation', 1.8, 5.4, 1]]]);
    expect(work.faults.map(({ row, what, text }) => [row, what, text])).toEqual([[3, 'unknown-reason', 'Fun']]);
  });

  it('with headings named after parts of objects are headings', () => {
    const odd = rowsOf('__proto__,constructor,Ticket,Impact\n1,2,PLN-1,3', ALL);
    expect(odd.uses).toEqual(['nothing', 'nothing', 'ticket', 'size']);
    expect(odd.given).toHaveLength(1);
  });

  it('never make it throw, whatever stands in them', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('PLN-1', '3', '80%', '=1', '1,5', '-', '#1', '1e400', '\0'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
        const text = `Ticket,Title,Input,Impact,Confidence,Effort,Low,High\n${quoted}`;
        const { plan, table } = planned(text, ALL);
        const { given, faults } = finished(readSheet(table, plan));
        expect(given.length + faults.length).toBe(table.rows.length - 1);
      }),
    );
  });

  it('200,000 of them are read', () => {
    const text = `Ticket,Impact\n${Array.from({ length: 200_000 }, (_, i) => `PLN-${i + 1},3`).join('\n')}`;
    expect(rowsOf(text, ALL).given).toHaveLength(200_000);
  }, 60_000);
});

describe('where keys are', () => {
  it('is what was typed, however: an address, a host, how ids begin', () => {
    const own = [{ origin: 'https://tracker.example.org', context: '/jira', tracker: 'jira', flavour: 'data-center' }] as const;
    const typed = [
      'https://acme.atlassian.net/browse/PLN-1',
      'acme.atlassian.net',
      'linear.app/acme/team/PLN',
      'github.com/acme/app/',
      'jira:acme.atlassian.net',
    ];
    expect(typed.map((one) => siteIn(one, own))).toEqual([
      'jira:acme.atlassian.net',
      'jira:acme.atlassian.net',
      'linear:acme',
      'github:acme/app',
      'jira:acme.atlassian.net',
    ]);
    expect(siteIn('https://tracker.example.org/jira/projects', own)).toBe('jira:tracker.example.org/jira');
    expect(['', 'acme', 'https://evil.example', 'github.com/acme', 'https://'].map((one) => siteIn(one, own))).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('is likely only where the claims leave no other', () => {
    expect(likelySite(['jira:a.atlassian.net/PLN', 'linear:acme/ENG'], ['PLN-1'])).toBe('jira:a.atlassian.net');
    expect(likelySite(['jira:a.atlassian.net/PLN', 'linear:acme/PLN'], ['PLN-1'])).toBeUndefined();
    expect(likelySite(['github:acme/app'], ['PLN-1'])).toBeUndefined();
  });

  it('and one use has one column', () => {
    const mapping = guessSheet(tableOf('Ticket,Impact,Other\nPLN-1,3,4'));
    expect(withSheetUse(mapping, 2, 'size').uses).toEqual(['ticket', 'nothing', 'size']);
  });
});
