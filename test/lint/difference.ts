// How many facts differ between two sets of them.
import type { Facts } from '../../lib/lint/rule.ts';

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Maps and lists of things with an id are compared thing by thing; any other list is one fact. */
function parts(value: unknown): Plain | undefined {
  if (value instanceof Map) return Object.fromEntries(value);
  if (Array.isArray(value) && value.length > 0 && value.every((one) => isPlain(one) && typeof one.id === 'string')) {
    return Object.fromEntries(value.map((one: { readonly id: string }) => [one.id, one]));
  }
  return isPlain(value) ? value : undefined;
}

/** Paths of what differs. What is there on one side only is one fact, with all that is in it. */
export function differences(one: Facts | unknown, other: unknown, path = ''): string[] {
  const [a, b] = [parts(one), parts(other)];
  if (!a || !b) return JSON.stringify(one) === JSON.stringify(other) ? [] : [path];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => differences(a[key], b[key], `${path}/${key}`));
}
