// JSON: `azimuth-estimates/v1`, everything there is, and back again without loss.
import { Estimates } from './estimates.ts';
import type { Format } from './format.ts';

/** One item a line: two exports can be compared line by line. */
function* list(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [i, item] of items.entries()) yield `${i ? ',' : ''}\n    ${JSON.stringify(item)}`;
  yield items.length > 0 ? '\n  ]' : ']';
}

export const json: Format = {
  id: 'json',
  extension: 'json',
  type: 'application/json',
  *write(estimates) {
    yield '{';
    for (const [i, [name, value]] of Object.entries(estimates).entries()) {
      yield `${i ? ',' : ''}\n  ${JSON.stringify(name)}: `;
      if (Array.isArray(value)) yield* list(value);
      else yield JSON.stringify(value);
    }
    yield '\n}\n';
  },
};

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
