// npm run test:removals [-- --only 3,7]: takes each remedy out of a copy of the project and expects its test to fail,
// at the line that looks for what the remedy is for.
import { parseArgs } from 'node:util';
import { copyProject } from './copy.ts';
import { type Remedy, REMEDIES } from './remedies.ts';
import { CONTROL, outcomesOf, runTests } from './trial.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',').map(Number);
const remedies = REMEDIES.filter(({ failure }) => !only || only.includes(failure));
if (remedies.length === 0) {
  console.error(`No remedy has one of these numbers: ${values.only}`);
  process.exit(2);
}

const copy = copyProject();
process.on('exit', () => copy.remove());
process.on('SIGINT', () => process.exit(130));

/** Whether the tests pass with every remedy in place; without that, their failing says nothing. */
function allPass(): boolean {
  copy.buildWith([]);
  const outcomes = runTests(copy, [CONTROL, ...remedies.map(({ test }) => test)]);
  const failed = outcomes.filter(({ status }) => status === 'failed');
  for (const { title, why } of failed) console.log(`FAILS with every remedy in place: ${title}: ${why}`);
  const missing = remedies.filter(({ test }) => outcomesOf(outcomes, test).length === 0);
  for (const { test } of missing) console.log(`There is no such test: ${test.file}: ${test.name}`);
  return failed.length + missing.length === 0;
}

/** What comes of the remedy's test without the remedy, in words; `proven` when it fails, and where it should. */
function tryWithout({ changes, test, fails }: Remedy): { proven: boolean; words: string } {
  try {
    copy.buildWith(changes);
    const outcomes = runTests(copy, [CONTROL, test]);
    const control = outcomesOf(outcomes, CONTROL).find(({ status }) => status === 'failed');
    if (control) return { proven: false, words: `nothing works any more, so the test proves nothing: ${control.why}` };
    const named = outcomesOf(outcomes, test);
    if (named.length === 0) return { proven: false, words: 'its test did not run' };
    const failed = named.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return { proven: false, words: 'PASSES without it: the test proves nothing' };
    const right = failed.find(({ at }) => at.includes(fails));
    if (!right) return { proven: false, words: `fails elsewhere than it should: ${failed[0]?.at}: ${failed[0]?.why}` };
    return { proven: true, words: `test fails without its remedy (${right.why}), at: ${right.at}` };
  } catch (error) {
    return { proven: false, words: `ERROR: ${(error as Error).message}` };
  } finally {
    copy.restore();
  }
}

let proven = 0;
if (allPass()) {
  for (const remedy of remedies) {
    const result = tryWithout(remedy);
    if (result.proven) proven++;
    console.log(`${remedy.failure} ${remedy.name}, ${remedy.what}: ${result.words}`);
  }
}
console.log(`${proven} of ${remedies.length} remedies proven`);
process.exitCode = proven === remedies.length ? 0 : 1;
