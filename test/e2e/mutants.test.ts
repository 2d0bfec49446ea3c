// A fixed share of the mutants (npm run test:mutants runs as many as one likes): the panel is there, nearly always in the
// column, and never where it must not be; chips are on no row but their ticket's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS, type Mutant, mutantOf } from '../mutants/kinds.ts';
import { claimSaved, LIST_PAGES, serveLists } from '../mutants/list-pages.ts';
import { type ListOutcome, runListMutant, ticketsUnchanged } from '../mutants/list.ts';
import { mutatorScript, type Outcome, runMutant } from '../mutants/mutant.ts';
import { PAGES, serveSaved } from '../mutants/pages.ts';
import { faults, listTableOf, missed, missedInLists, tableOf } from '../mutants/report.ts';
import { FIREFOX, setStage, type Stage } from './stage.ts';

// Four tabs at once have not loaded in time in Firefox: there it is one after the other, and so fewer.
const [TABS, PER_PAGE] = FIREFOX ? [1, 1] : [4, 4];
/** What takes the names by which rows are known, and what draws them anew; each list also has one of all the kinds. */
const OF_LISTS = ['classes hashed', 'test ids renamed', 'data dropped', 're-rendered'] as const;

/** Each page with some kinds of mutation, so that together they have had all of them several times. */
const share = PAGES.flatMap((page, i) =>
  Array.from({ length: PER_PAGE }, (_, j) => ({ page, mutant: mutantOf(page.name, (i * PER_PAGE + j * 3) % (KINDS.length + 2)) })),
);

async function each<T, R>(tasks: readonly T[], run: (task: T) => Promise<R>): Promise<R[]> {
  const left = [...tasks];
  const done: R[] = [];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) done.push(await run(next));
  };
  await Promise.all(Array.from({ length: TABS }, work));
  return done;
}

const named = ({ page, seed, kinds }: Mutant): string => `${page}, seed ${seed} (${kinds.join(' + ')})`;

describe('pages that a deploy has changed', () => {
  let stage: Stage;
  let script: string;
  beforeAll(async () => {
    stage = await setStage({
      viewport: { width: 1400, height: 900 },
      server: { extra: (host, url) => serveLists(host, url) ?? serveSaved(host, url) },
    });
    await stage.sample();
    await claimSaved(stage);
    script = await mutatorScript();
  });
  afterAll(() => stage.close());

  it('have the panel in its place, and nothing that must never be', async () => {
    const outcomes: Outcome[] = await each(share, ({ page, mutant }) => runMutant(stage.context, page, mutant, script));
    console.log(tableOf(outcomes));
    expect(outcomes.flatMap((outcome) => faults(outcome).map((fault) => `${named(outcome.mutant)}: ${fault}`))).toEqual([]);
    expect(missed(outcomes)).toEqual([]);
  }, 300_000);

  it('have a chip in every row of nine lists in ten, and on none but its own', async () => {
    const tasks = LIST_PAGES.map((page, i) => ({ page, kinds: [OF_LISTS[i % 4], KINDS[(3 * i + 1) % KINDS.length]] }));
    const outcomes: ListOutcome[] = [];
    await each(tasks, async ({ page, kinds }) => {
      const tickets = await ticketsUnchanged(stage.context, page, script);
      for (const [seed, kind] of kinds.entries())
        if (kind) outcomes.push(await runListMutant(stage.context, page, { page: page.name, seed, kinds: [kind] }, script, tickets));
    });
    console.log(listTableOf(outcomes));
    expect(outcomes.flatMap(({ mutant, wrong, errors }) => [...wrong, ...errors].map((what) => `${named(mutant)}: ${what}`))).toEqual([]);
    expect(missedInLists(outcomes)).toEqual([]);
  }, 300_000);
});
