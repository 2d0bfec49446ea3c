// npm run test:sim -- [--seeds 500] [--seed 1] [--steps 60]: simulated runs, those from `seed` on. Ends with 1 at the first that
// goes wrong, and says how to have it again.
import { parseArgs } from 'node:util';
import { simulate } from './world.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '60' },
    bug: { type: 'string', default: '' },
  },
});
const [seeds, first, steps] = [values.seeds, values.seed, values.steps].map(Number) as [number, number, number];
const bugs = new Set(values.bug === '' ? [] : [values.bug as never]);
const began = performance.now();
let [operations, requests] = [0, 0];
for (let seed = first; seed < first + seeds; seed++) {
  const run = await simulate(seed, { steps, bugs });
  operations += run.operations;
  requests += run.requests;
  if (run.faults.length > 0) {
    console.error(`seed ${seed}:\n  ${run.faults.slice(0, 12).join('\n  ')}\nnpm run test:sim -- --seeds 1 --seed ${seed}`);
    process.exit(1);
  }
}
const seconds = (performance.now() - began) / 1000;
console.log(`simulation: ${seeds} seeds, ${operations} operations, ${requests} requests, 0 violations, ${seconds.toFixed(1)} s`);
