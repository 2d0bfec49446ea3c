// A copy of the project in which pieces can be taken out: the working tree itself is never touched.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** One text of one file put in place of another. */
export interface Change {
  readonly file: string;
  /** The exact text, which must be there once and no more. */
  readonly find: string;
  readonly replace: string;
}

export interface Copy {
  readonly dir: string;
  /** The build of the copy, for AZIMUTH_EXTENSION. */
  readonly extension: string;
  /** Makes the changes and builds; `restore` takes them back. @throws when a text is not there exactly once, or nothing is built */
  buildWith(changes: readonly Change[]): void;
  restore(): void;
  remove(): void;
}

/** Everything git knows or would know: tracked files and new ones that are not ignored. */
function files(): string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error('This needs a git checkout: git ls-files says what belongs to the project.');
  // A tracked file may have been deleted and not committed yet; node_modules may be a link, which no pattern with a slash ignores.
  return stdout.split('\0').filter((file) => file && file !== 'node_modules' && existsSync(join(ROOT, file)));
}

/** Copies the project to a new folder, with the installed packages linked in. */
export function copyProject(): Copy {
  const dir = mkdtempSync(join(tmpdir(), 'azimuth-copy-'));
  for (const file of files()) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    cpSync(join(ROOT, file), join(dir, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'), 'junction');
  const originals = new Map<string, string>();

  function change({ file, find, replace }: Change): void {
    const path = join(dir, file);
    const text = readFileSync(path, 'utf8');
    const times = text.split(find).length - 1;
    if (times !== 1) throw new Error(`${file} holds this ${times} times, where it was to be once: ${find}`);
    if (!originals.has(path)) originals.set(path, text);
    // A function, since a text to be put in may hold dollar signs.
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
  }

  function build(): void {
    rmSync(join(dir, '.output'), { recursive: true, force: true });
    const { status, stdout, stderr } = spawnSync('wxt', ['build'], { cwd: dir, encoding: 'utf8', shell: process.platform === 'win32' });
    if (status !== 0) throw new Error(`The changed copy does not build:\n${stdout}${stderr}`);
  }

  return {
    dir,
    extension: join(dir, '.output/chrome-mv3'),
    buildWith: (changes) => {
      changes.forEach(change);
      build();
    },
    restore: () => {
      for (const [path, text] of originals) writeFileSync(path, text);
      originals.clear();
    },
    remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }),
  };
}
