import { navigate, type Visitor } from './navigation.ts';

/** The bodies left behind, as Turbo keeps them: clones, so elements come back without listeners and without shadow roots. */
const snapshots = new Map<string, HTMLElement>();
/** The address the document on screen belongs to; differs from location during a visit. */
let here = '';
let visits = 0;

function announce(name: string, detail: object = {}): void {
  document.dispatchEvent(new CustomEvent(`turbo:${name}`, { bubbles: true, detail }));
}

function key(address: string): string {
  return address.replace(/#.*$/, '');
}

/** Tells Turbo that an application has changed the address by itself. */
export function followAddress(): void {
  here = location.href;
}

/** GitHub's visits between applications and on classic pages. */
export const turbo: Visitor = {
  visit(url) {
    announce('before-visit', { url: url.href });
    announce('visit', { url: url.href, action: 'advance' });
    keep();
    history.pushState({ turbo: {} }, '', url);
    void load(url);
  },
  restore(url) {
    announce('visit', { url: url.href, action: 'restore' });
    keep();
    const snapshot = snapshots.get(key(url.href));
    if (!snapshot) return void load(url);
    visits += 1;
    // The snapshot stays in the cache: what is shown is a clone of the clone.
    render(snapshot.cloneNode(true) as HTMLElement);
  },
};

/** Puts a clone of what is on screen into the cache, under the address it belongs to. */
function keep(): void {
  announce('before-cache');
  snapshots.set(key(here), document.body.cloneNode(true) as HTMLElement);
}

async function load(url: URL): Promise<void> {
  visits += 1;
  const visit = visits;
  announce('before-fetch-request', { url });
  const response = await fetch(url, { headers: { accept: 'text/html' } });
  const text = await response.text();
  if (visit !== visits) return;
  if (response.redirected) history.replaceState({ turbo: {} }, '', response.url);
  const next = new DOMParser().parseFromString(text, 'text/html');
  mergeHead(next);
  render(document.adoptNode(next.body));
}

/** Title and the metas of the page are replaced; scripts and style sheets stay. */
function mergeHead(next: Document): void {
  document.title = next.title;
  for (const meta of document.head.querySelectorAll('meta[data-turbo-transient]')) meta.remove();
  for (const meta of next.head.querySelectorAll('meta[data-turbo-transient]')) document.head.append(document.adoptNode(meta));
}

function render(body: HTMLElement): void {
  announce('before-render', { newBody: body });
  document.body.replaceWith(body);
  here = location.href;
  scrollTo(0, 0);
  announce('render');
  announce('load', { url: location.href });
}

/** Binds Turbo to the first page. */
export function startTurbo(): void {
  here = location.href;
  window.__host.navigate = navigate;
  document.addEventListener('soft-nav:end', followAddress);
}
