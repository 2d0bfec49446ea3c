// Everything `npm test` checks, one step after the other, with one line at the end that counts what really ran.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { findBrowser } from '../setup/browser.ts';
import { findFirefox } from '../setup/firefox.ts';

const OUTPUT = 'test-output';
const MOST_TOLD = 1000;
let passed = 0;
let failed = 0;
const skipped: string[] = [];
/** What failed and the first of why, told again at the end: a long log is read from there. */
const failures: string[] = [];

function run(name: string, command: string, args: readonly string[]): boolean {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

/** A step that is one check. */
function check(name: string, command: string, args: readonly string[]): void {
  if (run(name, command, args)) passed++;
  else fail(name, 'see above');
}

function fail(name: string, why: string): void {
  failed++;
  failures.push(`${name}: ${why}`);
}

interface Report {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A step of many tests: counted from its own report, so that nothing is counted that did not run. */
function suite(name: string, args: readonly string[]): void {
  const report = `${OUTPUT}/${name.replace(/\W+/g, '-')}.json`;
  const fine = run(name, 'vitest', ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const before = failed;
  try {
    const { numPassedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    passed += numPassedTests;
    if (numPendingTests) skipped.push(`${numPendingTests} in ${name}`);
    for (const { name: file, assertionResults } of testResults)
      for (const { status, fullName, failureMessages } of assertionResults)
        if (status === 'failed') fail(`${name}, ${relative('.', file)}`, `${fullName}\n${failureMessages.join('\n').slice(0, MOST_TOLD)}`);
    // A file that cannot even be loaded has no failed test in it.
    if (!fine && failed === before) fail(name, 'see above');
  } catch {
    fail(name, 'it left no report');
  }
}

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
const browser = await findBrowser();
const firefox = await findFirefox();
for (const { name, version, path } of [browser, firefox]) console.log(`Browser: ${name} ${version} (${path})`);

check('types', 'tsc', ['--noEmit']);
check('lint', 'oxlint', []);
check('format', 'biome', ['format']);
suite('unit tests', []);
check('simulation of sync', process.execPath, ['test/sync/simulation/run.ts']);
check('planted bugs in sync', process.execPath, ['test/sync/simulation/run.ts', '--planted', '--seeds', '150']);
// The endpoint on a real PostgreSQL, which npm brought along.
suite('endpoint on PostgreSQL', ['--config', 'test/server/postgres/vitest.config.ts']);
// Makes the builds for Chrome, Edge, Firefox and Safari that the steps below use.
suite('builds', ['--config', 'test/builds/vitest.config.ts']);
suite('end-to-end tests in Chromium', ['--config', 'test/e2e/vitest.config.ts']);
suite('end-to-end tests in Firefox', ['--config', 'test/e2e/firefox-core.config.ts']);

for (const failure of failures) console.log(`\nFailed: ${failure}`);
if (skipped.length > 0) console.log(`\nSkipped: ${skipped.join(', ')}.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
