// How much script of ours a tracker page takes at rest. Each file by itself, as a store or a browser would keep it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, ROOT } from './build.ts';

const BUILD = join(ROOT, '.output/chrome-mv3');
/** Bytes after gzip, level 9, of scripts together. */
const bytes = (...scripts: readonly string[]): number =>
  scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(BUILD, `${name}.js`)), { level: 9 }).length, 0);

beforeAll(() => build('chrome'));

describe('bytes of script after gzip', () => {
  it('where nothing is wanted', () => {
    expect(bytes('tracker')).toBeGreaterThan(1000);
    expect(bytes('tracker')).toBeLessThanOrEqual(3000);
  });

  it('where a pane may show what the address does not name', () => expect(bytes('tracker', 'pane')).toBeLessThanOrEqual(4000));

  it.each(['github', 'jira', 'jira-data-center', 'linear'])('with the panel at rest on %s', (tracker) =>
    expect(bytes('tracker', 'panel', tracker)).toBeLessThanOrEqual(25_000),
  );

  it.each(['github', 'jira', 'linear'])('chips at rest on %s', (tracker) => {
    expect(bytes('chips')).toBeLessThanOrEqual(7000);
    expect(bytes('chips', `${tracker}-lists`)).toBeLessThanOrEqual(8300);
  });
});
