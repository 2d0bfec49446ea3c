// A screen for a window where there is none: what is asked of the machine, and what is said where it cannot be had.
import { describe, expect, it } from 'vitest';
import { openDisplay } from '../../setup/display.ts';
import { here, type Ran, type Surroundings } from '../../setup/surroundings.ts';

const ended = (code: number): Ran => ({ code, stdout: '', stderr: '', wentSilent: false });

function machine(programs: readonly string[], more: Partial<Surroundings> = {}) {
  const there = new Set(programs);
  const ran: string[] = [];
  const around: Partial<Surroundings> = {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    uid: 0,
    exists: (path) => there.has(path),
    executable: (path) => there.has(path),
    run: async (command, args) => {
      ran.push([command, ...args].join(' '));
      return ended(1);
    },
    log: () => {},
    ...more,
  };
  return { around, ran };
}

describe('a display', () => {
  it('is looked for on Linux only', async () => {
    for (const platform of ['darwin', 'win32'] as const)
      expect(await openDisplay({ platform })).toEqual({ missing: 'a virtual display is to be had on Linux only' });
  });

  it('says what to type where its programs are missing and may not be installed', async () => {
    const { around, ran } = machine(['/usr/bin/apt-get'], { uid: 1000 });
    expect(await openDisplay(around)).toEqual({ missing: expect.stringContaining('sudo apt-get install xvfb xdotool') });
    expect(ran).toEqual([]);
  });

  it('has them installed where we may, each only if it is missing', async () => {
    const { around, ran } = machine(['/usr/bin/apt-get', '/usr/bin/Xvfb']);
    expect(await openDisplay(around)).toHaveProperty('missing');
    expect(ran.filter((line) => line.includes('install')).map((line) => line.split(' ').at(-1))).toEqual(['xdotool']);
  });

  it('starts where it can, and says so where it cannot', async () => {
    const { around } = machine(['/usr/bin/xdotool', '/bin/false'], { env: { PATH: '/usr/bin' } });
    const broken = { ...around, executable: (path: string) => path === '/usr/bin/xdotool' || path === '/usr/bin/Xvfb' };
    const opened = await openDisplay({ ...broken, run: here.run });
    // Where a real Xvfb is installed it starts; its name is a number, and its first pixels are black.
    if ('display' in opened) {
      expect(opened.display.name).toMatch(/^:\d+$/);
      expect(new Set(opened.display.pixels([0, 0, 2, 2]))).toEqual(new Set([0]));
      opened.display.close();
    } else expect(opened.missing).toBe('Xvfb did not start');
  });
});
