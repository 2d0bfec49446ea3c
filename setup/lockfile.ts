// node setup/lockfile.ts, after `npm install` has changed package-lock.json.
//
// Where a registry lacks the build of an optional package for some other machine, npm leaves it out of the lockfile
// without a word, and then `npm ci` of npm 11.6 and later refuses that lockfile on every machine ("Missing: ... from
// lock file"). This names such packages in it: without a checksum, because nobody has seen them here.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Entry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
type Entries = Record<string, Entry>;

const SYSTEM = /[-/](android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(gnu|musl))?/;

/** Whether `name`, wanted by the package at `place`, is in the lockfile: in its own folder or in one further out. */
function locked(entries: Entries, place: string, name: string): boolean {
  const parts = place.split('/node_modules/');
  const outward = parts.map((_, i) => `${parts.slice(0, i + 1).join('/node_modules/')}/node_modules/${name}`);
  return [`node_modules/${name}`, ...outward].some((path) => path in entries);
}

function entryOf(name: string, version: string, wantedBy: Entry): Entry {
  const [, os, cpu, libc] = SYSTEM.exec(name) ?? [];
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(wantedBy.dev && { dev: true }),
    ...(libc && { libc: [libc === 'gnu' ? 'glibc' : libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/** The optional packages, by their place, that the lockfile's own entries want at an exact version and it lacks. */
export function missingFrom(entries: Entries): Entries {
  const missing: Entries = {};
  for (const [place, entry] of Object.entries(entries)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d/.test(version) || locked(entries, place, name)) continue;
      missing[`node_modules/${name}`] = entryOf(name, version, entry);
    }
  }
  return missing;
}

const inOrder = (entries: Entries): Entries => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => a.localeCompare(b, 'en')));

if (import.meta.main) {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingFrom(lock.packages);
  lock.packages = inOrder({ ...lock.packages, ...missing });
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Named ${Object.keys(missing).length} more packages in package-lock.json`);
}
