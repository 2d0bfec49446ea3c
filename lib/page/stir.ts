// The first signs of life of a server-rendered page, which come before the panel is there to see them.

const ENOUGH = 200;

/** Notes the elements in which something changed once the page was parsed, the first few hundred of them. */
export function noteStirs(stirred: Node[], signal: AbortSignal): void {
  const observer = new MutationObserver((records) => {
    for (const { target } of records) if (stirred.push(target) > ENOUGH) observer.disconnect();
  });
  const start = (): void => observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { signal });
  else start();
  signal.addEventListener('abort', () => observer.disconnect());
}
