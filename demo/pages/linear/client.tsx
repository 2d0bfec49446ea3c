/** @jsxImportSource react */
import { startDeploy } from '../deploy.ts';
import { renderFresh } from '../react/mount.ts';
import { rerender, wipe } from '../react/stir.ts';
import { openedSwitches } from '../switches.ts';
import { LinearApp } from './app.tsx';

const BOOTS_AFTER_MS = 300;

startDeploy(document.documentElement.dataset['build'] ?? '');
const { slow } = openedSwitches();
window.__host.wipe = wipe;
window.__host.rerender = rerender;
setTimeout(() => {
  const root = document.getElementById('root');
  if (!root) return;
  renderFresh(root, <LinearApp />);
  // The splash goes once the first view is there, in two steps as on the live page.
  requestAnimationFrame(() => document.body.classList.add('content-loaded', 'is-bootstrapped'));
  setTimeout(() => document.body.classList.add('loaded'), 100);
}, slow ?? BOOTS_AFTER_MS);
