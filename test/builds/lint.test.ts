// What Mozilla's own linter says of the build for Firefox: no error, and no warning that is not known and explained here.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, ROOT } from './build.ts';

/** Known warnings by code, each with why it stays. */
const KNOWN: Readonly<Record<string, string>> = {
  UNSAFE_VAR_ASSIGNMENT: 'Preact’s own code for dangerouslySetInnerHTML, which nothing of ours uses (the linter forbids it)',
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: 'it is not offered for Firefox on Android',
};

interface Report {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}
interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

beforeAll(() => build('firefox'));

describe('web-ext lint', () => {
  it('finds no error, and only the warnings that are known', () => {
    const { stdout, stderr } = spawnSync('web-ext', ['lint', '--source-dir', join(ROOT, '.output/firefox-mv3'), '--output', 'json'], {
      ...{ cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' },
    });
    if (!stdout.startsWith('{')) throw new Error(`web-ext lint did not run:\n${stdout}\n${stderr}`);
    const { errors, warnings } = JSON.parse(stdout) as Report;
    expect(errors).toEqual([]);
    expect(warnings.filter(({ code }) => !(code in KNOWN))).toEqual([]);
    // Nothing is listed here that is no longer so.
    expect(Object.keys(KNOWN).filter((code) => !warnings.some((one) => one.code === code))).toEqual([]);
    // Once in each script that draws something, and no further.
    const drawing = warnings.filter(({ code }) => code === 'UNSAFE_VAR_ASSIGNMENT').map(({ file }) => file);
    expect(new Set(drawing).size).toBe(drawing.length);
    expect(warnings.length).toBeLessThanOrEqual(drawing.length + 1);
  });
});
