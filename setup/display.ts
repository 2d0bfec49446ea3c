// A screen that nobody sees, and hands for it: what the browser itself draws (its question for a permission, its
// toolbar) can be reached only where there is a real window. Linux only, by Xvfb and xdotool.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath } from './browserPlaces.ts';
import { installPackage } from './candidates.ts';
import { here, type Surroundings } from './surroundings.ts';

/** Of the screen: left, top, width, height, px. */
export type Part = readonly [x: number, y: number, width: number, height: number];

export interface Display {
  /** For DISPLAY. */
  readonly name: string;
  /** Presses keys one after the other in the window that has the focus, by X's names: `Tab`, `Return`, `shift+Tab`. */
  press(...keys: string[]): Promise<void>;
  /** Clicks at a point of the screen, px. */
  click(x: number, y: number): Promise<void>;
  /** The pixels of a part of the screen, four bytes each: how what the browser itself draws is seen. */
  pixels(part: Part): Buffer;
  close(): void;
}

const SIZE = '1280x900x24';
const STARTS_WITHIN_MS = 10_000;
const PRESS_SILENCE = 10_000;

const found = (program: string, around: Surroundings): string | undefined => onPath(program, around).find(around.executable);

async function program(name: string, packageName: string, megabytes: number, around: Surroundings): Promise<string | undefined> {
  const there = found(name, around);
  if (there || !(await installPackage(packageName, megabytes, around))) return there;
  return found(name, around);
}

export type Opened = { readonly display: Display } | { readonly missing: string };

/** Opens a screen of 1280 by 900, or says in words why there is none. Installs Debian's packages where we may. */
export async function openDisplay(given: Partial<Surroundings> = {}): Promise<Opened> {
  const around = { ...here, ...given };
  if (around.platform !== 'linux') return { missing: 'a virtual display is to be had on Linux only' };
  const server = await program('Xvfb', 'xvfb', 10, around);
  const hands = await program('xdotool', 'xdotool', 1, around);
  if (!server || !hands) return { missing: 'Xvfb and xdotool are not installed; to install them, type: sudo apt-get install xvfb xdotool' };

  const folder = mkdtempSync(join(tmpdir(), 'azimuth-display-'));
  // It takes a number that is free, and says which; what is on the screen is in a file.
  const args = ['-displayfd', '1', '-screen', '0', SIZE, '-nolisten', 'tcp', '-fbdir', folder];
  const process = spawn(server, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const close = (): void => {
    process.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const number = await new Promise<string | undefined>((resolve) => {
    const late = setTimeout(resolve, STARTS_WITHIN_MS, undefined);
    const end = (text?: string): void => {
      clearTimeout(late);
      resolve(text);
    };
    process.stdout.setEncoding('utf8').once('data', (text: string) => end(text.trim()));
    process.once('error', () => end());
    process.once('exit', () => end());
  });
  if (!number) {
    close();
    return { missing: 'Xvfb did not start' };
  }
  const name = `:${number}`;
  const run = async (...args: string[]): Promise<void> => {
    const { code, stderr } = await around.run(hands, args, { silence: PRESS_SILENCE, env: { DISPLAY: name } });
    if (code !== 0) throw new Error(`xdotool ${args.join(' ')} failed: ${stderr.trim()}`);
  };
  return {
    display: {
      name,
      close,
      pixels: (part) => pixelsIn(readFileSync(join(folder, 'Xvfb_screen0')), part),
      press: (...keys) => run('key', '--clearmodifiers', '--delay', '150', ...keys),
      click: (x, y) => run('mousemove', String(x), String(y), 'click', '1'),
    },
  };
}

/** A part of an XWD picture: a header of 32-bit numbers, a table of colours, the lines. */
function pixelsIn(picture: Buffer, [x, y, width, height]: Part): Buffer {
  const number = (field: number): number => picture.readUInt32BE(field * 4);
  const [headerBytes, lineBytes, colours] = [number(0), number(12), number(19)];
  const start = headerBytes + colours * 12 + x * 4;
  const lines = Array.from({ length: height }, (_, i) => start + (y + i) * lineBytes);
  return Buffer.concat(lines.map((line) => picture.subarray(line, line + width * 4)));
}
