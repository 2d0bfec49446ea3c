// Asking a program what it is, taking the first that answers, and getting one as Debian's package: the same for every browser.
import { onPath, pathsOf } from './browserPlaces.ts';
import { type Identity, readVersion, readWindowsFolder } from './browserVersion.ts';
import type { Ran, Surroundings } from './surroundings.ts';

export interface Browser extends Identity {
  path: string;
  /** Named in the environment, found installed, in Playwright's cache, or installed by us as Debian's package. */
  how: 'named' | 'installed' | 'downloaded' | 'package';
}

/** Which browsers are meant: a name in the environment, and words for the user where the program is another one. */
export interface Wanted {
  /** The environment variable that names one. */
  variable: string;
  /** For "Set it to the path of ...". */
  names: string;
  /** What is wrong with a program that answered; `undefined` where it is one of them. */
  objection(identity: Identity): string | undefined;
}

const VERSION_SILENCE = 10_000;
const PACKAGE_SILENCE = 600_000;

const lastLine = ({ stderr, stdout }: Ran) => (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? '';

/** Asks the program at `path` what it is; words for the user where it does not answer, or is another. */
async function identify(path: string, wanted: Wanted, around: Surroundings): Promise<Identity | string> {
  if (!around.exists(path)) return 'there is no such file';
  if (!around.executable(path)) return 'it is not an executable file';
  const identity = await asked(path, around);
  return typeof identity === 'string' ? identity : (wanted.objection(identity) ?? identity);
}

async function asked(path: string, around: Surroundings): Promise<Identity | string> {
  if (around.platform === 'win32') return readWindowsFolder(path, around.list(pathsOf('win32').dirname(path)));
  const ran = await around.run(path, ['--version'], { silence: VERSION_SILENCE });
  if (ran.wentSilent) return `it did not answer --version within ${VERSION_SILENCE / 1000} s`;
  if (ran.code !== 0) return `--version failed: ${lastLine(ran) || `exit code ${ran.code}`}`;
  return readVersion(ran.stdout) ?? '--version named no version';
}

/** The first of `places` that starts. One that is there and does not start is mentioned and passed over. */
export async function firstThatStarts(
  places: string[],
  how: Browser['how'],
  wanted: Wanted,
  around: Surroundings,
): Promise<Browser | undefined> {
  for (const path of places.filter(around.exists)) {
    const identity = await identify(path, wanted, around);
    if (typeof identity !== 'string') return { path, how, ...identity };
    around.log(`Passing over ${path}: ${identity}`);
  }
  return undefined;
}

/** The one that the user named in the environment, if any. @throws when it is none of those wanted */
export async function named(wanted: Wanted, around: Surroundings): Promise<Browser | undefined> {
  const path = around.env[wanted.variable];
  if (!path) return undefined;
  const identity = await identify(path, wanted, around);
  if (typeof identity !== 'string') return { path, how: 'named', ...identity };
  throw new Error(
    `${wanted.variable} is ${path}, but ${identity}.\nSet it to the path of ${wanted.names}, or unset it to have one looked for.`,
  );
}

/** Installs Debian's package where we may; false where we may not, or it could not be had. */
export async function installPackage(name: string, megabytes: number, around: Surroundings): Promise<boolean> {
  const aptGet = onPath('apt-get', around).find(around.executable);
  if (around.uid !== 0 || !aptGet) return false;
  around.log(`Installing Debian's package ${name} (about ${megabytes} MB, once)`);
  const options = { silence: PACKAGE_SILENCE, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (...args: string[]) => around.run(aptGet, ['-o', 'DPkg::Lock::Timeout=120', ...args], options);
  // A failed update need not matter: the lists on the machine may do.
  await apt('update');
  const ran = await apt('install', '-y', '--no-install-recommends', name);
  if (ran.code === 0) return true;
  around.log(`apt-get could not install it: ${lastLine(ran)}`);
  return false;
}
