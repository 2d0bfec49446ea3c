// npm run test:mutants -- [--seeds 40] [--seed 1] [--page NAME] [--tabs 4] [--verbose]: mutants of every page with a ticket,
// those of the seeds from `seed` on. Ends with 1 where the goals are missed; a mutant with a fault says how to run it alone.
import { parseArgs } from 'node:util';
import { setStage } from '../e2e/stage.ts';
import { KINDS, mutantOf } from './kinds.ts';
import { mutatorScript, type Outcome, runMutant } from './mutant.ts';
import { PAGES, serveSaved } from './pages.ts';
import { faults, missed, tableOf } from './report.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    page: { type: 'string', default: '' },
    tabs: { type: 'string', default: '4' },
    verbose: { type: 'boolean', default: false },
  },
});
const [seeds, seed, tabs] = [values.seeds, values.seed, values.tabs].map(Number) as [number, number, number];
const pages = PAGES.filter(({ name }) => name.toLowerCase().includes(values.page.toLowerCase()));
if (![seeds, seed, tabs].every((value) => Number.isInteger(value) && value >= 0) || tabs < 1 || pages.length === 0) {
  console.error(
    `--seeds, --seed and --tabs take whole numbers, --page a part of one of:\n${PAGES.map(({ name }) => `  ${name}`).join('\n')}`,
  );
  process.exit(2);
}

const began = performance.now();
const stage = await setStage({ viewport: { width: 1400, height: 900 }, server: { extra: serveSaved } });
await stage.sample();
const script = await mutatorScript();
const outcomes: Outcome[] = [];
const left = pages.flatMap((page) => Array.from({ length: seeds }, (_, i) => ({ page, mutant: mutantOf(page.name, seed + i) })));
async function work(): Promise<void> {
  for (let next = left.shift(); next; next = left.shift()) {
    const { page, mutant } = next;
    const outcome = await runMutant(stage.context, page, mutant, script);
    outcomes.push(outcome);
    const what = `${page.name}, seed ${mutant.seed} (${mutant.kinds.join(' + ')})`;
    const wrong = faults(outcome);
    if (wrong.length > 0)
      console.log(`${what}: ${wrong.join('; ')}\n  npm run test:mutants -- --seeds 1 --seed ${mutant.seed} --page '${page.name}'`);
    else if (values.verbose || outcome.place !== 'column')
      console.log(`${what}: ${outcome.place}, ${outcome.rung}${outcome.home ? '' : ', not at home'}`);
  }
}
await Promise.all(Array.from({ length: tabs }, work));
// What a page threw is in the table; the stage would say it again.
void stage.close().catch(() => {});
const order = (outcome: Outcome): number =>
  PAGES.findIndex(({ name }) => name === outcome.mutant.page) * 100 + KINDS.indexOf(outcome.mutant.kinds[0] as (typeof KINDS)[number]);
console.log(`\n${tableOf(outcomes.sort((a, b) => order(a) - order(b)))}`);
const seconds = (performance.now() - began) / 1000;
console.log(
  `\nSeeds ${seed} to ${seed + seeds - 1}: ${outcomes.length} mutants in ${seconds.toFixed(0)} s, ${(seconds / outcomes.length).toFixed(2)} s each.`,
);
const misses = missed(outcomes);
for (const miss of misses) console.log(miss);
process.exit(misses.length > 0 ? 1 : 0);
