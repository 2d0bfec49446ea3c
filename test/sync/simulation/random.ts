// Chance that can be had again: the same seed gives the same run.

export interface Random {
  /** 0 up to 1. */
  next(): number;
  /** A whole number below. */
  below(n: number): number;
  chance(p: number): boolean;
  pick<T>(all: readonly T[]): T;
}

export function randomOf(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (p) => next() < p,
    pick: (all) => {
      const one = all[below(all.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
}
