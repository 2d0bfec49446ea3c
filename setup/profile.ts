// The folder in which a browser that we start keeps its data: never the user's own.
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Machine } from './browserPlaces.ts';

/** Where the browsers of the Chromium family keep their users' profiles. */
export function usersProfiles({ env, platform, home }: Machine): string[] {
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support');
    return ['Google', 'Chromium', 'Microsoft Edge', 'BraveSoftware'].map((name) => join(support, name));
  }
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
    return ['Google', 'Chromium', join('Microsoft', 'Edge'), 'BraveSoftware'].map((name) => join(local, name));
  }
  const config = env.XDG_CONFIG_HOME || join(home, '.config');
  const names = ['google-chrome', 'google-chrome-beta', 'google-chrome-unstable', 'chromium', 'microsoft-edge', 'BraveSoftware'];
  return [...names.map((name) => join(config, name)), join(home, 'snap', 'chromium', 'common', 'chromium')];
}

/** The path with its links followed, as far as it exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), basename(path));
}

const contains = (outer: string, inner: string) => {
  const way = relative(outer, inner);
  return way === '' || !/^\.\.([\\/]|$)|^[a-z]:/i.test(way);
};

/** Throws when `profileDir` is, lies in, or holds a folder where a browser keeps its user's profiles. */
export function refuseUsersProfile(profileDir: string, machine: Machine): void {
  const wanted = real(resolve(profileDir));
  const users = usersProfiles(machine).find((folder) => contains(real(folder), wanted) || contains(wanted, real(folder)));
  if (!users) return;
  throw new Error(`${profileDir} is where a browser keeps your own profile (${users}).\nGive a new, empty folder instead.`);
}
