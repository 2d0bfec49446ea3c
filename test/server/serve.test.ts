// The program as it is run: a process, a port, signals.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tick } from '../../lib/sync/clock.ts';
import { newDevice, tagSet } from './stage.ts';

const MAIN = join(import.meta.dirname, '../../server/main.ts');
let folder: string;
let child: ChildProcess | undefined;
const env = (): NodeJS.ProcessEnv => ({ ...process.env, DATABASE_URL: join(folder, 'team.sqlite'), PORT: '0', HOST: '127.0.0.1' });
const command = (...args: string[]): string => execFileSync(process.execPath, [MAIN, ...args], { env: env(), encoding: 'utf8' });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azimuth-serve-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts it. @returns its origin */
function start(): Promise<string> {
  const started = spawn(process.execPath, [MAIN], { env: env(), stdio: ['ignore', 'pipe', 'inherit'] });
  child = started;
  return new Promise((resolve, reject) => {
    let said = '';
    started.stdout.on('data', (piece) => {
      said += String(piece);
      const [, origin] = /Listening on (\S+)/.exec(said) ?? [];
      if (origin) resolve(origin);
    });
    started.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)));
  });
}

const ended = (one: ChildProcess | undefined): Promise<number | null> => new Promise((resolve) => one?.once('exit', resolve));

async function post(url: string, body: unknown, token?: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
  return (await reply.json()) as Record<string, unknown>;
}

it('makes a team, takes what is pushed, and still has it after it was killed, and after it was stopped', async () => {
  const [invite = ''] = /azi_\S+/.exec(command('team', 'Acme')) ?? [];
  const device = newDevice();
  let origin = await start();
  const { access, refresh } = await post(`${origin}/v1/join`, { invite, request: 'x'.repeat(20), device, name: 'Ada' });
  const op = {
    op: 'operation-1',
    device,
    n: 1,
    hlc: tick(undefined, Date.now(), device),
    kind: 'tag',
    key: 'github:acme/app#1',
    set: tagSet(1),
    schema: 1,
  };
  await post(`${origin}/v1/push`, { ops: [op] }, String(access));
  const killed = ended(child);
  child?.kill('SIGKILL');
  await killed;

  origin = await start();
  const again = await post(`${origin}/v1/push`, { ops: [op] }, String(access));
  expect(again['results']).toMatchObject([{ status: 'duplicate', seq: 1 }]);
  await post(`${origin}/v1/token`, { refresh });
  const stopped = ended(child);
  child?.kill('SIGTERM');
  expect(await stopped).toBe(0);

  command('backup', join(folder, 'backup'));
  expect(readFileSync(join(folder, 'backup')).length).toBeGreaterThan(100);
  expect(command('audit')).toMatch(/whole/);
});

it('lets what has begun end before it stops', async () => {
  const origin = new URL(await start());
  const socket = connect(Number(origin.port), origin.hostname);
  let heard = '';
  socket.on('data', (piece) => {
    heard += String(piece);
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  const body = JSON.stringify({ refresh: `azr_t-0000000000000000_${'x'.repeat(55)}` });
  socket.write(
    `POST /v1/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  // The half of it must have come before the signal does.
  await fetch(`${origin.origin}/healthz`);
  const stopped = ended(child);
  child?.kill('SIGTERM');
  await expect
    .poll(() =>
      fetch(`${origin.origin}/healthz`).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed');
  socket.write(body.slice(10));
  expect(await stopped).toBe(0);
  expect(heard).toMatch(/^HTTP\/1.1 401/);
});

it('says what is wrong with how it was started', () => {
  const failing = (more: NodeJS.ProcessEnv, ...args: string[]): string => {
    try {
      execFileSync(process.execPath, [MAIN, ...args], { env: { ...env(), ...more }, encoding: 'utf8', stdio: 'pipe' });
      return 'nothing';
    } catch (error) {
      return String((error as { readonly stderr?: unknown }).stderr);
    }
  };
  expect(failing({ HOST: '0.0.0.0' })).toMatch(/plain http is spoken on loopback only/);
  expect(failing({}, 'nonsense')).toMatch(/npm run server -- team NAME/);
  expect(failing({}, 'invite', 't-0000000000000000')).toMatch(/There is no team/);
});
