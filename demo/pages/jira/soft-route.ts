import { useCallback, useEffect, useRef, useState } from 'react';
import { openedSwitches } from '../switches.ts';
import { parseJiraRoute, type JiraRoute } from './route.ts';
import { findItem } from './tickets.ts';

/** The tab's title; the server's HTML only says "Jira". */
function titleOf(route: JiraRoute): string {
  const item = findItem((route.kind === 'issue' ? route.key : route.selected) ?? '');
  return item ? `[PLN-${item.number}] ${item.title} - Jira` : `${route.kind === 'navigator' ? 'Search' : 'Planner'} - Jira`;
}

/** Route and soft navigation: pushState first, the document `lag` later; a newer navigation overtakes an older one. */
export function useSoftRoute(initial: JiraRoute): { route: JiraRoute; go: (path: string) => void } {
  const [route, setRoute] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback(() => {
    clearTimeout(timer.current);
    const next = parseJiraRoute(location.pathname, location.search);
    timer.current = setTimeout(() => next && setRoute(next), openedSwitches().lag);
  }, []);
  const go = useCallback(
    (path: string) => {
      if (!parseJiraRoute(...addressOf(path))) return location.assign(path);
      history.pushState({}, '', path);
      show();
    },
    [show],
  );
  useEffect(() => {
    window.__host.navigate = go;
    window.addEventListener('popstate', show);
    return () => window.removeEventListener('popstate', show);
  }, [go, show]);
  useEffect(() => {
    document.title = titleOf(route);
  }, [route]);
  return { route, go };
}

function addressOf(path: string): [path: string, search: string] {
  const url = new URL(path, location.href);
  return [url.pathname, url.search];
}
