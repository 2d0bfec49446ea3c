// Expressions made up at random, with what they are worth by a second and simpler way.
import * as fc from 'fast-check';
import type { Formula, Node } from '../../lib/impact/formula.ts';

export const IDS = ['a', 'b-c', '2024', '1e3', 'x-'] as const;

function nodeOf(number: fc.Arbitrary<number>, most: number): fc.Arbitrary<Node> {
  const leaf = fc.oneof(
    number.map((value): Node => ({ kind: 'number', value: value + 0 })),
    fc.constantFrom(...IDS).map((id): Node => ({ kind: 'input', id })),
  );
  const exponent = fc.integer({ min: -most, max: most });
  return fc.letrec<{ node: Node }>((tie) => {
    const sides = { left: tie('node'), right: tie('node') };
    return {
      node: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        { arbitrary: leaf, weight: 2 },
        { arbitrary: fc.record({ kind: fc.constantFrom('+', '-', '*', '/' as const), ...sides }) as fc.Arbitrary<Node>, weight: 4 },
        { arbitrary: fc.record({ kind: fc.constant('minus' as const), of: tie('node') }), weight: 1 },
        { arbitrary: fc.record({ kind: fc.constant('power' as const), of: tie('node'), exponent }), weight: 1 },
      ),
    };
  }).node;
}

function idsIn(one: Node): string[] {
  if (one.kind === 'number') return [];
  if (one.kind === 'input') return [one.id];
  return one.kind === 'minus' || one.kind === 'power' ? idsIn(one.of) : [...idsIn(one.left), ...idsIn(one.right)];
}

const formulaWith = (node: fc.Arbitrary<Node>): fc.Arbitrary<Formula> =>
  node
    .map((root): Formula => {
      const inputs = [...new Set(idsIn(root))];
      return { root, inputs, rates: inputs.filter((id) => id === 'a'), scale: 1 };
    })
    .filter(({ inputs }) => inputs.length > 0);

/** With at least one input, `a` being a rate; any number there can be. */
export const expression = formulaWith(nodeOf(fc.double({ min: 0, max: 1e6, noNaN: true }), 12));
/** The same with numbers and powers as people write them. */
export const tame = formulaWith(
  nodeOf(
    fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4),
    3,
  ),
);

/** What an expression is worth, with all that IEEE makes of a zero below the line. */
export function worthOf(one: Node, input: (id: string) => number): number {
  switch (one.kind) {
    case 'number':
      return one.value;
    case 'input':
      return input(one.id);
    case 'minus':
      return -worthOf(one.of, input);
    case 'power':
      return worthOf(one.of, input) ** one.exponent;
    case '+':
      return worthOf(one.left, input) + worthOf(one.right, input);
    case '-':
      return worthOf(one.left, input) - worthOf(one.right, input);
    case '*':
      return worthOf(one.left, input) * worthOf(one.right, input);
    case '/':
      return worthOf(one.left, input) / worthOf(one.right, input);
  }
}
