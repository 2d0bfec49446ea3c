import { startDeploy } from '../deploy.ts';
import { rerender, wipe } from '../react/stir.ts';
import { openedSwitches } from '../switches.ts';
import { startLiveUpdates, wipeClassic } from './live.ts';
import { startNavigation } from './navigation.ts';
import { ReactAppElement } from './react-app.tsx';
import { startTurbo, turbo } from './turbo.ts';

const environment = document.getElementById('client-env')?.textContent ?? '{}';
startDeploy((JSON.parse(environment) as { deploy: string }).deploy);
openedSwitches();
startNavigation(turbo);
startTurbo();
startLiveUpdates();
window.__host.rerender = rerender;
window.__host.wipe = () => {
  wipe();
  wipeClassic();
};
customElements.define('react-app', ReactAppElement);
