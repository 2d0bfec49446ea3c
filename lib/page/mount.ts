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
 * What a page's script could do to the form by events, the root being open: only what a person does counts, and
 * nobody resets. One way stays, since it is also that of people's text expanders: `execCommand` types into the box
 * that has the focus. It is seen there, and nothing but a person's press saves it.
 */
const FORGEABLE = ['click', 'input', 'change', 'submit', 'reset'];

/**
 * Makes the element of the panel, or of the editor of a row, not yet in the page. The root is open: with a closed one a page cannot tell that
 * somebody is typing, and fires its shortcuts.
 */
export function makeElement(document: Document, css: string, name = 'azimuth-panel'): Mounted {
  const element = document.createElement(name);
  const root = element.attachShadow({ mode: 'open' });
  dress(root, css);
  // A newer copy of this script asks whether anybody is still behind this panel.
  element.addEventListener('alive', (event) => event.preventDefault());
  for (const type of POINTER) element.addEventListener(type, (event) => event.stopPropagation());
  const drop = (event: Event): void => {
    if (event.isTrusted && event.type !== 'reset') return;
    // Lists are set by script by those who help people to use a page as well. It is seen, and only a press saves it.
    if (event.target instanceof HTMLSelectElement && event.type !== 'reset') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    putBack(root);
  };
  for (const type of FORGEABLE) root.addEventListener(type, drop, { capture: true });
  return { element, root };
}

/** Adds a style sheet to a root; the page's content policy has no say in it. */
export function dress(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/**
 * Takes what a script has written out of our controls again: nobody shall see in a box what is not going to be stored.
 * Each control says in `data-held` what the form holds for it.
 */
function putBack(root: ShadowRoot): void {
  for (const control of root.querySelectorAll<HTMLInputElement>('[data-held]')) {
    const { held = '' } = control.dataset;
    if (control.type === 'radio') control.checked = control.value === held;
    else if (control.value !== held) control.value = held;
  }
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
