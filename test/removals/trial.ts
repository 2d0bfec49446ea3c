// Running chosen end-to-end tests of a copy against the copy's own build, and reading what came of each.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Copy } from './copy.ts';

export const CONTROL: TestName = { file: 'test/removals/still-works.ts', name: 'control: ' };

/** One test, or several of one file. */
export interface TestName {
  readonly file: string;
  /** A part of its title; with those of its groups before it, ` > ` between. No pattern. */
  readonly name: string;
}

export interface Outcome {
  readonly file: string;
  readonly title: string;
  readonly status: 'passed' | 'failed';
  /** Why it failed, in one line. */
  readonly why: string;
  /** The line of the test at which it failed, without its indent. */
  readonly at: string;
}

interface Report {
  readonly testResults: {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: { ancestorTitles: string[]; title: string; status: string; failureMessages: string[] }[];
  }[];
}

/** What the runner says of a failure, in one line; where a driver waited in vain, with what it waited for. */
function inOneLine(message: string): string {
  const [first = '', ...rest] = stripVTControlCharacters(message).split('\n');
  const waited = rest.find((line) => line.includes('waiting for '))?.trim();
  return waited ? `${first.replace(/:$/, '')}, ${waited.replace(/^- /, '')}` : first;
}

/** The line of a test file that a failure's stack names first. */
function lineOf(message: string, file: string): string {
  const [, number] = new RegExp(`${escape(file)}:(\\d+):\\d+`).exec(message.replaceAll('\\', '/')) ?? [];
  return number === undefined ? '' : (readFileSync(file, 'utf8').split('\n')[Number(number) - 1] ?? '').trim();
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Runs the named tests. @throws when the runner gives no report, as when a test file cannot be loaded */
export function runTests(copy: Copy, names: readonly TestName[]): Outcome[] {
  const report = join(copy.dir, 'test-output/removals.json');
  rmSync(report, { force: true });
  const args = ['run', '--config', 'test/removals/vitest.config.ts', '--reporter=json', `--outputFile.json=${report}`];
  const pattern = names.map(({ name }) => escape(name)).join('|');
  const { stdout, stderr } = spawnSync('vitest', [...args, '-t', pattern, ...new Set(names.map(({ file }) => file))], {
    cwd: copy.dir,
    env: { ...process.env, AZIMUTH_EXTENSION: copy.extension },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (!existsSync(report)) throw new Error(`The tests could not be run:\n${stdout}${stderr}`);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ ancestorTitles, title, status, failureMessages }) => ({
        file: name,
        title: [...ancestorTitles, title].join(' > '),
        status: status as Outcome['status'],
        why: inOneLine(failureMessages[0] ?? ''),
        at: lineOf(failureMessages[0] ?? '', name.replaceAll('\\', '/')),
      })),
  );
}

/** Those of the outcomes that a name speaks of. */
export const outcomesOf = (outcomes: readonly Outcome[], { file, name }: TestName): Outcome[] =>
  outcomes.filter((one) => one.file.replaceAll('\\', '/').endsWith(file) && one.title.includes(name));
