// One engine's arithmetic, written down: the oracles, and every public function over drawn arguments. What is bundled for a
// browser is this file; what two engines wrote is compared number by number.
import { randomFrom, times } from '../../simulations/random.ts';
import { ORACLES } from '../oracles/all.ts';
import { missesOf } from '../oracles/oracle.ts';
import { BELIEFS } from './beliefs.ts';
import { JUDGED } from './judged.ts';
import { WORTH } from './worth.ts';

export const SWEEPS = { ...WORTH, ...JUDGED, ...BELIEFS };
const ROUNDS = 300;

/** A call: which function, and all numbers, words and truths it came to, in order, each as text without loss. */
interface Called {
  readonly name: string;
  readonly leaves: readonly string[];
}
export interface Worked {
  readonly engine: string;
  readonly oracles: number;
  readonly misses: readonly string[];
  readonly calls: readonly Called[];
}

/** Numbers as the shortest text that is read back as the same number, words in quotes. */
function leavesOf(made: unknown): string[] {
  if (typeof made === 'number') return [Object.is(made, -0) ? '-0' : String(made)];
  if (made instanceof Map || made instanceof Set || ArrayBuffer.isView(made)) return leavesOf([...(made as Iterable<unknown>)]);
  if (Array.isArray(made)) return made.flatMap(leavesOf);
  if (typeof made === 'object' && made !== null) return Object.values(made).flatMap(leavesOf);
  return typeof made === 'function' ? [] : [JSON.stringify(made) ?? 'undefined'];
}

export function workOut(): Worked {
  const calls = Object.entries(SWEEPS).flatMap(([name, sweep], i) => {
    const random = randomFrom(i + 1);
    return times(ROUNDS, (round) => ({ name: `${name} ${round}`, leaves: leavesOf(sweep(random)) }));
  });
  return { engine: globalThis.navigator?.userAgent ?? 'Node', oracles: ORACLES.length, misses: ORACLES.flatMap(missesOf), calls };
}

/**
 * Nine digits; but a difference of two numbers has no more of them than these had. So what is smaller by twelve digits than
 * the largest number beside it is dust, and so is 1e-15 of a chance, which is a difference from 1.
 */
function agree(one: string, other: string, largest: number): boolean {
  if (one === other) return true;
  const [a, b] = [Number(one), Number(other)];
  return Math.abs(a - b) <= Math.max(1e-9 * Math.min(Math.abs(a), Math.abs(b)), 1e-12 * largest, 1e-15);
}

export interface Compared {
  readonly numbers: number;
  readonly identical: number;
  /** Where the two differ, as words. */
  readonly apart: readonly string[];
}

/** What two engines came to. */
export function compare(one: Worked, other: Worked): Compared {
  let [numbers, identical] = [0, 0];
  const apart: string[] = one.calls.length === other.calls.length ? [] : ['not the same calls'];
  one.calls.forEach(({ name, leaves }, i) => {
    const twin = other.calls[i];
    if (twin?.name !== name || twin.leaves.length !== leaves.length) {
      apart.push(`${name}: ${leaves.length} leaves and ${twin?.leaves.length}`);
      return;
    }
    const largest = Math.max(0, ...leaves.map(Number).filter(Number.isFinite).map(Math.abs));
    leaves.forEach((leaf, k) => {
      const twinLeaf = twin.leaves[k] ?? '';
      numbers += Number(!Number.isNaN(Number(leaf)));
      identical += Number(leaf === twinLeaf && !Number.isNaN(Number(leaf)));
      if (!agree(leaf, twinLeaf, largest)) apart.push(`${name}, leaf ${k}: ${leaf} and ${twinLeaf}`);
    });
  });
  return { numbers, identical, apart };
}
