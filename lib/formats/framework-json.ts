// `azimuth-framework/v1` as text: written so that two versions can be compared line by line in a pull request, and read
// so that whoever wrote it by hand is told where it is wrong. Nothing of devices or people is in it but names typed.
import type { Framework } from '../model/framework.ts';
import type { Reading } from '../model/reading.ts';
import { type FileProblem, type Found, MOST_TOLD, pathText, shortened } from './file-problem.ts';
import { readFile } from './framework-faults.ts';
import { FORMAT, fileShape, type Shape } from './framework-file.ts';
import { type JsonFault, type Limits, lineOf, type Path, placesOf, readJson } from './json-text.ts';

const MEGABYTES = 25;
export const MOST_BYTES = MEGABYTES * 1024 * 1024;
const LIMITS: Limits = { deepest: 8, values: 1_500_000 };

/** What it is, what it is for, what it is made of, where it is asked, how it was chosen, how it is kept. */
export const READING_ORDER = [
  ...['id', 'name', 'version', 'sample', 'scope', 'value', 'archetype', 'people', 'preset'],
  ...['metrics', 'formula', 'multipliers', 'claims'],
  ...['rationale', 'rejected', 'validation', 'rituals', 'changes', 'mutes'],
];

/** What reads best on one line. */
const ON_ONE_LINE = new Set(['baseline', 'target', 'stretch', 'sensitivity', 'checks', 'multipliers', 'correlations', 'readings']);

/** A value with the keys of its objects in the schema's order; what the schema does not know, and what is undefined, is left out. */
function ordered(value: unknown, shape: Shape | undefined, order = Object.keys(shape?.properties ?? {})): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, shape?.items));
  if (typeof value !== 'object' || value === null) return value;
  const from = value as Record<string, unknown>;
  return Object.fromEntries(
    order.filter((key) => from[key] !== undefined).map((key) => [key, ordered(from[key], shape?.properties?.[key])] as const),
  );
}

/** `{ "value": 32, "date": "2026-11-22" }` */
function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${line(one)}`);
  return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}

function lines(value: unknown, indent: string, flat: boolean): string {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0 || (flat && !Array.isArray(value))) return line(value);
  const deeper = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => lines(item, deeper, flat))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${lines(one, deeper, ON_ONE_LINE.has(key))}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${items.map((item) => deeper + item).join(',\n')}\n${indent}${close}`;
}

/**
 * The file of a framework: the same text for the same content, whatever the order of its keys.
 * @param readings those of other frameworks are left out
 */
export function writeFramework(framework: Framework, readings: readonly Reading[] = []): string {
  const shape = fileShape().properties;
  const places = new Map(framework.metrics.map(({ id }, i) => [id, i]));
  const place = (id: string): number => places.get(id) ?? places.size;
  const own = readings
    .filter((reading) => reading.framework === framework.id)
    .toSorted((a, b) => place(a.metric) - place(b.metric) || compare(a.metric, b.metric) || compare(a.date, b.date));
  const file = {
    format: FORMAT,
    framework: ordered(framework, shape?.['framework'], READING_ORDER),
    ...(own.length > 0 && { readings: ordered(own, shape?.['readings']) }),
  };
  return `${lines(file, '', false)}\n`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export type ReadFramework =
  | {
      readonly ok: true;
      readonly framework: Framework;
      readonly readings: readonly Reading[];
      /** What was left out, and what is there without a meaning. */
      readonly notes: readonly FileProblem[];
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export interface Place {
  readonly line: number;
  readonly column: number;
}
const START: Place = { line: 1, column: 1 };

/** Where parts of a file that can be read stand in its text; what is not there is looked for where it would belong. */
export const placesIn = (text: string, paths: readonly Path[]): readonly Place[] =>
  paths.length === 0 ? [] : placesOf(text, LIMITS, paths).map((at) => lineOf(text, at));

/** Reads a framework's file, whatever is in it. Never throws. */
export function readFramework(text: string): ReadFramework {
  if (text.length > MOST_BYTES) return { ok: false, problems: [{ code: 'too-large', megabytes: MEGABYTES, path: '', ...START }] };
  const json = readJson(text, LIMITS);
  if (!json.ok) return { ok: false, problems: [textProblem(json.fault, lineOf(text, json.at))] };
  const told = (found: readonly Found[]): FileProblem[] => {
    const some = found.slice(0, MOST_TOLD);
    const places = placesIn(
      text,
      some.map(({ at }) => at),
    );
    const problems = some.map(({ at, ...fault }, i): FileProblem => ({ ...fault, path: pathText(at), ...(places[i] ?? START) }));
    return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  };
  const read = readFile(json.value);
  return read.ok ? { ...read, notes: told(read.notes) } : { ok: false, problems: told(read.found) };
}

function textProblem(fault: JsonFault, place: Place): FileProblem {
  if (fault.code === 'not-json' || fault.code === 'too-many-values') return { ...fault, path: '', ...place };
  const path = pathText(fault.path);
  if (fault.code === 'too-deep') return { code: 'too-deep', most: fault.most, path, ...place };
  return { code: 'repeated-key', key: shortened(String(fault.path.at(-1))), path, ...place };
}
