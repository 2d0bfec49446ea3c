// A formula as text: one way to write each, which reads back as the same formula.
import type { Formula, Node } from './formula.ts';

/** Whether a word reads as a number, as the ids `2024` and `1e3` would. */
const NUMERIC = /^\d+(e\d+)?$/;

/** An id as a bare word: `items-per-order` is `items_per_order`, and `2024` is `_2024` so that it is no number. */
export function wordOf(id: string): string {
  const word = id.replaceAll('-', '_');
  return NUMERIC.test(word) ? `_${word}` : word;
}

/** How tightly an expression holds together: sums 1, products 2, a sign 3, powers 4, one thing 5. */
const HOLDS = { '+': 1, '-': 1, '*': 2, '/': 2, minus: 3, power: 4, number: 5, input: 5 } as const;

/** An expression with no more parentheses than it needs; sums and products are read from left to right. */
export function formatNode(node: Node): string {
  const inside = (part: Node, least: number): string => (HOLDS[part.kind] < least ? `(${formatNode(part)})` : formatNode(part));
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'input':
      return wordOf(node.id);
    case 'minus':
      return `-${inside(node.of, 3)}`;
    case 'power':
      return `${inside(node.of, 5)}^${node.exponent}`;
  }
  const holds = HOLDS[node.kind];
  return `${inside(node.left, holds)} ${node.kind} ${inside(node.right, holds + 1)}`;
}

/** The canonical text of a formula, with ids and not names, so that renaming a metric does not touch it. */
export const formatFormula = ({ root }: Formula): string => formatNode(root);
