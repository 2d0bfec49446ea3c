// Reading a table of readings the way the page does it, all steps at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../lib/formats/decode.ts';
import { guessMapping, type Mapping, withoutTitle } from '../../lib/formats/readings-columns.ts';
import { planOf, type Question } from '../../lib/formats/readings-plan.ts';
import { survey, type Survey } from '../../lib/formats/readings-survey.ts';
import { type Outcome, readReadings, type StoredValues } from '../../lib/formats/readings-table.ts';
import { parseTable, type Table } from '../../lib/formats/table.ts';
import type { Metric } from '../../lib/model/metric.ts';

export const TODAY = '2026-11-22';

const metric = (id: string, name: string, kind: Metric['kind'], unit: string, shortName?: string): Metric => ({
  ...{ id, name, kind, unit, direction: 'up', role: id === 'teams' ? 'north-star' : 'input' },
  ...(shortName === undefined ? {} : { shortName }),
});
export const METRICS: readonly Metric[] = [
  metric('teams', 'Weekly active teams', 'count', 'teams', 'Teams'),
  metric('activation', 'New team activation', 'rate', '', 'Activation'),
  metric('collaboration', 'Collaboration', 'ratio', 'events'),
];

/** What a generator gives in the end. */
export function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!(step.value >= 0 && step.value <= 1)) throw new Error(`A share of ${step.value}`);
  }
}

export interface ReadTable {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly found: Survey;
  readonly questions: readonly Question[];
  /** `undefined` while questions are open. */
  readonly outcome: Outcome | undefined;
}

/** @param choose changes the guessed mapping @returns why it was refused, or what was read */
export function readText(
  text: string,
  choose: Partial<Mapping> | ((guessed: Mapping) => Mapping) = {},
  stored: StoredValues = new Map(),
): string | ReadTable {
  const parsed = finish(parseTable(text));
  if (!parsed.ok) return `${parsed.why} ${parsed.line}`;
  const table = withoutTitle(parsed.table);
  const guessed = guessMapping(table, METRICS);
  const mapping = typeof choose === 'function' ? choose(guessed) : { ...guessed, ...choose };
  const found = finish(survey(table, mapping, METRICS));
  const planned = planOf(table, mapping, found, METRICS);
  const outcome = planned.ok ? finish(readReadings(table, planned.plan, stored, TODAY)) : undefined;
  return { table, mapping, found, questions: planned.ok ? [] : planned.questions, outcome };
}

/** A file of the corpus. */
export function readFile(name: string, ...more: [choose?: Parameters<typeof readText>[1], stored?: StoredValues]): string | ReadTable {
  const decoded = finish(decode(new Uint8Array(readFileSync(join(import.meta.dirname, 'readings', name)))));
  return decoded.ok ? readText(decoded.text, ...more) : decoded.why;
}

/** In short: values as `metric date value`, faults as `row what text`, questions as `? about example`. */
export function told(read: string | ReadTable): string[] {
  if (typeof read === 'string') return [read];
  const asked = read.questions.map((question) => ['?', question.about, 'example' in question ? question.example : ''].join(' ').trim());
  const values = read.outcome?.changes.map(({ metric: id, date, value }) => `${id} ${date} ${value}`) ?? [];
  const faults = read.outcome?.faults.map(({ row, what, text }) => `${row} ${what} ${text}`.trim()) ?? [];
  return [...asked, ...values, ...faults];
}
