// A fixed share of the mutants (npm run test:mutants runs as many as one likes): the panel is there, nearly always in the
// column, and never where it must not be; chips are on no row but their ticket's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS, type Mutant, mutantOf } from '../mutants/kinds.ts';
import { type ListOutcome, runListMutant } from '../mutants/list.ts';
import { mutatorScript, type Outcome, runMutant } from '../mutants/mutant.ts';
import { LIST_PAGES, PAGES, serveSaved } from '../mutants/pages.ts';
import { faults, missed, tableOf } from '../mutants/report.ts';
import { FIREFOX, setStage, type Stage } from './stage.ts';

// Four tabs at once have not loaded in time in Firefox: there it is one after the other, and so fewer.
const [TABS, PER_PAGE] = FIREFOX ? [1, 1] : [4, 4];
/** What can bring a chip onto another's row. */
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
    stage = await setStage({ viewport: { width: 1400, height: 900 }, server: { extra: serveSaved } });
    await stage.sample();
    script = await mutatorScript();
  });
  afterAll(() => stage.close());

  it('have the panel in its place, and nothing that must never be', async () => {
    const outcomes: Outcome[] = await each(share, ({ page, mutant }) => runMutant(stage.context, page, mutant, script));
    console.log(tableOf(outcomes));
    expect(outcomes.flatMap((outcome) => faults(outcome).map((fault) => `${named(outcome.mutant)}: ${fault}`))).toEqual([]);
    expect(missed(outcomes)).toEqual([]);
  }, 300_000);

  it('have chips on no row but their own', async () => {
    const tasks = LIST_PAGES.flatMap((page) =>
      OF_LISTS.map((kind, i) => ({ page, mutant: { page: page.name, seed: i, kinds: [kind] } satisfies Mutant })),
    );
    const outcomes: ListOutcome[] = await each(tasks, ({ page, mutant }) => runListMutant(stage.context, page, mutant, script));
    console.log(outcomes.map(({ mutant, chips }) => `${named(mutant)}: ${chips} chips`).join('\n'));
    expect(outcomes.flatMap(({ mutant, wrong, errors }) => [...wrong, ...errors].map((what) => `${named(mutant)}: ${what}`))).toEqual([]);
    // A list that lost the names of its rows can go without; were it most of them, nothing would have been looked at.
    expect(outcomes.filter(({ chips }) => chips > 0).length / outcomes.length).toBeGreaterThanOrEqual(0.5);
  }, 300_000);
});
