// Files as they come: each with what is read from it, what is refused and at which row, and what has to be asked.
import { describe, expect, it } from 'vitest';
import { readFile, readText, told } from './readings-stage.ts';

describe('a file of readings', () => {
  it.each<[file: string, told: string[]]>([
    [
      'wide.csv',
      [
        'teams 2026-11-08 6510',
        'activation 2026-11-08 31.2',
        'collaboration 2026-11-08 18.1',
        'teams 2026-11-15 6702',
        'activation 2026-11-15 31.9',
        'teams 2026-11-22 6840',
        'activation 2026-11-22 32',
        'collaboration 2026-11-22 18.4',
      ],
    ],
    ['long.tsv', ['activation 2026-11-15 31.9', 'teams 2026-11-15 6702', 'activation 2026-11-22 32', '5 unknown-metric Sign-ups']],
    ['american.csv', ['activation 2026-11-08 31.2', 'activation 2026-11-15 31.9']],
    ['two-ways.csv', ['? form 03/04/2026']],
    ['both-ways.csv', ['? form 05/06/2026']],
    [
      'mixed-dates.csv',
      [
        'activation 2026-11-01 31',
        'activation 2026-11-08 31.2',
        '4 other-form 15.11.2026',
        '5 other-form Nov 20 2026',
        '6 not-a-day last week',
        '7 no-such-day 2026-02-30',
      ],
    ],
    [
      'formulas.csv',
      [
        'teams 2026-11-08 6510',
        'teams 2026-11-15 6702',
        'teams 2026-11-21 -5',
        '2 formula =B1*2',
        '3 formula =HYPERLINK("http://example.invalid","x")',
        '4 formula +A1+1',
        '4 formula @SUM(A1)',
        '5 not-a-number -cmd|calc',
      ],
    ],
    [
      'sheet-errors.csv',
      [
        'activation 2026-11-22 32',
        '2 sheet-error #N/A',
        '3 sheet-error #DIV/0!',
        '4 sheet-error ####',
        '6 not-a-number n/a',
        '7 outside 120',
        '8 too-large 1e400',
      ],
    ],
    ['twice.csv', ['activation 2026-11-22 32', '4 twice 2026-11-15']],
    ['proto.csv', ['activation 2026-11-22 32', 'activation 2026-11-15 31']],
    ['proto-long.csv', ['activation 2026-11-22 32', '2 unknown-metric __proto__', '3 unknown-metric constructor']],
    ['utf16le.csv', ['activation 2026-11-22 32']],
    ['utf16be.csv', ['activation 2026-11-22 32']],
    ['utf16-unmarked.csv', ['not-text']],
    ['marked.csv', ['activation 2026-11-22 32', 'activation 2026-11-15 31']],
    ['sep.csv', ['activation 2026-11-22 32']],
    ['open-quote.csv', ['open-quote 3']],
    [
      'weeks.csv',
      [
        'activation 2026-11-08 31.2',
        'activation 2026-11-15 31.9',
        'activation 2026-11-22 32',
        '5 no-such-day 2026-W54',
        '6 future 2026-W48',
      ],
    ],
    ['months.csv', ['activation 2026-09-30 31.2', 'activation 2026-10-31 31.9', '4 future 11/2026']],
    ['serials.csv', ['activation 2026-11-08 31.2', 'activation 2026-11-15 31.9', 'activation 2026-11-22 32']],
    ['fractions.csv', ['? scale 0.319']],
    ['thousands.csv', ['? mark 6,702']],
    ['comma-and-point.csv', ['? mark']],
    ['title.csv', ['activation 2026-11-22 32', 'teams 2026-11-22 6840']],
    ['loose-comma.csv', ['activation 2026-11-22 32', '2 too-many-cells 9']],
    ['sideways.csv', ['? days-across']],
    ['headless.csv', ['? value']],
    ['future.csv', ['activation 2026-11-22 32', '3 future 2026-11-23', '4 too-early 1969-12-31', '5 too-early 1900-01-01', '6 no-day']],
    ['workbook.csv', ['workbook']],
    ['binary.csv', ['not-text']],
    ['empty.csv', ['empty']],
    ['blank.csv', ['empty 1']],
    ['names-only.csv', ['? no-rows']],
    ['wide-as-a-barn.csv', ['too-many-columns 1']],
  ])('%s', (file, expected) => expect(told(readFile(file))).toEqual(expected));

  it('of a German spreadsheet: semicolons, decimal commas, days with points, Windows letters', () => {
    const read = readFile('german.csv', (guessed) => ({
      ...guessed,
      uses: [
        guessed.uses[0] ?? { as: 'date' },
        { as: 'metric', metric: 'teams' },
        { as: 'metric', metric: 'activation' },
        { as: 'metric', metric: 'collaboration' },
      ],
    }));
    expect(told(read)).toEqual([
      'teams 2026-11-08 6510',
      'activation 2026-11-08 31.2',
      'collaboration 2026-11-08 18.1',
      'teams 2026-11-15 6702',
      'activation 2026-11-15 31.9',
      'collaboration 2026-11-15 18.25',
      'teams 2026-11-22 6840',
      'activation 2026-11-22 32',
      'collaboration 2026-11-22 18.4',
    ]);
    if (typeof read === 'string') throw new Error(read);
    expect(read.table.rows[0]?.cells[2]).toBe('Aktivierung für Größere');
  });
});

describe('what was asked', () => {
  it.each<[file: string, choice: Parameters<typeof readFile>[1], told: string[]]>([
    ['two-ways.csv', { form: 'dmy' }, ['activation 2026-04-03 31.2', 'activation 2026-04-05 31.9']],
    ['two-ways.csv', { form: 'mdy' }, ['activation 2026-03-04 31.2', 'activation 2026-05-04 31.9']],
    ['both-ways.csv', { form: 'dmy' }, ['activation 2026-04-13 31.2', 'activation 2026-06-05 32', '3 other-form 04/14/2026']],
    [
      'fractions.csv',
      { scales: new Map([['activation', 'fraction']]) },
      ['activation 2026-11-15 31.9', 'collaboration 2026-11-15 0.5', 'activation 2026-11-22 32', 'collaboration 2026-11-22 0.7'],
    ],
    [
      'fractions.csv',
      { scales: new Map([['activation', 'percent']]) },
      ['activation 2026-11-15 0.319', 'collaboration 2026-11-15 0.5', 'activation 2026-11-22 0.32', 'collaboration 2026-11-22 0.7'],
    ],
    ['thousands.csv', { marks: new Map([[1, 'point']]) }, ['teams 2026-11-15 6702', 'teams 2026-11-22 6840']],
    ['thousands.csv', { marks: new Map([[1, 'comma']]) }, ['teams 2026-11-15 6.702', 'teams 2026-11-22 6.84']],
    ['comma-and-point.csv', { marks: new Map([[1, 'comma']]) }, ['teams 2026-11-15 6702.5', '3 not-a-number 6840.5']],
    ['twice.csv', { twice: 'last' }, ['activation 2026-11-15 30', 'activation 2026-11-22 32']],
    [
      'headless.csv',
      (guessed) => ({ ...guessed, uses: [{ as: 'date' }, { as: 'metric', metric: 'activation' }] }),
      ['activation 2026-11-15 31.9', 'activation 2026-11-22 32'],
    ],
    [
      'long.tsv',
      { names: new Map([['signups', 'teams']]) },
      ['activation 2026-11-15 31.9', 'teams 2026-11-15 6702', 'activation 2026-11-22 32', 'teams 2026-11-22 120'],
    ],
    [
      'long.tsv',
      { names: new Map([['signups', null]]) },
      ['activation 2026-11-15 31.9', 'teams 2026-11-15 6702', 'activation 2026-11-22 32'],
    ],
    ['american.csv', { span: 'month' }, ['2 future 11/08/2026', '3 future 11/15/2026']],
    ['american.csv', { span: 'week' }, ['activation 2026-11-14 31.2', 'activation 2026-11-21 31.9']],
  ])('%s %#: is done as answered', (file, choice, expected) => expect(told(readFile(file, choice))).toEqual(expected));
});

describe('what need not be asked', () => {
  it.each<[text: string, told: string[]]>([
    ['Date,Activation\n2026-11-22,0.5 %\n2026-11-15,0.4', ['activation 2026-11-22 0.5', 'activation 2026-11-15 0.4']],
    ['Date,Activation\n2026-11-22,0\n2026-11-15,1', ['activation 2026-11-22 0', 'activation 2026-11-15 1']],
    ['Date,Activation\n2026-11-22,0.5\n2026-11-15,1.5', ['activation 2026-11-22 0.5', 'activation 2026-11-15 1.5']],
    ['Date,Collaboration\n11/11/2026,5\n10/10/2026,6', ['collaboration 2026-11-11 5', 'collaboration 2026-10-10 6']],
    ['Date,Teams,Activation\n2026-11-22,"6,840","31.5"', ['teams 2026-11-22 6840', 'activation 2026-11-22 31.5']],
  ])('%j', (text, expected) => expect(told(readText(text))).toEqual(expected));
});

describe('beside what is stored', () => {
  const stored = new Map([
    [
      'activation',
      new Map([
        ['2026-11-15', 31.9],
        ['2026-11-22', 31],
      ]),
    ],
  ]);

  it('says what is new, what changes from what, and what stays', () => {
    const read = readFile('wide.csv', {}, stored);
    if (typeof read === 'string') throw new Error(read);
    expect(read.outcome?.changes.filter(({ metric }) => metric === 'activation')).toEqual([
      { metric: 'activation', date: '2026-11-08', value: 31.2, kind: 'new', row: 2 },
      { metric: 'activation', date: '2026-11-15', value: 31.9, kind: 'same', before: 31.9, row: 3 },
      { metric: 'activation', date: '2026-11-22', value: 32, kind: 'changed', before: 31, row: 4 },
    ]);
  });

  it('counts rows as a spreadsheet shows them, empty ones and titles too', () => {
    const read = readFile('title.csv');
    if (typeof read === 'string') throw new Error(read);
    expect(read.outcome?.changes.map(({ row }) => row)).toEqual([6, 6]);
  });
});
