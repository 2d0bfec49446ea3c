import { describe, expect, it } from 'vitest';
import * as plan from '../../setup/plan.mjs';

describe('who installs', () => {
  const given = { stamp: 'old', wanted: 'new', node: 'local' as const, running: 'v24.21.0', ignoresScripts: () => false };

  it('nobody, when the stamp is current and there is a Node to use', () => {
    const askNpm = () => expect.unreachable('asking npm costs a third of a second at every start');
    expect(plan.whoInstalls({ ...given, stamp: 'new', ignoresScripts: askNpm })).toBe('nobody');
    expect(plan.whoInstalls({ ...given, stamp: 'new', node: 'running' })).toBe('nobody');
  });
  it('this Node, where npm under it installs the native parts too', () => {
    expect(plan.whoInstalls(given)).toBe('this');
    expect(plan.whoInstalls({ ...given, stamp: undefined, node: 'none', running: 'v22.12.0' })).toBe('this');
  });
  it.each(['v18.20.4', 'v20.20.2', 'v22.11.0'])('the pinned Node, where %s started us', (running) => {
    expect(plan.whoInstalls({ ...given, node: 'none', running })).toBe('pinned');
  });
  it('somebody, where the stamp is current and the Node is gone', () => {
    expect(plan.whoInstalls({ ...given, stamp: 'new', node: 'none', running: 'v20.20.2' })).toBe('pinned');
  });
  it('the user, where npm ignores scripts and our own Node is too old', () => {
    const ignoring = { ...given, ignoresScripts: () => true };
    expect(plan.whoInstalls({ ...ignoring, running: 'v22.12.0' })).toBe('user');
    expect(plan.whoInstalls(ignoring)).toBe('this');
  });
});

describe('which Node', () => {
  it("runs the script: the project's, else a new enough one, else none", () => {
    expect(plan.whichNode({ localWorks: true, running: 'v18.0.0' })).toBe('local');
    expect(plan.whichNode({ localWorks: false, running: 'v24.0.0' })).toBe('running');
    expect(plan.whichNode({ localWorks: false, running: 'v23.11.0' })).toBe('none');
  });
  it('is pinned, among the wanted packages of either kind', () => {
    expect(plan.pinnedNode('{"devDependencies":{"node":"24.21.0"}}')).toBe('24.21.0');
    expect(plan.pinnedNode('{"devDependencies":{},"optionalDependencies":{"node":"24.21.0"}}')).toBe('24.21.0');
  });
  it('installed, when the user typed npm ci', () => {
    expect(plan.installedInFull('npm/9.2.0 node/v18.20.4 linux x64 workspaces/false')).toBe(false);
    expect(plan.installedInFull('npm/11.19.1 node/v22.12.0 linux x64 workspaces/false')).toBe(true);
    expect(plan.installedInFull()).toBe(false);
  });
});

describe('the stamp', () => {
  const now = plan.stampOf('lock', '{"version":"1","scripts":{"a":"1"},"dependencies":{"idb":"8.0.4"}}', 'linux-x64');

  it('stays, when package.json changes what npm does not install', () => {
    expect(plan.stampOf('lock', '{"version":"2","scripts":{},"dependencies":{"idb":"8.0.4"}}', 'linux-x64')).toBe(now);
  });
  it('changes with the lockfile, a wanted version, an override and the kind of machine', () => {
    const others = [
      plan.stampOf('lock2', '{"dependencies":{"idb":"8.0.4"}}', 'linux-x64'),
      plan.stampOf('lock', '{"dependencies":{"idb":"8.0.5"}}', 'linux-x64'),
      plan.stampOf('lock', '{"dependencies":{"idb":"8.0.4"},"overrides":{"a":"1"}}', 'linux-x64'),
      plan.stampOf('lock', '{"dependencies":{"idb":"8.0.4"}}', 'darwin-arm64'),
    ];
    expect(new Set([now, ...others]).size).toBe(5);
  });
});

describe('Windows', () => {
  it('gets one quoted line for its shell', () => {
    const { command, args, shell } = plan.npmCall(plan.underPinnedNode('24.21.0', ['C:\\My Work\\run.mjs', '--install']), 'win32');
    expect(command).toBe('npm.cmd exec --yes --package=node@24.21.0 -- node "C:\\My Work\\run.mjs" --install');
    expect([args, shell]).toEqual([[], true]);
  });
  it('keeps its own spelling of PATH', () => {
    expect(plan.firstOnPath({ Path: 'C:\\a' }, 'C:\\b', ';')).toEqual({ Path: 'C:\\b;C:\\a' });
    expect(plan.firstOnPath({}, '/b', ':')).toEqual({ PATH: '/b' });
  });
  it('is told to allow scripts in its own way', () => {
    const given = { pinned: '24.21.0', running: 'v20.20.2' };
    expect(plan.scriptsIgnored({ ...given, platform: 'win32' }).join('\n')).toContain('set npm_config_ignore_scripts=false&& npm start');
    expect(plan.scriptsIgnored({ ...given, platform: 'linux' }).join('\n')).toContain('type: npm_config_ignore_scripts=false npm start');
  });
});
