// The builds these tests look at, each made anew by the file that looks: none relies on what another has left.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** @throws with what the build said, where it failed */
export function build(browser: 'chrome' | 'edge' | 'firefox' | 'safari'): void {
  const { status, stdout, stderr } = spawnSync('wxt', ['build', '-b', browser], {
    ...{ cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' },
    // The test runner's own would make a build for trying out, which nobody ships.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`The build for ${browser} failed:\n${stdout}\n${stderr}`);
}
