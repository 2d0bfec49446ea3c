// A disk of our own that is small enough to be filled: a tmpfs. Mounting one takes Linux and root.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIZE = '256m';

export interface SmallDisk {
  readonly dir: string;
  /** Writes until not one byte more goes in. Programs at work may free some again: call it right before it matters. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
  left(): number;
  remove(): void;
}

/** Mounts one; where that is refused, the reason. */
export function mountSmallDisk(): SmallDisk | string {
  if (process.platform !== 'linux') return `a small disk is mounted as a tmpfs, which ${process.platform} does not have`;
  const dir = mkdtempSync(join(tmpdir(), 'azimuth-disk-'));
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=700`, 'tmpfs', dir], { encoding: 'utf8' });
  if (status !== 0) {
    rmSync(dir, { recursive: true });
    return `mounting a small disk was refused: ${stderr?.trim() || 'there is no mount command'}`;
  }
  const file = join(dir, 'filler');
  const fill = (): void => {
    const fd = openSync(file, 'a');
    for (const size of [1 << 20, 1 << 12, 1]) {
      const block = Buffer.alloc(size, 1);
      try {
        while (writeSync(fd, block) > 0);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
    closeSync(fd);
  };
  return {
    dir,
    fill,
    free: () => rmSync(file, { force: true }),
    left: () => {
      const { bavail, bsize } = statfsSync(dir);
      return bavail * bsize;
    },
    remove: () => {
      spawnSync('umount', [dir]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
