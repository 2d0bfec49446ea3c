// The pauses a person makes at a form: reading, deciding, pressing. The same for a seed, so that two runs can be compared.
//
// Words are read at 238 a minute (Brysbaert 2019, silent reading of English); each decision takes 1.35 s and each key 0.28 s
// (Card, Moran and Newell's keystroke-level model: M, and K of an average typist), both spread about that as people are.

const MS_A_WORD = 60_000 / 238;
const DECIDE_MS = 1350;
const KEY_MS = 280;
const SPREAD = 0.35;

export interface Human {
  /** Any number, 0..1. */
  any(): number;
  read(text: string): number;
  decide(): number;
  key(): number;
}

/** @param seed any whole number */
export function human(seed: number): Human {
  let state = seed >>> 0 || 1;
  // Mulberry32.
  const any = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const spread = (): number => Math.exp(SPREAD * Math.sqrt(-2 * Math.log(1 - any())) * Math.cos(2 * Math.PI * any()));
  return {
    any,
    read: (text) => text.split(/\s+/).length * MS_A_WORD * spread(),
    decide: () => DECIDE_MS * spread(),
    key: () => KEY_MS * spread(),
  };
}
