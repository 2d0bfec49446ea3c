// Our element in somebody else's page: one element, one shadow root, one constructed sheet, nothing in <head>.

export interface Mounted {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

// What a press on us means is ours to say: a host that closes its dialog on an outside click must not hear of it.
const POINTER = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'touchstart',
  'touchend',
  'contextmenu',
  'dragstart',
];

/**
 * Makes the panel's element, not yet in the page. The root is open: with a closed one a page cannot tell that
 * somebody is typing, and fires its shortcuts.
 */
export function makeElement(document: Document, css: string): Mounted {
  const element = document.createElement('azimuth-panel');
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  for (const type of POINTER) element.addEventListener(type, (event) => event.stopPropagation());
  // A page can press our buttons by script, the root being open; only a person's press counts.
  root.addEventListener(
    'click',
    (event) => {
      if (event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  return { element, root };
}

/** Calls back once the page has a body: scripts brought in early run before there is one. */
export function withBody(document: Document, signal: AbortSignal, ready: () => void): void {
  if (document.body) return ready();
  const observer = new MutationObserver(() => {
    if (!document.body) return;
    observer.disconnect();
    ready();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
