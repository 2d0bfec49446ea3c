// What the search for a browser may ask of the machine and do to it, as one argument, so that a test can stand in.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';

export interface Ran {
  /** `undefined` when it could not be started, was killed by a signal, or was silent for too long. */
  code: number | undefined;
  stdout: string;
  stderr: string;
  wentSilent: boolean;
}

export interface Surroundings {
  env: Record<string, string | undefined>;
  platform: NodeJS.Platform;
  home: string;
  /** The user's number; 0 is root, `undefined` where there are no numbers. */
  uid: number | undefined;
  /** The Node that runs other people's JavaScript tools. */
  node: string;
  exists(path: string): boolean;
  executable(path: string): boolean;
  /** The names in a folder; none where there is no such folder. */
  list(folder: string): string[];
  /** Never throws. A command that prints nothing for `silence` milliseconds is killed. */
  run(command: string, args: string[], options: { silence: number; env?: Record<string, string> }): Promise<Ran>;
  log(line: string): void;
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const run: Surroundings['run'] = (command, args, { silence, env }) =>
  new Promise((done) => {
    const ran: Ran = { code: undefined, stdout: '', stderr: '', wentSilent: false };
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const giveUp = setTimeout(() => {
      ran.wentSilent = true;
      child.kill('SIGKILL');
      // What the command has started may still hold the pipes; we do not wait for it.
      child.stdout.destroy();
      child.stderr.destroy();
      done(ran);
    }, silence);
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        ran[name] += text;
        giveUp.refresh();
      });
    }
    const end = (code: number | null) => {
      clearTimeout(giveUp);
      done({ ...ran, code: code ?? undefined });
    };
    child.on('error', () => end(null));
    child.on('close', end);
  });

/** The machine this runs on. */
export const here: Surroundings = {
  env: process.env,
  platform: process.platform,
  home: homedir(),
  uid: process.getuid?.(),
  node: process.execPath,
  exists: existsSync,
  executable,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  run,
  log: (line) => void process.stderr.write(`${line}\n`),
};
