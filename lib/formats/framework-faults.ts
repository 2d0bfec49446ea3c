// What a file says, as a framework and its readings, or as everything that keeps it from being one.
import type * as z from 'zod/mini';
import { Framework } from '../model/framework.ts';
import type { Reading } from '../model/reading.ts';
import { faultOf, type Found, kindOf, MOST_TOLD, shortened } from './file-problem.ts';
import { FileReading, FORMAT, fileShape, type Shape } from './framework-file.ts';
import type { Path } from './json-text.ts';

export type ReadFile =
  | { readonly ok: false; readonly found: readonly Found[] }
  /** `notes` are of what was left out, and of what is there without a meaning. */
  | { readonly ok: true; readonly framework: Framework; readonly readings: readonly Reading[]; readonly notes: readonly Found[] };

/** @param raw what the text of a file says */
export function readFile(raw: unknown): ReadFile {
  const wrong = formatFault(raw);
  if (wrong) return { ok: false, found: [wrong] };
  const file = raw as Readonly<Record<string, unknown>>;
  const notes: Found[] = [];
  const tooMany: Found[] = [];
  explore(file, fileShape(), [], { unknown: notes, tooMany });
  // Not looked at item by item where there are too many of them: every one might be a fault to keep.
  if (tooMany.length > 0) return { ok: false, found: tooMany };
  if (file['framework'] === undefined) return { ok: false, found: [{ at: ['framework'], code: 'missing', key: 'framework' }] };
  const parsed = Framework.safeParse(file['framework']);
  const readings = readReadings(file['readings']);
  const found = [...(parsed.success ? [] : frameworkFaults(parsed.error.issues, file['framework'])), ...readings.found];
  // A field nobody knows may be the one that is missing.
  if (!parsed.success || found.length > 0) return { ok: false, found: [...found, ...notes] };
  const framework = parsed.data;
  const gone = strangers(readings.read, framework);
  return { ok: true, framework, readings: readings.read.map((one) => ({ framework: framework.id, ...one })), notes: [...notes, ...gone] };
}

function formatFault(raw: unknown): Found | undefined {
  const whole = kindOf(raw);
  if (whole !== 'object') return { at: [], code: 'wrong-kind', wanted: 'object', found: whole };
  const { format } = raw as { readonly format?: unknown };
  if (format === FORMAT) return undefined;
  const newer = typeof format === 'string' && /^azimuth-framework\/v\d+$/.test(format);
  const found = format === undefined ? undefined : shortened(typeof format === 'string' ? format : kindOf(format));
  return { at: ['format'], code: newer ? 'newer-format' : 'other-format', found, wanted: FORMAT };
}

/** Everything the schema does not know, and every list that is too long for it. */
function explore(value: unknown, shape: Shape, at: Path, into: { readonly unknown: Found[]; readonly tooMany: Found[] }): void {
  if (Array.isArray(value)) {
    if (shape.maxItems !== undefined && value.length > shape.maxItems) into.tooMany.push({ at, code: 'too-many', most: shape.maxItems });
    else if (shape.items) for (const [i, item] of value.entries()) explore(item, shape.items, [...at, i], into);
  } else if (typeof value === 'object' && value !== null && shape.properties) {
    for (const [key, one] of Object.entries(value)) {
      const next = Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
      if (next) explore(one, next, [...at, key], into);
      else if (into.unknown.length < MOST_TOLD) into.unknown.push({ at: [...at, key], code: 'unknown-field', key: shortened(key) });
    }
  }
}

/** The two rules about a framework as a whole are told where they are broken. */
function frameworkFaults(issues: readonly z.core.$ZodIssue[], root: unknown): Found[] {
  const own = issues.filter(({ code, path }) => code !== 'custom' || path.length > 0);
  const found = own.map((issue) => faultOf(issue, root, ['framework']));
  return own.length === issues.length ? found : [...found, ...wholeFaults(root as Framework)];
}

function wholeFaults({ metrics }: Framework): Found[] {
  const count = metrics.filter(({ role }) => role === 'north-star').length;
  const stars: Found[] = count === 1 ? [] : [{ at: ['framework', 'metrics'], code: 'north-stars', count }];
  const ids = metrics.map(({ id }) => id);
  const again = ids.flatMap((id, i): Found[] =>
    ids.indexOf(id) < i ? [{ at: ['framework', 'metrics', i, 'id'], code: 'same-id', id }] : [],
  );
  return [...stars, ...again];
}

function readReadings(raw: unknown): { readonly read: readonly FileReading[]; readonly found: readonly Found[] } {
  if (raw === undefined) return { read: [], found: [] };
  if (!Array.isArray(raw)) return { read: [], found: [{ at: ['readings'], code: 'wrong-kind', wanted: 'list', found: kindOf(raw) }] };
  const read: FileReading[] = [];
  const found: Found[] = [];
  const days = new Set<string>();
  for (const [i, one] of raw.entries()) {
    const parsed = FileReading.safeParse(one);
    if (!parsed.success) found.push(...parsed.error.issues.map((issue) => faultOf(issue, one, ['readings', i])));
    else {
      const { metric, date } = parsed.data;
      const day = `${date} ${metric}`;
      if (days.has(day)) found.push({ at: ['readings', i], code: 'same-reading', metric: shortened(metric), date });
      days.add(day);
      read.push(parsed.data);
    }
    if (found.length > MOST_TOLD) break;
  }
  return { read, found };
}

/** Metrics that are read and not in the framework, each at its first reading: one may have been taken out of it. */
function strangers(readings: readonly FileReading[], { metrics }: Framework): Found[] {
  const seen = new Set(metrics.map(({ id }) => id));
  return readings.flatMap(({ metric }, i): Found[] => {
    if (seen.has(metric)) return [];
    seen.add(metric);
    return [{ at: ['readings', i, 'metric'], code: 'unknown-metric', id: shortened(metric) }];
  });
}
