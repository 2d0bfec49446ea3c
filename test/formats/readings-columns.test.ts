// Guessing columns, and that nothing of all this throws or changes an object's prototype, whatever the bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/formats/decode.ts';
import {
  guessHeading,
  guessMapping,
  type Mapping,
  metricNamed,
  metricNames,
  type Use,
  withUse,
} from '../../lib/formats/readings-columns.ts';
import { parseTable, type Table } from '../../lib/formats/table.ts';
import { finish, METRICS, readText, told } from './readings-stage.ts';

const tableOf = (text: string): Table => {
  const read = finish(parseTable(text));
  if (!read.ok) throw new Error(read.why);
  return read.table;
};
const short = (use: Use): string => (use.as === 'metric' ? use.metric : use.as);
const guessed = (text: string, prefer?: string): string[] => guessMapping(tableOf(text), METRICS, prefer).uses.map(short);

describe('a heading', () => {
  it.each([
    ['Date,Activation', true],
    ['a,b', true],
    ['2026-11-22,32', false],
    ['46348,32', false],
    ['32,31', false],
    ['Nov 2026,x', false],
    ['1,x', true],
  ])('%s: %s', (line, heading) => expect(guessHeading(tableOf(line))).toBe(heading));
});

describe('the columns', () => {
  it.each<[text: string, uses: string[], prefer?: string]>([
    ['Date,Activation,Teams\n2026-11-22,32,6840', ['date', 'activation', 'teams']],
    ['Activation %,Week\n32,2026-W47', ['activation', 'date']],
    ['Date,Activation rate (weekly),Notes\n2026-11-22,32,x', ['date', 'activation', 'nothing']],
    ['id,Date,Created date,activation\n1,2026-11-22,2026-11-22,32', ['nothing', 'date', 'nothing', 'activation']],
    ['Date,Serial\n46348,46348', ['date', 'nothing']],
    ['Date,Metric,Value\n2026-11-22,Activation,32', ['date', 'name', 'value']],
    ['Date,KPI,Count\n2026-11-22,Something,32', ['date', 'name', 'value']],
    ['Date,Number\n2026-11-22,32', ['date', 'activation'], 'activation'],
    ['Date,Number,Other\n2026-11-22,32,33', ['date', 'nothing', 'nothing'], 'activation'],
    ['Date,Week,Activation\n2026-11-22,47,32', ['date', 'nothing', 'activation']],
    ['Date,Activation,Activation\n2026-11-22,32,33', ['date', 'activation', 'nothing']],
    ['__proto__,constructor,toString\nx,y,z', ['nothing', 'nothing', 'nothing']],
  ])('%j', (text, uses, prefer) => expect(guessed(text, prefer)).toEqual(uses));

  it('are moved, not doubled, when another becomes the day or the metric', () => {
    const mapping: Mapping = { ...guessMapping(tableOf('Date,Activation,Teams\n2026-11-22,32,6840'), METRICS), form: 'iso' };
    expect(withUse(mapping, 2, { as: 'metric', metric: 'activation' }).uses.map(short)).toEqual(['date', 'nothing', 'activation']);
    expect(withUse(mapping, 2, { as: 'metric', metric: 'activation' }).form).toBe('iso');
    const moved = withUse(mapping, 1, { as: 'date' });
    expect([moved.uses.map(short), moved.form]).toEqual([['nothing', 'date', 'teams'], undefined]);
    expect(withUse(withUse(mapping, 1, { as: 'nothing' }), 2, { as: 'nothing' }).uses.map(short)).toEqual(['date', 'nothing', 'nothing']);
  });

  it('are named by any name of a metric, with its unit too, and by none that two share', () => {
    const names = metricNames([...METRICS, { ...METRICS[2]!, id: 'other', name: 'Teams' }]);
    expect(metricNamed('NEW  team-activation (%)', names)).toBe('activation');
    expect(metricNamed('Activation %', names)).toBe('activation');
    expect(metricNamed('Teams', names)).toBe('teams' === names.get('teams') ? 'teams' : undefined);
    expect(metricNamed('Teams', names)).toBeUndefined();
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty', '']) expect(metricNamed(name, names)).toBeUndefined();
  });
});

describe('any bytes at all', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'Date',
      'Activation',
      'Metric',
      'Value',
      '2026-11-22',
      '03/04/2026',
      '22.11.26',
      '46348',
      '2026-W47',
      '6,840',
      '1.234,5',
      '32 %',
      '0.3',
      '=A1',
      '#N/A',
      '__proto__',
      'constructor',
      '',
    ),
    fc.string({ maxLength: 6 }),
  );
  const text = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }).map((rows) => rows.map((row) => row.join(',')).join('\n'));
  const use: fc.Arbitrary<Use> = fc.oneof(
    fc.constantFrom<Use>({ as: 'nothing' }, { as: 'date' }, { as: 'name' }, { as: 'value' }),
    fc.constantFrom(...METRICS.map(({ id }) => id), '__proto__', 'gone').map((metric): Use => ({ as: 'metric', metric })),
  );
  const choice = fc.record(
    {
      heading: fc.boolean(),
      uses: fc.array(use, { minLength: 5, maxLength: 5 }),
      form: fc.constantFrom('iso' as const, 'dmy' as const, 'mdy' as const, 'serial' as const),
      span: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      marks: fc.constantFrom(new Map(), new Map([0, 1, 2, 3, 4].map((column) => [column, 'comma' as const]))),
      twice: fc.constantFrom('refuse' as const, 'last' as const),
    },
    { requiredKeys: [] },
  );

  it('become text or are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void finish(decode(bytes))),
      { numRuns: 1000 },
    );
  });

  it('are read or refused, and never throw; what is read lies in its limits and once a day', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), choice, (any, chosen) => {
        const read = readText(any, chosen as Partial<Mapping>);
        if (typeof read === 'string') return;
        const days = read.outcome?.changes.map(({ metric, date }) => `${metric} ${date}`) ?? [];
        expect(new Set(days).size).toBe(days.length);
        for (const { date, value, metric } of read.outcome?.changes ?? []) {
          expect(date >= '1970-01-01' && date <= '2026-11-22').toBe(true);
          expect(Number.isFinite(value)).toBe(true);
          expect(METRICS.some(({ id }) => id === metric)).toBe(true);
        }
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('of a sound table in any order of rows give the same values', () => {
    const days = ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22'];
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: 1 }), (some) => {
        const read = told(readText(`Date,Activation\n${some.map((day, i) => `${day},${30 + i / 10}`).join('\n')}`));
        expect(read).toEqual(some.map((day, i) => `activation ${day} ${30 + i / 10}`));
      }),
    );
  });
});
