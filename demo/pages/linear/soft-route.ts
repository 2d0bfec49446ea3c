import { useCallback, useEffect, useRef, useState } from 'react';
import { openedSwitches } from '../switches.ts';
import { parseLinearRoute, titleOf, type LinearRoute } from './route.ts';

/** Route, navigation and announcement: pushState, `lag` later the view, and after its commit the announcer's text. */
export function useSoftRoute(): { route: LinearRoute; announced: string; go: (path: string) => void } {
  const [route, setRoute] = useState(() => parseLinearRoute(location.pathname));
  const [announced, setAnnounced] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback(() => {
    clearTimeout(timer.current);
    const path = location.pathname;
    timer.current = setTimeout(() => setRoute(parseLinearRoute(path)), openedSwitches().lag);
  }, []);
  const go = useCallback(
    (path: string) => {
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
    // The announcer speaks after the view is there, in a commit of its own.
    const later = setTimeout(() => setAnnounced(`Navigated to ${titleOf(route)}`), 0);
    return () => clearTimeout(later);
  }, [route]);
  return { route, announced, go };
}
