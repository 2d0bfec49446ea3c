// Every oracle of the definitions.
import { DECISIONS } from './decisions.ts';
import { EFFECTS } from './effects.ts';
import { NORTH_STAR } from './north-star.ts';
import type { Oracle } from './oracle.ts';
import { SERIES } from './series.ts';

export const ORACLES: readonly Oracle[] = [...EFFECTS, ...NORTH_STAR, ...DECISIONS, ...SERIES];
