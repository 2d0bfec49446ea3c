// Puts the extension into Firefox: for the session, as developers do, or to stay, as users have it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import type { Wire } from './firefox-wire.ts';

/** A browser that takes none to stay but signed ones says so by this constant of its build. */
const SIGNED_ONLY = "ChromeUtils.importESModule('resource://gre/modules/AppConstants.sys.mjs').AppConstants.MOZ_REQUIRE_SIGNING";

/** The folder as one file, as the browser keeps it. */
function packed(dir: string): string {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const entries = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(dir, path).replaceAll(sep, '/'), new Uint8Array(readFileSync(path))];
  });
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 0 })).toString('base64');
}

/** Whether it is there from an earlier start of the browser, which begins it after its window: that is waited for. */
const started = (id: string): string => `(() => {
  const policy = WebExtensionPolicy.getByID(${JSON.stringify(id)});
  const look = (begun) => (policy.extension?.wakeupBackground ? begun(true) : setTimeout(look, 20, begun));
  return policy ? new Promise(look) : false;
})()`;

/**
 * Installs it, unless it is there from an earlier start.
 * @param id the extension's own, of its manifest
 * @param staying whether it shall outlive the session, and keep with it what the user allowed
 * @returns whether it does
 * @throws with what Firefox says
 */
export async function install(wire: Wire, id: string, dir: string, staying: boolean): Promise<boolean> {
  if (!staying || (await wire.evaluate(SIGNED_ONLY, 'browser'))) {
    await wire.send('webExtension.install', { extensionData: { type: 'path', path: dir } });
    return false;
  }
  if (!(await wire.evaluate(started(id), 'browser')))
    await wire.send('webExtension.install', { 'moz:permanent': true, extensionData: { type: 'base64', value: packed(dir) } });
  return true;
}
