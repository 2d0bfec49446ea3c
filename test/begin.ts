// How every file of unit tests begins.
import fc from 'fast-check';
import { BUSY } from './busy.ts';

// Properties are tried on the same values in every run, so that a fault is found where it was made and not in somebody
// else's change. AZIMUTH_SEED tries others, AZIMUTH_RUNS more of them.
const { AZIMUTH_SEED: seed, AZIMUTH_RUNS: runs } = process.env;
fc.configureGlobal({ seed: Number(seed ?? 20_261_122), ...(runs === undefined ? {} : { numRuns: Number(runs) }) });

if ('document' in globalThis) (await import('@testing-library/preact')).configure({ asyncUtilTimeout: BUSY.timeout });
