// What is wrong with a file, where, and what is needed to say what to do about it. Worded in phrases/file-problem.ts.
import type * as z from 'zod/mini';
import type { Path, Wanted } from './json-text.ts';

export type Kind = 'text' | 'number' | 'whole' | 'boolean' | 'list' | 'object' | 'null';

export type Fault =
  | { readonly code: 'too-large'; readonly megabytes: number }
  | { readonly code: 'too-many-values'; readonly most: number }
  | { readonly code: 'too-deep'; readonly most: number }
  /** `found` is empty at the end of the text. */
  | { readonly code: 'not-json'; readonly wanted: Wanted; readonly found: string }
  | { readonly code: 'repeated-key'; readonly key: string }
  /** `found` is undefined where no format is given at all. */
  | { readonly code: 'other-format' | 'newer-format'; readonly found: string | undefined; readonly wanted: string }
  | { readonly code: 'missing'; readonly key: string }
  | { readonly code: 'wrong-kind'; readonly wanted: Kind; readonly found: Kind }
  | { readonly code: 'not-one-of'; readonly values: readonly string[]; readonly found: string }
  | { readonly code: 'empty' }
  | { readonly code: 'too-long' | 'too-many'; readonly most: number }
  | { readonly code: 'too-high' | 'too-low'; readonly bound: number }
  /** A number such as 1e999, which none can hold. */
  | { readonly code: 'endless' }
  | { readonly code: 'not-a-day' | 'not-an-id' | 'not-a-place' | 'reversed' }
  | { readonly code: 'north-stars'; readonly count: number }
  | { readonly code: 'same-id'; readonly id: string }
  | { readonly code: 'same-reading'; readonly metric: string; readonly date: string }
  /** What does not keep a file from being read: something of a newer version, and a reading of a metric that is gone. */
  | { readonly code: 'unknown-field'; readonly key: string }
  | { readonly code: 'unknown-metric'; readonly id: string };

/** `path` is empty where the file as a whole is meant: `framework.metrics[2].target.date`. Lines and columns from 1. */
export type FileProblem = Fault & { readonly path: string; readonly line: number; readonly column: number };

/** A fault before its place in the text is known. */
export type Found = Fault & { readonly at: Path };

const LONGEST_KEY = 60;
/** More is not told of one file: whoever mends these finds the rest next time. */
export const MOST_TOLD = 50;

/** A key or a text of a file, as far as it is worth showing. */
export const shortened = (text: string): string => (text.length > LONGEST_KEY ? `${text.slice(0, LONGEST_KEY)}…` : text);

/** A path as one writes it in most languages. */
export const pathText = (path: Path): string =>
  path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[$\w-]+$/.test(step) ? `.${shortened(step)}` : `[${JSON.stringify(shortened(step))}]`;
    })
    .join('')
    .replace(/^\./, '');

/** The value at a path, if there is one. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

export function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'number' : 'object';
}

const WANTED: Readonly<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
};

/** How a schema's own patterns are meant, by the field they stand at. */
function patternFault(path: Path): Fault {
  if (path.at(-1) === 'id') return { code: 'not-an-id' };
  return { code: path.at(-2) === 'claims' ? 'not-a-place' : 'not-a-day' };
}

/** An issue of the schema as a fault. @param root what was checked @param before the path of `root` in the file */
export function faultOf(issue: z.core.$ZodIssue, root: unknown, before: Path): Found {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const at = [...before, ...path];
  const value = valueAt(root, path);
  if (value === undefined && path.length > 0 && issue.code !== 'custom') {
    const key = path.at(-1);
    if (typeof key === 'string') return { at, code: 'missing', key };
  }
  return { at, ...fault(issue, value, at) };
}

function fault(issue: z.core.$ZodIssue, value: unknown, at: Path): Fault {
  switch (issue.code) {
    case 'invalid_type':
      if (typeof value === 'number' && !Number.isFinite(value)) return { code: 'endless' };
      return { code: 'wrong-kind', wanted: WANTED[issue.expected] ?? 'object', found: kindOf(value) };
    case 'invalid_value':
      return {
        code: 'not-one-of',
        values: issue.values.map(String),
        found: typeof value === 'object' ? kindOf(value) : shortened(String(value)),
      };
    case 'too_big':
      if (issue.origin === 'number' || issue.origin === 'int') return { code: 'too-high', bound: Number(issue.maximum) };
      return { code: issue.origin === 'string' ? 'too-long' : 'too-many', most: Number(issue.maximum) };
    case 'too_small':
      if (issue.origin !== 'number' && issue.origin !== 'int') return { code: 'empty' };
      return { code: 'too-low', bound: Number(issue.minimum) + (issue.inclusive ? 0 : 1) };
    case 'invalid_format':
      return patternFault(at);
    default:
      return { code: 'reversed' };
  }
}
