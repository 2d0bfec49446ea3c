// From text to a formula, or to one problem with its place. Never throws, on any text; nothing of it is ever run.
import type { Metric } from '../model/metric.ts';
import type { Formula, Node, Operator } from './formula.ts';
import { type Named, nearestTo, plainName } from './nearest.ts';

/** No longer text is read. */
export const LONGEST_FORMULA = 2000;
/** Parentheses and signs within one another. */
export const DEEPEST = 100;
/** The largest whole exponent, either way. */
export const LARGEST_EXPONENT = 12;

/** Why a text is no formula. `at` counts the characters before the place; the rest is what is needed to word it. */
export type FormulaProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'too-deep'; readonly at: number; readonly most: number }
  /** `found` stands where a number or an input was expected (`value`), or a sign between two (`operator`). */
  | { readonly code: 'unexpected'; readonly at: number; readonly found: string; readonly expected: 'value' | 'operator' }
  /** The text ends where a number or an input was expected. */
  | { readonly code: 'incomplete'; readonly at: number }
  /** A parenthesis or a quotation mark that is never closed. */
  | { readonly code: 'unclosed'; readonly at: number; readonly mark: string }
  | { readonly code: 'not-a-number'; readonly at: number; readonly text: string }
  /** After ^ stands a whole number, within `most` either way. */
  | { readonly code: 'exponent'; readonly at: number; readonly most: number }
  /** No metric is called so; `nearest` is the input it may have meant, absent where there are no inputs. */
  | { readonly code: 'unknown-name'; readonly at: number; readonly name: string; readonly nearest?: Named }
  /** Several inputs are called so; their ids. */
  | { readonly code: 'ambiguous-name'; readonly at: number; readonly name: string; readonly inputs: readonly string[] }
  /** A metric that is no input. */
  | { readonly code: 'not-an-input'; readonly at: number; readonly metric: Named; readonly role: Metric['role'] }
  /** Only numbers: nothing moves it. */
  | { readonly code: 'no-inputs' };

export type Parsed = { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly problem: FormulaProblem };

/** What a formula is read against: the framework's metrics. */
export type Nameable = Pick<Metric, 'id' | 'name' | 'shortName' | 'role' | 'kind'>;

interface Token {
  readonly kind: 'number' | 'word' | 'name' | 'sign';
  readonly text: string;
  readonly at: number;
}

const BLANK = /[\s\u200b-\u200f\u2060\ufeff]+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?(?![\p{L}\p{N}_.])/iuy;
/** Digits, letters and points that belong together. */
const WORD = /[\p{L}\p{N}_.]+/uy;
/** What keyboards and pages make of the same few signs. */
const SIGNS: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '\u2212': '-', '\u2013': '-' };
const CLOSING: Readonly<Record<string, string>> = { "'": "'", '"': '"', '“': '”', '‘': '’' };

/** The text in pieces, up to the first that is none; that one is the fault. */
function tokensOf(text: string): { readonly tokens: readonly Token[]; readonly fault?: FormulaProblem } {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const take = (pattern: RegExp): string => {
      pattern.lastIndex = at;
      return pattern.exec(text)?.[0] ?? '';
    };
    const number = take(NUMBER);
    const word = number || take(WORD);
    const mark = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const closing = CLOSING[mark];
    if (word) {
      if (!number && word.includes('.')) return { tokens, fault: { code: 'not-a-number', at, text: word } };
      tokens.push({ kind: number ? 'number' : 'word', text: word, at });
      at += word.length;
    } else if (closing) {
      const end = text.indexOf(closing, at + 1);
      if (end < 0) return { tokens, fault: { code: 'unclosed', at, mark } };
      tokens.push({ kind: 'name', text: text.slice(at + 1, end), at });
      at = end + 1;
    } else {
      const blank = take(BLANK).length;
      if (!blank) tokens.push({ kind: 'sign', text: SIGNS[mark] ?? mark, at });
      at += blank || mark.length;
    }
  }
  return { tokens };
}

/** The input a word or a quoted name stands for. A word is an id, a name is a name, a short name or an id, in that order. */
function named({ kind, text, at }: Token, metrics: readonly Nameable[]): Node | FormulaProblem {
  const plain = plainName(text);
  const id = text.replace(/^_/, '').replaceAll('_', '-').toLowerCase();
  const among = (some: readonly Nameable[]): readonly Nameable[] => {
    if (kind === 'word') return some.filter((metric) => metric.id === id);
    const called = [
      some.filter(({ name }) => plainName(name) === plain),
      some.filter(({ shortName }) => shortName !== undefined && plainName(shortName) === plain),
      some.filter((metric) => metric.id === text.trim().toLowerCase()),
    ];
    return called.find((found) => found.length > 0) ?? [];
  };
  const inputs = metrics.filter(({ role }) => role === 'input');
  const [first, ...more] = among(inputs);
  if (first && more.length > 0) return { code: 'ambiguous-name', at, name: text, inputs: [first, ...more].map((metric) => metric.id) };
  if (first) return { kind: 'input', id: first.id };
  const [other] = among(metrics);
  if (other) return { code: 'not-an-input', at, metric: { id: other.id, name: other.name }, role: other.role };
  const nearest = nearestTo(text, inputs);
  return { code: 'unknown-name', at, name: text, ...(nearest && { nearest }) };
}

interface Cursor {
  readonly tokens: readonly Token[];
  readonly metrics: readonly Nameable[];
  /** What to say where the tokens end too early. */
  readonly fault: FormulaProblem | undefined;
  readonly length: number;
  next: number;
}

/** The sign that comes next, taken if it is one of `signs`. */
function takeSign(cursor: Cursor, signs: string): Token | undefined {
  const token = cursor.tokens[cursor.next];
  if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
  cursor.next++;
  return token;
}

/** What stands where a sign between two values was expected, or nothing where the text just ends. */
function leftover({ tokens, next, fault }: Cursor): FormulaProblem | undefined {
  const token = tokens[next];
  return token ? { code: 'unexpected', at: token.at, found: token.text, expected: 'operator' } : fault;
}

/** A number, an input, or an expression in parentheses. */
function value(cursor: Cursor, depth: number): Node | FormulaProblem {
  const open = takeSign(cursor, '(');
  if (open) {
    if (depth >= DEEPEST) return { code: 'too-deep', at: open.at, most: DEEPEST };
    const inner = sum(cursor, depth + 1);
    if ('code' in inner || takeSign(cursor, ')')) return inner;
    return leftover(cursor) ?? { code: 'unclosed', at: open.at, mark: '(' };
  }
  const token = cursor.tokens[cursor.next];
  if (!token) return cursor.fault ?? { code: 'incomplete', at: cursor.length };
  const { kind, text, at } = token;
  if (kind === 'sign') return { code: 'unexpected', at, found: text, expected: 'value' };
  cursor.next++;
  if (kind !== 'number') return named(token, cursor.metrics);
  return Number.isFinite(Number(text)) ? { kind, value: Number(text) } : { code: 'not-a-number', at, text };
}

/** A value, raised or not: -x^2 is -(x^2). */
function power(cursor: Cursor, depth: number): Node | FormulaProblem {
  const of = value(cursor, depth);
  const raised = 'code' in of ? undefined : takeSign(cursor, '^');
  if ('code' in of || !raised) return of;
  const sign = takeSign(cursor, '-') ? -1 : 1;
  const token = cursor.tokens[cursor.next++];
  const exponent = token?.kind === 'number' ? sign * Number(token.text) + 0 : Number.NaN;
  return Number.isInteger(exponent) && Math.abs(exponent) <= LARGEST_EXPONENT
    ? { kind: 'power', of, exponent }
    : { code: 'exponent', at: raised.at, most: LARGEST_EXPONENT };
}

function signed(cursor: Cursor, depth: number): Node | FormulaProblem {
  const minus = takeSign(cursor, '-');
  if (!minus) return power(cursor, depth);
  if (depth >= DEEPEST) return { code: 'too-deep', at: minus.at, most: DEEPEST };
  const of = signed(cursor, depth + 1);
  return 'code' in of ? of : { kind: 'minus', of };
}

/** A chain of equals, from left to right. */
function chain(cursor: Cursor, signs: string, part: () => Node | FormulaProblem): Node | FormulaProblem {
  let left = part();
  while (!('code' in left)) {
    const sign = takeSign(cursor, signs);
    if (!sign) return left;
    const right = part();
    left = 'code' in right ? right : { kind: sign.text as Operator, left, right };
  }
  return left;
}

const product = (cursor: Cursor, depth: number): Node | FormulaProblem => chain(cursor, '*/', () => signed(cursor, depth));
const sum = (cursor: Cursor, depth: number): Node | FormulaProblem => chain(cursor, '+-', () => product(cursor, depth));

/** Collects ids in the order of their first appearance. */
function collect(node: Node, into: Set<string>): ReadonlySet<string> {
  if (node.kind === 'input') return into.add(node.id);
  if (node.kind === 'number') return into;
  if (node.kind === 'minus' || node.kind === 'power') return collect(node.of, into);
  collect(node.left, into);
  return collect(node.right, into);
}

function read(text: string, metrics: readonly Nameable[]): Node | FormulaProblem {
  const { length } = text;
  if (length > LONGEST_FORMULA) return { code: 'too-long', length, most: LONGEST_FORMULA };
  const { tokens, fault } = tokensOf(text);
  if (tokens.length === 0) return fault ?? { code: 'empty' };
  const cursor: Cursor = { tokens, metrics, fault, length, next: 0 };
  const node = sum(cursor, 0);
  return 'code' in node ? node : (leftover(cursor) ?? node);
}

/**
 * The formula a text means among these metrics. Inputs are written as bare words (`items_per_order` for the id
 * `items-per-order`) or quoted by name ('Items per order'); case does not matter.
 */
export function parseFormula(text: string, metrics: readonly Nameable[]): Parsed {
  const root = read(text, metrics);
  if ('code' in root) return { ok: false, problem: root };
  const inputs = [...collect(root, new Set())];
  if (inputs.length === 0) return { ok: false, problem: { code: 'no-inputs' } };
  const rates = inputs.filter((id) => metrics.some((metric) => metric.id === id && metric.kind === 'rate'));
  const scale = metrics.some(({ role, kind }) => role === 'north-star' && kind === 'rate') ? 100 : 1;
  return { ok: true, formula: { root, inputs, rates, scale } };
}
