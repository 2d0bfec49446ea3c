// The build a bench measures: the one that is named, else a fresh one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds the extension, unless AZIMUTH_EXTENSION names a build. @throws when it does not build */
export function buildUnlessNamed(): void {
  if (process.env['AZIMUTH_EXTENSION']) return;
  // Its words go to stderr: stdout is for figures.
  const { status } = spawnSync('wxt', ['build'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The extension could not be built; the words above say why.');
}
