/** @jsxImportSource react */
import type { MouseEvent } from 'react';
import { linearClass as l } from '../deploy.ts';
import { Inbox } from './inbox.tsx';
import { IssuePage } from './issue-page.tsx';
import { List } from './list.tsx';
import { Sidebar } from './sidebar.tsx';
import { useSoftRoute } from './soft-route.ts';

/** Linear's client: nothing of it is in the server's HTML. */
export function LinearApp() {
  const { route, announced, go } = useSoftRoute();
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    go(link.getAttribute('href') ?? '/');
  };
  return (
    <div className="theme-provider-30df9d" style={{ display: 'contents' }} onClick={onClick}>
      <div className={l('Layout')}>
        <Sidebar route={route} />
        <div id="mainLayoutContainer" className={l('Main')}>
          <div id="routeContentContainer" className={l('Route')}>
            <main className={l('View')}>
              <div id="skip-nav" />
              {route.kind === 'issue' ? <IssuePage issue={route.issue} /> : null}
              {route.kind === 'list' ? <List name={route.name} /> : null}
              {route.kind === 'inbox' ? <Inbox /> : null}
              {route.kind === 'missing' ? <p className={l('Missing')}>There is nothing here.</p> : null}
              <div id="portalLayoutRoot" />
            </main>
          </div>
        </div>
      </div>
      <section aria-label="Notifications alt+T" aria-live="polite" tabIndex={-1} />
      <span role="status" aria-live="polite" className={l('Hidden')}>
        {announced}
      </span>
    </div>
  );
}
