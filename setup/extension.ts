// Getting an unpacked extension into a browser, and its id.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { Browser } from './candidates.ts';

/** `flag`: on the command line. `protocol`: over the DevTools protocol, once the browser runs. */
export type WayIn = 'flag' | 'protocol';

/**
 * Chrome itself ignores --load-extension since 137 (Chromium and Chrome for Testing keep it), and Edge is built the
 * same way. The protocol's way needs the pipe, which Playwright uses, and a flag of its own.
 */
export function wayIn({ brand, version }: Pick<Browser, 'brand' | 'version'>): WayIn {
  const major = Number.parseInt(version, 10);
  return (brand === 'chrome' || brand === 'edge') && !(major < 137) ? 'protocol' : 'flag';
}

/** What the command line must hold; Playwright's own --disable-extensions is lifted by the second flag, or taken away. */
export function extensionFlags(way: WayIn, dir: string): { args: string[]; without: string[] } {
  if (way === 'flag') return { args: [`--load-extension=${dir}`, `--disable-extensions-except=${dir}`], without: [] };
  return { args: ['--enable-unsafe-extension-debugging'], without: ['--disable-extensions'] };
}

/** The folder's real path; throws where it holds no extension. */
export function extensionAt(dir: string): string {
  if (existsSync(join(dir, 'manifest.json'))) return realpathSync(dir);
  throw new Error(`There is no extension in ${dir}.\nTo build it, type: npm run build`);
}

/**
 * The id that Chromium gives an unpacked extension: half of the SHA-256 of the manifest's public key, or of the
 * folder's path where there is none, with the hexadecimal digits written as letters from a to p.
 */
export function unpackedId(dir: string, key: string | undefined, platform: NodeJS.Platform): string {
  const path = Buffer.from(dir, platform === 'win32' ? 'utf16le' : 'utf8');
  const hash = createHash('sha256').update(key ? Buffer.from(key, 'base64') : path);
  const digits = hash.digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}

/** Loads the extension where the command line has not, and answers with its id. */
export async function loadExtension(context: BrowserContext, way: WayIn, dir: string): Promise<string> {
  if (way === 'flag') {
    const { key } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
    return unpackedId(dir, key, process.platform);
  }
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser has no protocol session to load the extension through.');
  const { id } = await session.send('Extensions.loadUnpacked', { path: dir });
  await session.detach();
  return id;
}
