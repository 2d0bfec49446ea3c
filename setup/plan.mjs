// What has to be decided before a script can start: whether to install, under which Node, and which Node runs it.
// Pure, and in the syntax of Node 18, because it runs before anything is installed.
import { createHash } from 'node:crypto';

/** npm under an older Node leaves out the native parts of the bundler and the linter, without a word. */
const INSTALLS_NATIVE_PARTS = [22, 12];
/** Runs .ts files as they are and has node:sqlite without a flag. */
const RUNS_OUR_SCRIPTS = [24, 0];

/** Whether `version` ("v22.12.0") is `major.minor` or newer. */
export function atLeast(version, [major, minor]) {
  const [a, b] = version.replace(/^v/, '').split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

/** A fingerprint of everything that decides what npm installs: the lockfile, the wanted packages, the machine's kind. */
export function stampOf(lockText, packageText, machine) {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(packageText);
  const wanted = JSON.stringify([machine, lockText, dependencies, devDependencies, optionalDependencies, overrides]);
  return createHash('sha256').update(wanted).digest('hex');
}

/** The exact version of Node that package.json asks for. */
export function pinnedNode(packageText) {
  const { devDependencies, optionalDependencies } = JSON.parse(packageText);
  return { ...devDependencies, ...optionalDependencies }.node;
}

/**
 * Who has to install: `nobody`, `this` (the Node that runs us), `pinned` (the project's Node, fetched by npm), or
 * `user`, when npm may not run the script that puts the project's Node in place and the running one is too old.
 */
export function whoInstalls({ stamp, wanted, node, running, ignoresScripts }) {
  if (stamp === wanted && node !== 'none') return 'nobody';
  if (!atLeast(running, RUNS_OUR_SCRIPTS) && ignoresScripts()) return 'user';
  return canInstall(running) ? 'this' : 'pinned';
}

/** Whether npm under this Node installs everything. */
export const canInstall = (version) => atLeast(version, INSTALLS_NATIVE_PARTS);

/** Whether an install that the user typed was done by a Node that installs everything; npm says so in its user agent. */
export function installedInFull(userAgent = '') {
  const [, version] = /\bnode\/(v\d+\.\d+)/.exec(userAgent) ?? [];
  return version !== undefined && canInstall(version);
}

/** Which Node runs the script: the project's `local` one where it works, else the `running` one if it is new enough. */
export function whichNode({ localWorks, running }) {
  if (localWorks) return 'local';
  return atLeast(running, RUNS_OUR_SCRIPTS) ? 'running' : 'none';
}

/** npm's arguments that run `command` under the project's Node. */
export const underPinnedNode = (version, command) => ['exec', '--yes', `--package=node@${version}`, '--', 'node', ...command];

/** How to call npm: on Windows it is a .cmd file, which only a shell can start, and a shell wants one quoted line. */
export function npmCall(args, platform) {
  if (platform !== 'win32') return { command: 'npm', args, shell: false };
  const quoted = args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg));
  return { command: ['npm.cmd', ...quoted].join(' '), args: [], shell: true };
}

/** A copy of `env` with `folder` first on PATH, whatever the case that Windows gives its name. */
export function firstOnPath(env, folder, separator) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [name]: env[name] ? folder + separator + env[name] : folder };
}

const INSTALL_NODE = `install Node ${RUNS_OUR_SCRIPTS[0]} or newer (https://nodejs.org) and give the same command again.`;

/** What to say where npm is set to ignore-scripts. */
export function scriptsIgnored({ pinned, running, platform }) {
  const allow = platform === 'win32' ? 'set npm_config_ignore_scripts=false&& ' : 'npm_config_ignore_scripts=false ';
  return [
    `Your npm is set to ignore-scripts, so it cannot put Node ${pinned} in place; this is Node ${running.slice(1)}.`,
    `To allow it this once, type: ${allow}npm start`,
    `Or ${INSTALL_NODE}`,
  ];
}

/** What to say where the install under the fetched Node came to nothing; npm's own words stand above it. */
export const notFetched = ({ pinned, running }) => [
  `The dependencies could not be installed from Node ${running.slice(1)}.`,
  'Where npm says above that it cannot reach its registry, mend that and give the same command again.',
  `Where it has no Node ${pinned} for this kind of machine, ${INSTALL_NODE}`,
];

/** What to say where npm has installed and there still is no Node to start scripts with. */
export const noNode = ({ pinned, running }) => [
  `npm has no Node ${pinned} for this kind of machine, and Node ${running.slice(1)} is too old.`,
  `Please ${INSTALL_NODE}`,
];
