import { useEffect, useRef, useState } from 'react';
import { openedSwitches } from '../switches.ts';
import { registerApp } from './navigation.ts';
import { findIssue } from './related.ts';
import { OWNER, parseIssuesRoute, type IssuesRoute } from './route.ts';

function announce(name: 'start' | 'payload' | 'end' | 'react-done'): void {
  document.dispatchEvent(new CustomEvent(`soft-nav:${name}`));
}

/** What the tab says; the rest of the head stays as the first page left it. */
function titleOf(route: IssuesRoute): string {
  if (route.kind === 'list') return `Issues · ${OWNER}/planner`;
  return `${findIssue(route.number)?.title ?? 'GitHub'} · Issue #${route.number} · ${OWNER}/planner`;
}

/**
 * The application's route, and its soft navigation: the address changes at once, the document `lag` later, with the
 * events GitHub dispatches around both. A newer navigation overtakes an older one.
 */
export function useSoftRoute(initial: IssuesRoute): IssuesRoute {
  const [route, setRoute] = useState(initial);
  const navigating = useRef(false);
  useEffect(() => {
    const { lag } = openedSwitches();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unregister = registerApp({
      owns: (url) => parseIssuesRoute(url.pathname, url.search) !== undefined,
      go(url, how) {
        clearTimeout(timer);
        announce('start');
        if (how === 'push') history.pushState({ app: 'issues-react' }, '', url);
        timer = setTimeout(() => {
          announce('payload');
          navigating.current = true;
          const next = parseIssuesRoute(url.pathname, url.search);
          if (next) setRoute(next);
        }, lag);
      },
    });
    return () => {
      clearTimeout(timer);
      unregister();
    };
  }, []);
  useEffect(() => {
    if (!navigating.current) return;
    navigating.current = false;
    document.title = titleOf(route);
    announce('end');
    requestAnimationFrame(() => announce('react-done'));
  }, [route]);
  return route;
}
