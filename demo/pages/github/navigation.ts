/** A React application on the page: which addresses are its own, and how it goes to one. */
export interface App {
  owns(url: URL): boolean;
  /** Shows an address; for 'push' it writes the history entry itself. */
  go(url: URL, how: 'push' | 'pop'): void;
}

/** Everything an application does not own: GitHub's Turbo, set by the client. */
export interface Visitor {
  visit(url: URL): void;
  restore(url: URL): void;
}

let app: App | undefined;
let visitor: Visitor | undefined;

/** Makes an application the one that is asked first; returns how to take it back. */
export function registerApp(next: App): () => void {
  app = next;
  return () => {
    if (app === next) app = undefined;
  };
}

/** Goes to an address as a click on a link does: by the application, else by Turbo. */
export function navigate(href: string): void {
  const url = new URL(href, location.href);
  if (app?.owns(url)) app.go(url, 'push');
  else if (visitor) visitor.visit(url);
  else location.assign(url);
}

/** Binds links and history of the whole page. */
export function startNavigation(turbo: Visitor): void {
  visitor = turbo;
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || link.target || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    navigate(link.href);
  });
  window.addEventListener('popstate', () => {
    const url = new URL(location.href);
    if (app?.owns(url)) app.go(url, 'pop');
    else turbo.restore(url);
  });
}
