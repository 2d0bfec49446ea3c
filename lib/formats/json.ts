// JSON: `azimuth-estimates/v1`, everything there is, and back again without loss.
import { Estimates, FORMAT } from './estimates.ts';
import { each, type Format, inPieces, type PlainContext, type Rows } from './format.ts';

const field = (name: string, value: unknown): string => `\n  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;

/** One item a line: two exports can be compared line by line. */
async function* list(name: string, items: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let any = false;
  yield `\n  ${JSON.stringify(name)}: [`;
  for await (const item of items) {
    yield `${any ? ',' : ''}\n    ${JSON.stringify(item)}`;
    any = true;
  }
  yield any ? '\n  ]' : ']';
}

async function* document(rows: Rows, context: PlainContext): AsyncGenerator<string> {
  const { generator, exportedAt, frameworks, decisions = [], budgets = [], views = [] } = context;
  const used = new Set([...decisions, ...budgets, ...views].map(({ framework }) => framework));
  async function* noted(): AsyncGenerator<unknown> {
    for await (const { beside: _, ...estimate } of each(rows, context)) {
      used.add(estimate.answer.framework);
      yield estimate;
    }
  }
  yield `{${field('format', FORMAT)},${field('generator', generator)},${field('exportedAt', exportedAt)},`;
  yield* list('estimates', noted());
  // Behind the answers, because only then it is known which they were given under.
  yield ',';
  yield* list(
    'frameworks',
    frameworks.filter(({ id }) => used.has(id)),
  );
  for (const [name, items] of Object.entries({ decisions, budgets, views })) {
    if (items.length === 0) continue;
    yield ',';
    yield* list(name, items);
  }
  yield '\n}\n';
}

export const json = {
  id: 'json',
  extension: 'json',
  type: 'application/json',
  write: (rows: Rows, context: PlainContext) => inPieces(document(rows, context)),
} as const satisfies Format;

export type ReadEstimates =
  | { readonly ok: true; readonly estimates: Estimates }
  /** `where` is the path of the first fault, `estimates.3.answer`; empty when the text is no JSON at all. */
  | { readonly ok: false; readonly where: string };

/** Reads a file of this format; fields it does not know are left out. Never throws. */
export function readEstimates(text: string): ReadEstimates {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, where: '' };
  }
  const parsed = Estimates.safeParse(raw);
  if (parsed.success) return { ok: true, estimates: parsed.data };
  return { ok: false, where: parsed.error.issues[0]?.path.join('.') ?? '' };
}
