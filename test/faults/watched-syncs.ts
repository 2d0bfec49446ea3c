// Watching what a browser syncs to the disk, by strace. Takes Linux, strace, and the right to look into processes.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Sync {
  /** Wall clock, ms, fractions included. */
  readonly began: number;
  readonly ended: number;
  readonly file: string;
}

export interface SyncWatch {
  /** Stops watching; all that was synced meanwhile, whatever the file. */
  stop(): Promise<Sync[]>;
}

const ATTACH_MS = 5000;

/** Attaches to processes and all their threads, also later ones; where that is refused, the reason. */
export async function watchSyncs(pids: readonly number[]): Promise<SyncWatch | string> {
  if (process.platform !== 'linux') return 'strace is for Linux only';
  if (spawnSync('strace', ['--version']).status !== 0) return 'strace is not installed';
  const dir = mkdtempSync(join(tmpdir(), 'azimuth-strace-'));
  const log = join(dir, 'log');
  // -y names the file behind a descriptor, -T the time a call took, -ttt the wall clock.
  const args = ['-f', '-y', '-T', '-ttt', '-e', 'trace=fdatasync,fsync', '-o', log];
  const tracer = spawn('strace', [...args, ...pids.flatMap((pid) => ['-p', String(pid)])], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  tracer.stderr?.on('data', (data: Buffer) => (words += data.toString()));
  const until = Date.now() + ATTACH_MS;
  while (pids.some((pid) => !words.includes(`Process ${pid} attached`))) {
    if (tracer.exitCode !== null || Date.now() > until) {
      tracer.kill();
      rmSync(dir, { recursive: true });
      return `strace cannot attach: ${words.trim().split('\n')[0] ?? 'it says nothing'}`;
    }
    await wait(50);
  }
  return {
    stop: async () => {
      await ended(tracer);
      const syncs = readSyncs(readFileSync(log, 'utf8'));
      rmSync(dir, { recursive: true });
      return syncs;
    },
  };
}

async function ended(tracer: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => tracer.once('exit', resolve));
  // An interrupt lets go of the traced processes; a kill would take them along.
  tracer.kill('SIGINT');
  await gone;
}

/** Reads strace's lines; a call that another thread's line interrupts comes in two. */
export function readSyncs(log: string): Sync[] {
  const syncs: Sync[] = [];
  const open = new Map<string, { began: number; file: string }>();
  for (const line of log.split('\n')) {
    const whole = /^(\d+) +([\d.]+) f(?:data)?sync\(\d+<(.*)>\) += 0 <([\d.]+)>$/.exec(line);
    const begun = /^(\d+) +([\d.]+) f(?:data)?sync\(\d+<(.*)> <unfinished/.exec(line);
    const resumed = /^(\d+) +([\d.]+) <\.\.\. f(?:data)?sync resumed>.*= 0/.exec(line);
    const at = Number((whole ?? begun ?? resumed)?.[2]) * 1000;
    if (whole) syncs.push({ began: at, ended: at + Number(whole[4]) * 1000, file: whole[3] ?? '' });
    else if (begun) open.set(begun[1] ?? '', { began: at, file: begun[3] ?? '' });
    else if (resumed) {
      const one = open.get(resumed[1] ?? '');
      if (one) syncs.push({ ...one, ended: at });
    }
  }
  return syncs;
}
