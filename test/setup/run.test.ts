// setup/run.mjs as a program, in a small project of its own, with a shell script in npm's place.
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const NPM = `#!/bin/sh
echo "npm $*" >> "$PROJECT/npm.log"
[ -n "$FAILS" ] && echo "npm ERR! no network" >&2 && exit 1
mkdir -p "$PROJECT/node_modules/.bin" && ln -sf "$NODE" "$PROJECT/node_modules/.bin/node"
`;

/** The stand-in is found only where no real npm lies beside the running Node; beside the project's own there is none. */
const npmBesideNode = existsSync(join(dirname(process.execPath), 'npm'));

describe.skipIf(process.platform === 'win32' || npmBesideNode)('setup/run.mjs', () => {
  let project: string;

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "azimuth run's "));
    cpSync(join(import.meta.dirname, '../../setup'), join(project, 'setup'), { recursive: true });
    mkdirSync(join(project, 'npm'));
    writeFileSync(join(project, 'npm', 'npm'), NPM);
    chmodSync(join(project, 'npm', 'npm'), 0o755);
    writeFileSync(join(project, 'package.json'), '{"type":"module","devDependencies":{"node":"24.21.0"}}');
    writeFileSync(join(project, 'package-lock.json'), '{}');
    writeFileSync(join(project, 'say.ts'), 'const said: string[] = process.argv.slice(2); console.log(said, process.env.PATH);');
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const env = (more: object) => ({
    ...process.env,
    PROJECT: project,
    NODE: process.execPath,
    PATH: `${join(project, 'npm')}:${process.env.PATH}`,
    ...more,
  });
  const run = (args: string[], more: object = {}) =>
    new Promise<{ code: number; signal: string | null; out: string; err: string }>((done) => {
      const options = { cwd: project, env: env(more) };
      const child = execFile(process.execPath, ['setup/run.mjs', ...args], options, (_, out, err) =>
        done({ code: child.exitCode ?? -1, signal: child.signalCode, out, err }),
      );
    });
  const npmCalls = () =>
    existsSync(join(project, 'npm.log')) ? readFileSync(join(project, 'npm.log'), 'utf8').match(/npm ci/g)?.length : 0;

  it('installs once, then starts the script with the arguments as given and our tools first on PATH', async () => {
    const first = await run(['say.ts', 'a', 'b c']);
    expect(first.err).toMatch(/^Installing dependencies with Node .* \(about a minute, once\)\n$/);
    expect(first.out).toContain(`[ 'a', 'b c' ] ${project}/node_modules/.bin:`);
    const second = await run(['say.ts']);
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(npmCalls()).toBe(1);
  });

  it('installs again when the lockfile has changed', async () => {
    await run(['say.ts']);
    writeFileSync(join(project, 'package-lock.json'), '{"changed":true}');
    await run(['say.ts']);
    expect(npmCalls()).toBe(2);
  });

  it.each([
    ['is enough', 'npm/11.6.2 node/v24.21.0 linux x64', 0],
    ['under an old Node is done again', 'npm/10.8.2 node/v18.20.8 linux x64', 1],
  ])('an install that the user typed %s', async (_, npm_config_user_agent, calls) => {
    mkdirSync(join(project, 'node_modules/.bin'), { recursive: true });
    symlinkSync(process.execPath, join(project, 'node_modules/.bin/node'));
    await run(['--installed'], { npm_config_user_agent });
    await run(['say.ts']);
    expect(npmCalls()).toBe(calls);
  });

  it('says what failed and leaves no stamp', async () => {
    const { code, err } = await run(['say.ts'], { FAILS: 'yes' });
    expect(code).toBe(1);
    expect(err).toContain('npm could not install the dependencies');
    expect(existsSync(join(project, 'node_modules/.azimuth-installed'))).toBe(false);
  });

  it('passes on the exit code and the signal', async () => {
    writeFileSync(join(project, 'seven.ts'), 'process.exit(7)');
    writeFileSync(join(project, 'shot.ts'), "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 9000)");
    expect((await run(['seven.ts'])).code).toBe(7);
    expect((await run(['shot.ts'])).signal).toBe('SIGTERM');
  });

  it('sends a signal on to the script and waits for its end', async () => {
    writeFileSync(
      join(project, 'tidy.ts'),
      `process.on('SIGTERM', () => { console.log('tidied'); process.exit(3); });
       process.kill(process.ppid, 'SIGTERM');
       setTimeout(() => {}, 9000);`,
    );
    expect(await run(['tidy.ts'])).toMatchObject({ code: 3, out: 'tidied\n' });
  });

  it('says which file is missing, and which argument', async () => {
    expect((await run(['nowhere.ts'])).err).toMatch(/^There is no file nowhere.ts in /);
    expect((await run([])).err).toMatch(/^Say which script to start/);
  });
});
