// npm run test:checks: takes each check out of a copy of the endpoint, and expects its tests to fail without it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

interface Check {
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const check = (what: string, file: string, find: string, replace = ''): Check => ({ what, file, find, replace });

export const CHECKS: readonly Check[] = [
  check('no __proto__', 'server/body.ts', 'forbidden = true;', 'forbidden = false;'),
  check(
    'no key twice',
    'lib/formats/json-text.ts',
    "if (key in made) throw new Stop({ code: 'repeated-key', path: [...cursor.path] }, start);",
  ),
  check('no body too large', 'server/body.ts', "if (size > MOST_BODY_BYTES) throw new Refused('too_large');"),
  check('no body too deep', 'lib/formats/json-text.ts', 'if (path.length >= limits.deepest)', 'if (false)'),
  check(
    'nothing said besides the schema',
    'lib/sync/protocol.ts',
    'export const PushedOperation = z.strictObject({',
    'export const PushedOperation = z.object({',
  ),
  check('what fields hold', 'server/team/check.ts', "if (fault !== undefined) return reject(op, 'invalid', fault);"),
  check(
    'clocks ahead',
    'server/team/check.ts',
    "return millisOf(op.hlc) > latest ? reject(op, 'clock_ahead') : undefined;",
    'return undefined;',
  ),
  check('whose tag', 'server/team/check.ts', "if (who.role !== 'admin') return 'Somebody else’s tag.';"),
  check('whose device', 'server/team/push.ts', "if (!devices.has(op.device)) return reject(op, 'foreign_device');"),
  check('another content under a known id', 'server/team/push.ts', 'if (same(op, before, who)) return', 'return'),
  check('expired tokens', 'server/team/who.ts', "if (found.expires <= now) throw new Refused('token_expired');"),
  check('revoked members', 'server/team/who.ts', "if (found.revoked !== null || found.left_at !== null) throw new Refused('signed_out');"),
  check(
    'roles',
    'server/app.ts',
    "if (route.access !== 'everybody' && RANK[who.role] < RANK[route.access]) throw new Refused('forbidden');",
  ),
  check(
    'the team of a pull',
    'server/team/pull.ts',
    'FROM op WHERE team = $1 AND seq > $2',
    "FROM op WHERE team <> '' || $1 || 'x' AND seq > $2",
  ),
  check('invites used once', 'server/team/invite.ts', '(row.used !== null || row.expires <= now ||', '(row.expires <= now ||'),
  check('refresh tokens used twice', 'server/team/tokens.ts', 'if (hash !== row.current_hash && row.resumable === 0) {', 'if (false) {'),
  check(
    'frameworks changed on an older version',
    'server/team/frameworks.ts',
    'if (op.base !== undefined && op.base !== version) return stale;',
  ),
  check('a parameter said twice', 'server/app.ts', "if (new Set(names).size !== names.length) throw new Refused('bad_request', 'query');"),
];

const copy = mkdtempSync(join(tmpdir(), 'azimuth-checks-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
for (const part of ['lib', 'server', 'test/server', 'package.json', 'tsconfig.json'])
  cpSync(join(ROOT, part), join(copy, part), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
writeFileSync(
  join(copy, 'vitest.config.ts'),
  `export default { test: { include: ['test/server/{push,pull,tokens,limits,hostile,rights}.test.ts'], maxWorkers: 2, bail: 1 } };\n`,
);

/** Whether the tests pass. */
const passes = (): boolean => spawnSync(join(ROOT, 'node_modules/.bin/vitest'), ['run'], { cwd: copy, stdio: 'ignore' }).status === 0;

let found = 0;
if (!passes()) {
  console.log('The tests fail with every check in place: their failing says nothing.');
  process.exitCode = 1;
} else {
  for (const { what, file, find, replace } of CHECKS) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`${file} does not hold this once: ${find}`);
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
    const fails = !passes();
    writeFileSync(path, text);
    if (fails) found += 1;
    console.log(`${what}: ${fails ? 'the tests fail without it' : 'NOTHING FAILS without it'}`);
  }
  console.log(`${found} of ${CHECKS.length} checks are needed`);
  process.exitCode = found === CHECKS.length ? 0 : 1;
}
