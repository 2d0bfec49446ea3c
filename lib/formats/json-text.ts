// JSON from a file that anybody may have made: read in one pass, to a bounded depth, with the place of what is wrong.
//
// JSON.parse keeps the last of two equal keys and says nothing, and its errors differ between browsers. The single
// texts and numbers are still read by it.

/** Keys of objects and indexes of lists, from the outside in. */
export type Path = readonly (string | number)[];

/** What would have had to stand where something else was found. */
export type Wanted = 'value' | 'key' | 'colon' | 'comma' | 'no-comma' | 'text' | 'end';

export type JsonFault =
  /** `found` is empty at the end of the text. */
  | { readonly code: 'not-json'; readonly wanted: Wanted; readonly found: string }
  | { readonly code: 'repeated-key'; readonly path: Path }
  | { readonly code: 'too-deep'; readonly path: Path; readonly most: number }
  | { readonly code: 'too-many-values'; readonly most: number };

/** Objects have no prototype: a key `__proto__` is a key like any other. `at` counts the characters before the fault. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: JsonFault; readonly at: number };

/** Ends the reading wherever it is. Does not leave this file. */
class Stop {
  readonly fault: JsonFault;
  readonly at: number;
  constructor(fault: JsonFault, at: number) {
    this.fault = fault;
    this.at = at;
  }
}

export interface Limits {
  /** Lists and objects within one another. */
  readonly deepest: number;
  /** Texts, numbers, lists and objects, all told. */
  readonly values: number;
}

interface Cursor {
  readonly text: string;
  readonly limits: Limits;
  readonly seen: ((path: Path, at: number) => void) | undefined;
  /** Where the value being read stands. */
  readonly path: (string | number)[];
  at: number;
  values: number;
}

const LONGEST_NUMBER = 400;
const SHOWN = 20;

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
/** What numbers and the words true, false and null are made of. */
const isBare = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || [0x2b, 0x2d, 0x2e].includes(code);

function fail(cursor: Cursor, wanted: Wanted, at = cursor.at): never {
  const rest = cursor.text.slice(at, at + SHOWN);
  throw new Stop({ code: 'not-json', wanted, found: /^[\w.+-]+|^"[^"\n]*"?|^\S?/u.exec(rest)?.[0] ?? '' }, at);
}

/** The next sign that is no space; empty at the end. */
function ahead(cursor: Cursor): string {
  while (isBlank(cursor.text.charCodeAt(cursor.at))) cursor.at++;
  return cursor.text.charAt(cursor.at);
}

function string(cursor: Cursor): string {
  const { text, at } = cursor;
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charAt(end - 1 - slashes) === '\\') slashes++;
    if (slashes % 2 === 1) continue;
    cursor.at = end + 1;
    return parsed(cursor, text.slice(at, end + 1), 'text', at) as string;
  }
  return fail(cursor, 'text');
}

function parsed(cursor: Cursor, piece: string, wanted: Wanted, at: number): unknown {
  try {
    return JSON.parse(piece);
  } catch {
    return fail(cursor, wanted, at);
  }
}

function bare(cursor: Cursor): unknown {
  const { text, at } = cursor;
  let end = at;
  while (isBare(text.charCodeAt(end))) end++;
  if (end - at > LONGEST_NUMBER) fail(cursor, 'value');
  cursor.at = end;
  return parsed(cursor, text.slice(at, end), 'value', at);
}

/** Goes over what lies between two brackets, item for item. */
function inside(cursor: Cursor, close: '}' | ']', item: () => void): void {
  const { path, limits } = cursor;
  if (path.length >= limits.deepest) throw new Stop({ code: 'too-deep', path: [...path], most: limits.deepest }, cursor.at);
  cursor.at++;
  if (ahead(cursor) !== close) {
    for (;;) {
      item();
      const next = ahead(cursor);
      if (next === close) break;
      if (next !== ',') fail(cursor, 'comma');
      cursor.at++;
      if (ahead(cursor) === close) fail(cursor, 'no-comma');
    }
  }
  cursor.at++;
}

function object(cursor: Cursor): Record<string, unknown> {
  const made: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  inside(cursor, '}', () => {
    if (ahead(cursor) !== '"') fail(cursor, 'key');
    const start = cursor.at;
    const key = string(cursor);
    cursor.path.push(key);
    if (key in made) throw new Stop({ code: 'repeated-key', path: [...cursor.path] }, start);
    if (ahead(cursor) !== ':') fail(cursor, 'colon');
    cursor.at++;
    made[key] = value(cursor, start);
    cursor.path.pop();
  });
  return made;
}

function list(cursor: Cursor): unknown[] {
  const made: unknown[] = [];
  inside(cursor, ']', () => {
    cursor.path.push(made.length);
    made.push(value(cursor));
    cursor.path.pop();
  });
  return made;
}

/** @param start of its key, where it has one */
function value(cursor: Cursor, start?: number): unknown {
  const next = ahead(cursor);
  cursor.seen?.(cursor.path, start ?? cursor.at);
  if (++cursor.values > cursor.limits.values) throw new Stop({ code: 'too-many-values', most: cursor.limits.values }, cursor.at);
  if (next === '{') return object(cursor);
  if (next === '[') return list(cursor);
  if (next === '"') return string(cursor);
  return bare(cursor);
}

/**
 * Reads a text as JSON; never throws. A number beyond what numbers hold becomes infinite, as in JSON.parse.
 * @param seen is told of each value before it is read; the path it gets changes afterwards
 */
export function readJson(text: string, limits: Limits, seen?: (path: Path, at: number) => void): ReadJson {
  const cursor: Cursor = { text, limits, seen, path: [], at: text.startsWith('\uFEFF') ? 1 : 0, values: 0 };
  try {
    const whole = value(cursor);
    if (ahead(cursor) !== '') fail(cursor, 'end');
    return { ok: true, value: whole };
  } catch (stop) {
    if (stop instanceof Stop) return { ok: false, fault: stop.fault, at: stop.at };
    throw stop;
  }
}

/** The line of a place in a text, and the column in it; both from 1. */
export function lineOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where the values at these paths begin (their keys, where they have one); the nearest value around one that is not there. */
export function placesOf(text: string, limits: Limits, paths: readonly Path[]): number[] {
  const longest = paths.map(() => 0);
  const found = paths.map(() => 0);
  readJson(text, limits, (seen, at) => {
    for (const [i, path] of paths.entries()) {
      if (seen.length > (longest[i] ?? 0) && seen.length <= path.length && seen.every((step, j) => step === path[j])) {
        longest[i] = seen.length;
        found[i] = at;
      }
    }
  });
  return found;
}
