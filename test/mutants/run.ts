// npm run test:mutants -- [--seeds 40] [--seed 1] [--of panel|chips] [--page NAME] [--kinds NAME,NAME] [--tabs 4] [--verbose]:
// mutants of every page with a ticket and of every list, those of the seeds from `seed` on; with `kinds` of these kinds of
// mutation. Ends with 1 where the goals are missed; a mutant with a fault says how to run it alone.
import { parseArgs } from 'node:util';
import { setStage } from '../e2e/stage.ts';
import { KINDS, type Mutant, mutantOf } from './kinds.ts';
import { LIST_PAGES, claimSaved, serveLists } from './list-pages.ts';
import { type ListOutcome, runListMutant, ticketsUnchanged } from './list.ts';
import { mutatorScript, type Outcome, runMutant } from './mutant.ts';
import { PAGES, serveSaved } from './pages.ts';
import { faults, listTableOf, missed, missedInLists, tableOf } from './report.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    page: { type: 'string', default: '' },
    kinds: { type: 'string', default: '' },
    of: { type: 'string', default: 'panel and chips' },
    tabs: { type: 'string', default: '4' },
    verbose: { type: 'boolean', default: false },
  },
});
const [seeds, seed, tabs] = [values.seeds, values.seed, values.tabs].map(Number) as [number, number, number];
const asked = <T extends { readonly name: string }>(pages: readonly T[]): T[] =>
  pages.filter(({ name }) => name.toLowerCase().includes(values.page.toLowerCase()));
const kinds = KINDS.filter((kind) => values.kinds.split(',').includes(kind));
const pages = values.of.includes('panel') ? asked(PAGES) : [];
const lists = values.of.includes('chips') ? asked(LIST_PAGES) : [];
if (![seeds, seed, tabs].every((value) => Number.isInteger(value) && value >= 0) || tabs < 1 || pages.length + lists.length === 0) {
  console.error(
    `--seeds, --seed and --tabs take whole numbers, --of panel or chips, --page a part of one of:\n${[...PAGES, ...LIST_PAGES].map(({ name }) => `  ${name}`).join('\n')}`,
  );
  process.exit(2);
}

const began = performance.now();
const stage = await setStage({
  viewport: { width: 1400, height: 900 },
  server: { extra: (host, url) => serveLists(host, url) ?? serveSaved(host, url) },
});
await stage.sample();
await claimSaved(stage);
const script = await mutatorScript();
const outcomes: Outcome[] = [];
const ofLists: ListOutcome[] = [];

const again = ({ page, seed: its }: Mutant): string =>
  `\n  npm run test:mutants -- --seeds 1 --seed ${its} --page '${page}'${kinds.length > 0 ? ` --kinds '${kinds.join()}'` : ''}`;
const named = ({ page, seed: its, kinds: all }: Mutant): string => `${page}, seed ${its} (${all.join(' + ')})`;
const mutantsOf = (name: string): Mutant[] =>
  Array.from({ length: seeds }, (_, i) => (kinds.length > 0 ? { page: name, seed: seed + i, kinds } : mutantOf(name, seed + i)));

async function judge(page: (typeof PAGES)[number], mutant: Mutant): Promise<void> {
  const outcome = await runMutant(stage.context, page, mutant, script);
  outcomes.push(outcome);
  const wrong = faults(outcome);
  if (wrong.length > 0) console.log(`${named(mutant)}: ${wrong.join('; ')}${again(mutant)}`);
  else if (values.verbose || outcome.place !== 'column')
    console.log(`${named(mutant)}: ${outcome.place}, ${outcome.rung}${outcome.home ? '' : ', not at home'}`);
}

async function judgeList(page: (typeof LIST_PAGES)[number], mutant: Mutant, tickets: string): Promise<void> {
  const outcome = await runListMutant(stage.context, page, mutant, script, tickets);
  ofLists.push(outcome);
  const wrong = [...outcome.wrong, ...outcome.errors.map((error) => `uncaught, ${error}`)];
  if (wrong.length > 0) console.log(`${named(mutant)}: ${wrong.slice(0, 4).join('; ')}${again(mutant)}`);
  else if (values.verbose || !outcome.right)
    console.log(`${named(mutant)}: ${outcome.chips} of ${outcome.of} chips${outcome.right ? '' : ', not all in time'}`);
}

const left: (() => Promise<void>)[] = pages.flatMap((page) => mutantsOf(page.name).map((mutant) => () => judge(page, mutant)));
for (const page of lists) {
  const tickets = await ticketsUnchanged(stage.context, page, script);
  left.push(...mutantsOf(page.name).map((mutant) => () => judgeList(page, mutant, tickets)));
}
async function work(): Promise<void> {
  for (let next = left.shift(); next; next = left.shift()) await next();
}
await Promise.all(Array.from({ length: tabs }, work));
// What a page threw is in the table; the stage would say it again.
void stage.close().catch(() => {});

const order = ({ mutant }: { readonly mutant: Mutant }): number =>
  [...PAGES, ...LIST_PAGES].findIndex(({ name }) => name === mutant.page) * 100 + KINDS.indexOf(mutant.kinds[0] as (typeof KINDS)[number]);
if (outcomes.length > 0) console.log(`\nThe panel:\n${tableOf(outcomes.toSorted((a, b) => order(a) - order(b)))}`);
if (ofLists.length > 0) console.log(`\nChips in lists:\n${listTableOf(ofLists.toSorted((a, b) => order(a) - order(b)))}`);
const seconds = (performance.now() - began) / 1000;
const count = outcomes.length + ofLists.length;
console.log(`\nSeeds ${seed} to ${seed + seeds - 1}: ${count} mutants in ${seconds.toFixed(0)} s, ${(seconds / count).toFixed(2)} s each.`);
const misses = [...missed(outcomes), ...missedInLists(ofLists)];
for (const miss of misses) console.log(miss);
process.exit(misses.length > 0 ? 1 : 0);
