import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingFrom } from '../../setup/lockfile.ts';

describe('the lockfile', () => {
  it('names every optional package, or npm ci of npm 11.6 and later refuses it; to mend, type: node setup/lockfile.ts', () => {
    const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
    expect(Object.keys(missingFrom(packages))).toEqual([]);
  });
});

describe('missingFrom', () => {
  const tool = { version: '1.2.3', dev: true };

  it('describes the machine that a missing package is for', () => {
    const optionalDependencies = {
      '@t/linux-x64-musl': '1.2.3',
      '@t/binding-win32-x64-msvc': '1.2.3',
      '@t/binding-linux-arm-gnueabihf': '1.2.3',
    };
    expect(missingFrom({ 'node_modules/tool': { ...tool, optionalDependencies } })).toEqual({
      'node_modules/@t/linux-x64-musl': { version: '1.2.3', dev: true, optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
      'node_modules/@t/binding-win32-x64-msvc': { version: '1.2.3', dev: true, optional: true, os: ['win32'], cpu: ['x64'] },
      'node_modules/@t/binding-linux-arm-gnueabihf': {
        version: '1.2.3',
        dev: true,
        optional: true,
        os: ['linux'],
        cpu: ['arm'],
        libc: ['glibc'],
      },
    });
  });
  it('finds a package in the own folder and further out', () => {
    const optionalDependencies = { inner: '1.0.0', outer: '1.0.0' };
    const entries = {
      'node_modules/a/node_modules/tool': { ...tool, optionalDependencies },
      'node_modules/a/node_modules/tool/node_modules/inner': {},
      'node_modules/a/node_modules/outer': {},
    };
    expect(missingFrom(entries)).toEqual({});
  });
});
