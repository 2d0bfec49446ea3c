// The browser's extension API for page scripts, without the polyfill: promises are native in every browser
// this extension runs in.
type Api = Pick<typeof chrome, 'runtime' | 'i18n'>;

export const api: Api = (globalThis as { browser?: Api }).browser ?? chrome;

/** False once the extension was reloaded or updated: everything else on `api` throws from then on. */
export function alive(): boolean {
  try {
    return Boolean(api.runtime?.id);
  } catch {
    return false;
  }
}
