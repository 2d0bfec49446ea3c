/** @jsxImportSource react */
import type { ReactNode } from 'react';
import type { Root } from 'react-dom/client';
import { useEffect } from 'react';
import { hydrate, renderFresh } from '../react/mount.ts';
import { openedSwitches, type Switches } from '../switches.ts';
import { IssuesApp } from './issues-app.tsx';
import { Board } from './board.tsx';
import { PullApp } from './pull-app.tsx';
import { parseIssuesRoute } from './route.ts';

/** What the server writes for the element, next to the payload: enough to render the same HTML again. */
export interface AppPayload {
  path: string;
  search: string;
  sidebar: Switches['sidebar'];
}

/** The application of an `app-name`, for an address. */
export function appFor(name: string, { path, search, sidebar }: AppPayload): ReactNode {
  if (name === 'projects') return <Board search={search} />;
  if (name === 'pull-requests') return <PullApp number={Number(/\/pull\/(\d+)/.exec(path)?.[1])} />;
  return <IssuesApp initial={parseIssuesRoute(path, search) ?? { kind: 'list', page: 1 }} sidebar={sidebar} />;
}

/** GitHub's island element: hydrates its server HTML, then says `loaded`. */
export class ReactAppElement extends HTMLElement {
  #root: Root | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    // Turbo can bring the element back as a clone of a rendered one; there is nothing to hydrate then.
    const rendered = this.classList.contains('loaded');
    this.classList.remove('loaded');
    const delay = openedSwitches().slow ?? 0;
    this.#timer = setTimeout(() => this.#mount(rendered), delay);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    const root = this.#root;
    // React must not be unmounted from inside its own commit.
    queueMicrotask(() => root?.unmount());
  }

  #mount(rendered: boolean): void {
    const container = this.querySelector('[data-target="react-app.reactRoot"]');
    const embedded = this.querySelector('script[data-target="react-app.embeddedData"]')?.textContent;
    if (!container || !embedded) return;
    const payload = (JSON.parse(embedded) as { appPayload: AppPayload }).appPayload;
    const current = rendered ? { ...payload, path: location.pathname, search: location.search } : payload;
    const app = <Loaded element={this}>{appFor(this.getAttribute('app-name') ?? '', current)}</Loaded>;
    this.#root = rendered ? renderFresh(container, app) : hydrate(container, app);
  }
}

function Loaded({ element, children }: { element: HTMLElement; children: ReactNode }) {
  useEffect(() => element.classList.add('loaded'), [element]);
  return children;
}
