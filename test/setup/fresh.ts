// npm run test:fresh [-- 18 20 24]
//
// What a stranger does with a Node of their own: a copy of the project without node_modules, an empty npm cache, Node from
// npm, and a script that needs TypeScript and the native parts. Takes about a minute a version and needs npm's registry.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['18', '20', '24'];

/** The npm that comes with each Node: newer ones refuse to run under an old Node. */
const NPM_OF: Record<string, string> = { 18: '10.8.2', 20: '10.8.2', 22: '10.9.3', 24: '11.6.2' };

const PROBE = `
const typed: string = process.version;
await import('wxt');
const { rolldown } = await import('rolldown');
const bundle = await rolldown({ input: 'entry', plugins: [{ name: 'entry', resolveId: (id) => id, load: () => 'export default 1' }] });
const { output } = await bundle.generate();
console.log(JSON.stringify({ node: typed, bundled: output.length === 1, arguments: process.argv.slice(2) }));
`;

function copyOfProject(to: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: project, encoding: 'utf8' });
  for (const file of new Set(listed.split('\0').filter(Boolean))) {
    const from = join(project, file);
    if (existsSync(from)) cpSync(from, join(to, file), { recursive: true });
  }
}

/** Runs a command under Node `version`, started outside the copy, with the npm cache of this trial. */
function under(version: string, trial: string, command: string) {
  const packages = ['-p', `node@${version}`, '-p', `npm@${NPM_OF[version] ?? 'latest'}`];
  const started = performance.now();
  const { status, stdout } = spawnSync('npx', ['--yes', ...packages, '--', 'sh', '-c', command], {
    cwd: trial,
    env: { ...process.env, npm_config_cache: join(trial, 'cache'), npm_config_update_notifier: 'false' },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  return { status, out: stdout.trim(), seconds: ((performance.now() - started) / 1000).toFixed(1) };
}

function check(version: string, trial: string): boolean {
  const copy = join(trial, 'a copy');
  mkdirSync(copy);
  copyOfProject(copy);
  writeFileSync(join(copy, 'probe.ts'), PROBE);

  const node = under(version, trial, 'node -v && npm -v');
  console.log(`Node and npm before: ${node.out.replace('\n', ', ')} (${node.seconds} s to fetch)`);
  const results = ['first', 'second'].map((which) => {
    const run = under(version, trial, `cd '${copy}' && node setup/run.mjs probe.ts 'an argument' two`);
    console.log(`${which} start: ${run.seconds} s, exit code ${run.status}: ${run.out}`);
    return run;
  });
  const tools = under(version, trial, `cd '${copy}' && for t in oxlint biome esbuild; do node_modules/.bin/$t --version; done`);
  console.log(`native tools: exit code ${tools.status}: ${tools.out.replace(/\s+/g, ' ')}`);

  const expected = /^{"node":"v24\.[\d.]+","bundled":true,"arguments":\["an argument","two"\]}$/;
  return tools.status === 0 && results.every(({ status, out }) => status === 0 && expected.test(out));
}

let failed = false;
for (const version of versions) {
  const trial = mkdtempSync(join(tmpdir(), 'azimuth-fresh-'));
  try {
    console.log(`\n== From Node ${version}`);
    const good = check(version, trial);
    console.log(good ? `From Node ${version}: good` : `From Node ${version}: NOT good`);
    failed ||= !good;
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}
process.exitCode = failed ? 1 : 0;
