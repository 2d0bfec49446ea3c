// npm run test:sim -- [--seeds 500] [--seed 1] [--steps 40] [--workers 2] [--planted]: simulated runs, those from `seed` on. Ends
// with 1 at the first that goes wrong, and says how to have it again. `--planted`: the twelve bugs instead, each to
// be found. `--real`: with the program of the endpoint itself, over SQLite in memory.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { hunt, PLANTED } from './planted.ts';
import { simulate } from './world.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '40' },
    workers: { type: 'string', default: String(Math.min(8, availableParallelism())) },
    bug: { type: 'string', default: '' },
    planted: { type: 'boolean', default: false },
    real: { type: 'boolean', default: false },
  },
});
const [seeds, first, steps, workers] = [values.seeds, values.seed, values.steps, values.workers].map(Number) as [
  number,
  number,
  number,
  number,
];
const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1);

if (values.planted) {
  let missed = 0;
  for (const planted of PLANTED) {
    const { found, said } = await hunt(planted, seeds);
    console.log(`${found ? `found with ${/^seed \d+/m.exec(said)?.[0]}` : `NOT FOUND in ${seeds} seeds`}: ${planted.name}`);
    if (!found) {
      missed++;
      console.log(said.slice(0, 1000));
    }
  }
  console.log(`planted: ${PLANTED.length - missed} of ${PLANTED.length} found, ${seconds()} s`);
  process.exit(missed > 0 ? 1 : 0);
}

if (workers > 1 && seeds > 20) {
  const share = Math.ceil(seeds / workers);
  const parts = Array.from({ length: workers }, (_, i) => ({ from: first + i * share, count: Math.min(share, seeds - i * share) }));
  const ends = await Promise.all(parts.filter(({ count }) => count > 0).map(({ from, count }) => child(from, count)));
  if (ends.some(({ code }) => code !== 0)) process.exit(1);
  const sum = (name: string): number => ends.reduce((all, { said }) => all + Number(new RegExp(`(\\d+) ${name}`).exec(said)?.[1] ?? 0), 0);
  console.log(`simulation: ${seeds} seeds, ${sum('operations')} operations, ${sum('requests')} requests, 0 violations, ${seconds()} s`);
} else {
  let [operations, requests] = [0, 0];
  const open = values.real ? (await import('./real.ts')).RealEndpoint.open : undefined;
  for (let seed = first; seed < first + seeds; seed++) {
    const run = await simulate(seed, { steps, bugs: new Set(values.bug === '' ? [] : [values.bug as never]), ...(open && { open }) });
    operations += run.operations;
    requests += run.requests;
    if (run.faults.length > 0) {
      console.error(
        `seed ${seed}:\n  ${run.faults.slice(0, 12).join('\n  ')}\nnpm run test:sim -- --seeds 1 --seed ${seed} --steps ${steps}`,
      );
      process.exit(1);
    }
  }
  console.log(`simulation: ${seeds} seeds, ${operations} operations, ${requests} requests, 0 violations, ${seconds()} s`);
}

function child(from: number, count: number): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const args = [
      import.meta.filename,
      '--seeds',
      String(count),
      '--seed',
      String(from),
      '--steps',
      String(steps),
      '--workers',
      '1',
      ...(values.real ? ['--real'] : []),
    ];
    const process_ = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    process_.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    process_.on('close', (code) => done({ code, said }));
  });
}
