/** @jsxImportSource react */
import { type ReactNode, useEffect, useState } from 'react';
import { jiraClass as j } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import type { IconName } from '../icons.ts';
import { PATHS, type JiraRoute } from './route.ts';

const PLACES: readonly [name: string, icon: IconName, path: string][] = [
  ['For you', 'person', '/jira/for-you'],
  ['Recent', 'clock', '/jira/recent'],
  ['Starred', 'star', '/jira/starred'],
  ['Plans', 'calendar', '/jira/plans'],
];

const TABS: readonly [name: string, path: string, kind: string][] = [
  ['Summary', '/jira/software/c/projects/PLN/summary', 'summary'],
  ['Backlog', PATHS.backlog, 'backlog'],
  ['Board', PATHS.board, 'board'],
  ['List', PATHS.list, 'list'],
  ['All work', PATHS.navigator, 'navigator'],
];

/** Top bar, side bar and the head of the project around what is shown. */
export function Frame({ route, children }: { route: JiraRoute; children: ReactNode }) {
  // As on the real site, much is only known to the client: the server draws no count, the woken page does.
  const [unread, setUnread] = useState(0);
  useEffect(() => setUnread(3), []);
  return (
    <>
      <header className={j('top')} data-testid="page-layout.top-nav">
        <button type="button" className={j('icon-button')} aria-label="Switch sites or apps">
          <Icon name="grid" />
        </button>
        <a className={j('logo')} href="/jira/for-you">
          <span className={j('mark')} aria-hidden="true" /> Jira
        </a>
        <div className={j('search')}>
          <Icon name="search" />
          <input aria-label="Search" placeholder="Search" data-testid="search-dialog-input" />
        </div>
        <button type="button" className={j('create')} data-testid="atlassian-navigation--create-button">
          <Icon name="plus" /> Create
        </button>
        <span className={j('spring')} />
        <button type="button" className={j('icon-button')} aria-label={unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'}>
          <Icon name="bell" />
        </button>
        <button type="button" className={j('icon-button')} aria-label="Settings">
          <Icon name="gear" />
        </button>
      </header>
      <nav className={j('side')} aria-label="Sidebar" data-testid="page-layout.side-nav">
        {PLACES.map(([name, icon, path]) => (
          <a key={name} href={path}>
            <Icon name={icon} /> {name}
          </a>
        ))}
        <h2>Spaces</h2>
        <a href="/browse/PLN" aria-current="true">
          <span className={j('space')} aria-hidden="true">
            P
          </span>{' '}
          Planner
        </a>
        <h2>Apps</h2>
        <a href="/jira/apps">
          <Icon name="hexagon" /> Explore apps
        </a>
      </nav>
      <div data-layout-slot="true" role="main" className={j('main')} data-testid="page-layout.main">
        {route.kind === 'issue' ? null : <Head route={route} />}
        {children}
      </div>
    </>
  );
}

function Head({ route }: { route: JiraRoute }) {
  return (
    <div className={j('head')}>
      <div className={j('crumb')}>
        <a href="/jira/projects">Spaces</a>
      </div>
      <div className={j('title')}>
        <span className={j('space')} aria-hidden="true">
          P
        </span>
        <h1>Planner</h1>
      </div>
      <div className={j('tabs')} role="navigation" aria-label="Space navigation">
        {TABS.map(([name, path, kind]) => (
          <a key={name} href={path} aria-current={kind === route.kind ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </div>
    </div>
  );
}
