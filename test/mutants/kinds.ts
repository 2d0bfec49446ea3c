// What a host's next deploy can do to its page, by name, and which of it a seed stands for.
import { randomFrom } from '../simulations/random.ts';

export const KINDS = [
  'classes hashed',
  'test ids dropped',
  'test ids renamed',
  'ids dropped',
  'ids renamed',
  'data dropped',
  'data of one kind dropped',
  'wrapped',
  'reordered',
  'landmarks removed',
  'labels translated',
  'delayed',
  're-rendered',
] as const;
export type Kind = (typeof KINDS)[number];

/** A page of a tracker with what was done to it; page and seed say everything. */
export interface Mutant {
  readonly page: string;
  readonly seed: number;
  readonly kinds: readonly Kind[];
}

/** Of each 20 seeds that follow one another 13 are of one kind each, the others of two or three together. */
const ROUND = 20;

/** A number from 0 to 2^32 of a page's name, so that the same seed does other things to other pages. */
const numberOf = (text: string): number => [...text].reduce((sum, char) => (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0, 7);

/** The mutant of a page that a seed stands for. @param seed a whole number, 0 or more */
export function mutantOf(page: string, seed: number): Mutant {
  const single = KINDS[seed % ROUND];
  if (single) return { page, seed, kinds: [single] };
  const { uniform } = randomFrom(numberOf(page) ^ Math.imul(seed + 1, 0x9e3779b1));
  const left = [...KINDS];
  const count = uniform() < 0.5 ? 2 : 3;
  const kinds = Array.from({ length: count }, () => left.splice(Math.floor(uniform() * left.length), 1)[0] as Kind);
  return { page, seed, kinds };
}

/** The seed of what happens inside the page. */
export const inner = ({ page, seed }: Mutant): number => numberOf(`${page} ${seed}`);
