// node setup/run.mjs SCRIPT [arguments...]
//
// Starts SCRIPT under the project's own Node with the dependencies of the lockfile in place, whatever Node from 18
// on started us. Imports no packages: there may be none yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import * as plan from './plan.mjs';

const { platform, version: running } = process;
const self = fileURLToPath(import.meta.url);
const project = dirname(dirname(self));
const bin = join(project, 'node_modules', '.bin');
const stampFile = join(project, 'node_modules', '.azimuth-installed');
const packageText = readFileSync(join(project, 'package.json'), 'utf8');
const pinned = plan.pinnedNode(packageText);

const say = (line) => process.stderr.write(`${line}\n`);

function stop(...lines) {
  lines.forEach(say);
  process.exit(1);
}

function wantedStamp() {
  const lock = join(project, 'package-lock.json');
  if (!existsSync(lock)) stop('package-lock.json is missing.', 'To get it back, type: git checkout package-lock.json');
  return plan.stampOf(readFileSync(lock, 'utf8'), packageText, `${platform}-${process.arch}`);
}

/** Runs npm to its end. Its words go to stderr: stdout belongs to the script that asked for all this. */
function npm(args, cwd) {
  const call = plan.npmCall(args, platform);
  // npm runs under the first Node on PATH, which need not be the one that runs us.
  const env = plan.firstOnPath({ ...process.env, NODE_NO_WARNINGS: '1' }, dirname(process.execPath), delimiter);
  const { status, error } = spawnSync(call.command, call.args, { cwd, env, shell: call.shell, stdio: [0, 2, 2] });
  if (error) stop(`npm could not be started (${error.code}).`, 'npm comes with Node: https://nodejs.org');
  return status === 0;
}

function npmIgnoresScripts() {
  const call = plan.npmCall(['config', 'get', 'ignore-scripts'], platform);
  const { stdout } = spawnSync(call.command, call.args, { cwd: project, shell: call.shell, encoding: 'utf8' });
  return stdout?.trim() === 'true';
}

/** Installs by the lockfile. `--include=dev`, for a machine whose NODE_ENV says production. */
function install() {
  // `npm ci` empties node_modules first; Windows does not delete the node.exe that is running.
  const verb = platform === 'win32' && process.execPath.startsWith(join(project, 'node_modules')) ? 'install' : 'ci';
  if (!plan.canInstall(running)) stop(...plan.noNode({ pinned, running }));
  say(`Installing dependencies with Node ${running.slice(1)} (about a minute, once)`);
  if (!npm([verb, '--include=dev', '--loglevel=error'], project)) {
    stop('npm could not install the dependencies; its own words are above.', 'Mend that and give the same command again.');
  }
  writeFileSync(stampFile, wantedStamp());
}

/** The same, under a Node that npm fetches. Outside the project, where npm would take the Node it is about to delete. */
function installUnderPinnedNode() {
  say(`This is Node ${running.slice(1)}. Fetching Node ${pinned} through npm (once)`);
  const outside = mkdtempSync(join(tmpdir(), 'azimuth-install-'));
  const done = npm(plan.underPinnedNode(pinned, [self, '--install']), outside);
  rmSync(outside, { recursive: true, force: true });
  if (!done) stop(...plan.notFetched({ pinned, running }));
}

/** npm calls this after an install that the user typed, so that the next start need not install again. */
function noteInstalled() {
  if (plan.installedInFull(process.env.npm_config_user_agent)) writeFileSync(stampFile, wantedStamp());
}

/** The Node for our scripts. Asked for its version, because a file may be there and not run, as on musl. */
function findNode() {
  const path = platform === 'win32' ? join(project, 'node_modules', 'node', 'bin', 'node.exe') : join(bin, 'node');
  const works = spawnSync(path, ['--version']).status === 0;
  const which = plan.whichNode({ localWorks: works, running });
  return { which, path: which === 'local' ? path : process.execPath };
}

/** Installs what is missing or stale and answers with the path of the Node to use. */
function makeReady() {
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  const now = findNode();
  const who = plan.whoInstalls({ stamp, wanted: wantedStamp(), node: now.which, running, ignoresScripts: npmIgnoresScripts });
  if (who === 'nobody') return now.path;
  if (who === 'user') stop(...plan.scriptsIgnored({ pinned, running, platform }));
  if (who === 'this') install();
  if (who === 'pinned') installUnderPinnedNode();
  const then = findNode();
  if (then.which === 'none') stop(...plan.noNode({ pinned, running }));
  return then.path;
}

function start(script, args) {
  const file = resolve(project, script);
  if (!existsSync(file)) stop(`There is no file ${script} in ${project}.`);
  const env = plan.firstOnPath(process.env, bin, delimiter);
  const child = spawn(makeReady(), [file, ...args], { stdio: 'inherit', env });
  child.on('error', (error) => stop(`${script} could not be started: ${error.message}`));

  // A terminal sends Ctrl-C to the child as well as to us; a second one would read as impatience.
  const atTerminal = [0, 1, 2].some((fd) => isatty(fd));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => (signal === 'SIGINT' && atTerminal) || child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

const [script, ...args] = process.argv.slice(2);
if (!script) stop('Say which script to start: node setup/run.mjs SCRIPT [arguments]');
else if (script === '--install') install();
else if (script === '--installed') noteInstalled();
else start(script, args);
