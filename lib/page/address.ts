// Noticing that the address changed without a page load.

const POLL_MS = 500;

/**
 * Calls back when the address may have changed: after navigation inside the page, back and forward, and a page
 * that comes back from the browser's cache. The new address can already be read then; the page may still show the old.
 */
export function watchAddress(changed: (event?: Event) => void, signal: AbortSignal): void {
  // `navigate` comes before the address changes, `currententrychange` after.
  if ('navigation' in globalThis) navigation.addEventListener('currententrychange', changed, { signal });
  else {
    const timer = setInterval(changed, POLL_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
  addEventListener('popstate', changed, { signal });
  addEventListener('pageshow', changed, { signal });
}
