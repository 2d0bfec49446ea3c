/** @jsxImportSource react */
import { startDeploy } from '../deploy.ts';
import { SHORTCUT } from '../probe/window.ts';
import { hydrate } from '../react/mount.ts';
import { rerender, wipe } from '../react/stir.ts';
import { openedSwitches } from '../switches.ts';
import { JiraApp } from './app.tsx';
import { parseJiraRoute } from './route.ts';

const HYDRATES_AFTER_MS = 150;

startDeploy(document.querySelector<HTMLMetaElement>('meta[name="ajs-build-stamp"]')?.content ?? '');
const { slow } = openedSwitches();
const opened = new URL(location.href);
window.__host.wipe = wipe;
window.__host.rerender = rerender;
window.addEventListener(SHORTCUT, (event) => {
  if ((event as CustomEvent<string>).detail === 'search')
    document.querySelector<HTMLInputElement>('[data-testid="search-dialog-input"]')?.focus();
});
setTimeout(() => {
  const container = document.getElementById('jira-frontend');
  const initial = parseJiraRoute(opened.pathname, opened.search);
  if (container && initial) hydrate(container, <JiraApp initial={initial} />);
}, slow ?? HYDRATES_AFTER_MS);
