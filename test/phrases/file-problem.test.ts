// What is said of a file that is wrong: where, and what to do about it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFramework, writeFramework } from '../../lib/formats/framework-json.ts';
import { filePlacePhrase, fileProblemPhrase, isNote } from '../../lib/phrases/file-problem.ts';
import { barePlanner } from '../bare-planner.ts';
import { plain } from '../components/popup-words.ts';

const TEXT = writeFramework(barePlanner('2026-11-22'));
const said = (text: string): string[] => {
  const read = readFramework(text);
  return (read.ok ? read.notes : read.problems).map((problem) => plain(`${filePlacePhrase(problem)}: ${fileProblemPhrase(problem)}`));
};
const DATE = '"target": { "value": 36, "date": "2027-01-09" }';

describe('a file that is wrong', () => {
  it.each([
    ['', 'line 1: The file ends too early. Close what is open, or get the whole file.'],
    ['{"format": 1, }', 'line 1: Take out the comma before “}”: nothing follows it.'],
    ['{"format" 1}', 'line 1: Put a colon before “1”.'],
    ['{"a": 1 "b": 2}', 'line 1: Put a comma before “"b"”, or close the bracket there.'],
    ['{format: 1}', 'line 1: The name of a field was expected instead of “format”. Put it in quotation marks.'],
    [
      '{"format": azimuth}',
      'line 1: A value was expected instead of “azimuth”: a text in quotation marks, a number, true, false, a list or an object.',
    ],
    [
      '{"a": "b\n"}',
      'line 1: The text that begins with "b is not closed on its line, or holds a \\ that means nothing. Write \\n for a line break.',
    ],
    ['{} // done', 'line 1: JSON has no comments. Take it out.'],
    ['{}{}', 'line 1: The file should end before “{”. Take out what follows, or see whether a bracket is closed too early.'],
    ['{"a": 1, "a": 2}', 'a, line 1: “a” is there twice. Keep one of them.'],
    ['{}', 'format, line 1: The file does not say its format. Where it is a framework’s, write "format": "azimuth-framework/v1" first.'],
    [
      '{"format": "azimuth-estimates/v1"}',
      'format, line 1: The format of the file is azimuth-estimates/v1. Choose one of the format azimuth-framework/v1.',
    ],
    [
      '{"format": "azimuth-framework/v2"}',
      'format, line 1: The format azimuth-framework/v2 is newer than this Azimuth, which reads azimuth-framework/v1. Update Azimuth.',
    ],
    ['[]', 'line 1: Write an object here; this is a list.'],
  ])('%s', (text, line) => {
    expect(said(text)).toEqual([line]);
  });

  it.each([
    [
      DATE,
      '"target": { "value": "36", "date": "2027-01-09" }',
      'framework.metrics[1].target.value, line #: Write a number here; this is a text.',
    ],
    [
      DATE,
      '"target": { "value": 36, "date": "9 January" }',
      'framework.metrics[1].target.date, line #: Write a day of the calendar as year, month and day: 2026-11-22.',
    ],
    [
      DATE,
      '"target": { "value": 1e999, "date": "2027-01-09" }',
      'framework.metrics[1].target.value, line #: This number is larger than any that can be kept. Write a smaller one.',
    ],
    [DATE, '"target": { "date": "2027-01-09" }', 'framework.metrics[1].target.value, line #: “value” is missing. Add it.'],
    [
      DATE,
      `${DATE}, "tagret": 1`,
      'framework.metrics[1].tagret, line #: This Azimuth does not know “tagret” and leaves it out. See whether it is spelled right, or update Azimuth.',
    ],
    ['"low": 45', '"low": 450', 'framework.metrics[1].sensitivity, line #: The low end is above the high end. Swap them.'],
    ['"north-star"', '"outcome"', 'framework.metrics, line 8: No metric is the North Star. Give one of them the role north-star.'],
    [
      '"id": "templates"',
      '"id": "activation"',
      'framework.metrics[2].id, line #: An earlier metric has the id activation already. Give this one another.',
    ],
    [
      '"id": "templates"',
      '"id": "Templates!"',
      'framework.metrics[2].id, line #: Write lower-case letters, digits and hyphens, 64 at most: items-per-order.',
    ],
    ['"kind": "count"', '"kind": "sum"', 'framework.metrics[0].kind, line #: “sum” means nothing here. Write one of: count, rate, ratio.'],
    ['"name": "Planner"', '"name": ""', 'framework.name, line #: This must not be empty.'],
    ['"version": 1', '"version": 0', 'framework.version, line #: Write 1 at least.'],
  ])('%s as %s', (a, b, line) => {
    expect(TEXT).toContain(a);
    const at = TEXT.slice(0, TEXT.indexOf(a)).split('\n').length;
    expect(said(TEXT.replace(a, b))).toEqual([line.replace('#', String(at))]);
  });

  it('has words for everything that can be wrong', () => {
    const broken = fc
      .tuple(fc.nat(TEXT.length), fc.string({ maxLength: 3 }), fc.nat(12))
      .map(([at, put, gone]) => TEXT.slice(0, at) + put + TEXT.slice(at + gone));
    fc.assert(
      fc.property(broken, (text) => {
        for (const line of said(text)) {
          expect(line).toMatch(/line \d+: .*[.:]/s);
          expect(line).not.toMatch(/\?file|undefined|\[object/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('can be read where there is only a note', () => {
    const read = readFramework(TEXT.replace(DATE, `${DATE}, "tagret": 1`));
    expect(read.ok && read.notes.every(isNote)).toBe(true);
  });
});
