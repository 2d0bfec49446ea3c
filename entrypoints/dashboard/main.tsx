// The dashboard: one page, a view for each address. Reads the database, has everything written by the background.
import './jitless.ts';
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/page/page.css';
import '../../components/chart/chart.css';
import '../../components/shell/shell.css';
import '../../components/backlog/backlog.css';
import '../../components/overview/overview.css';
import '../../components/compare/compare.css';
import '../../components/framework/framework.css';
import '../../components/framework/guide.css';
import '../../components/framework/models.css';
import '../../components/data/data.css';
import '../../components/settings/settings.css';
import '../../components/team/team.css';
import '../../components/sweep/page.css';
import { viewName } from '../../components/shell/rail.tsx';
import { Refused } from '../../components/shell/refused.tsx';
import { Shell } from '../../components/shell/shell.tsx';
import { syncLine } from '../../lib/phrases/sync.ts';
import { markLanguage } from '../../lib/say.ts';
import type { View } from '../../lib/state/route.ts';
import type { NamedTicket } from '../../lib/state/ticket-text.ts';
import { createBacklogRooms } from './backlog.tsx';
import { createData } from './data.tsx';
import { createDesk, type Room } from './desk.ts';
import { createFrameworkRoom } from './framework.tsx';
import { createSampleRemoval } from './sample.ts';
import { createSettings } from './settings.tsx';
import { focusHeading, listenForHelp, singleKeys } from './keyboard.ts';
import { createStatus } from './status.tsx';
import { createSweepRoom } from './sweep.tsx';
import { createTeamRoom, watchTeam } from './team.tsx';

const keys = signal(false);
const framework = createFrameworkRoom(() => desk);
const data = createData(() => desk);
const removal = createSampleRemoval(() => desk);
/** Tickets that the backlog asks to have answered. */
const toSweep = signal<readonly NamedTicket[] | undefined>(undefined);
const backlog = createBacklogRooms(
  () => desk,
  () => singleKeys.value,
  (tickets) => {
    toSweep.value = tickets.map(({ ticket, title = '' }) => ({ ticket, title }));
    desk.go('sweep', { framework: desk.route.value.params['framework'] });
  },
);
const rooms: Readonly<Record<View, Room>> = {
  status: createStatus(() => desk),
  ...backlog,
  sweep: createSweepRoom(
    () => desk,
    () => singleKeys.value,
    toSweep,
  ),
  framework,
  data,
  team: createTeamRoom(
    () => desk,
    () => watch,
  ),
  settings: createSettings(() => desk, { singleKeys, showKeys: () => (keys.value = true), removeSample: removal.ask }),
};
const desk = createDesk((view) => rooms[view]);
const watch = watchTeam(desk);

const rail = computed(() => ({
  route: desk.route.value,
  frameworks: desk.rows.value.map((row) => row.framework),
  chosen: desk.route.value.params['framework'] === 'new' ? undefined : desk.chosen.value?.framework,
  answers: desk.answers.value,
  unsaved: framework.unsaved(),
  sync: syncLine(watch.sync.value, watch.now.value),
  onChoose: (id: string) => desk.go(desk.route.value.view, { framework: id }),
  onRemoveSample: removal.ask,
}));

function Present() {
  const why = desk.refused.value;
  if (why) return <Refused why={why} onRetry={() => void desk.refresh()} />;
  return desk.ready.value ? <>{rooms[desk.route.value.view].draw()}</> : null;
}

markLanguage(document.documentElement);
render(
  <Shell rail={rail} toast={desk.toast} keys={keys} removing={removal.asked}>
    <Present />
  </Shell>,
  document.getElementById('dashboard') ?? document.body,
);

effect(() => {
  document.title = [viewName(desk.route.value.view), desk.chosen.value?.framework.name, 'Azimuth'].filter(Boolean).join(' · ');
});
let view = desk.route.value.view;
effect(() => {
  const next = desk.route.value.view;
  if (next === view) return;
  view = next;
  desk.toast.value = undefined;
  scrollTo(0, 0);
  focusHeading();
});
listenForHelp(keys);
// What another page stores meanwhile shows when this one is looked at again.
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void desk.look());
addEventListener('focus', () => void desk.look());
addEventListener('beforeunload', (event) => (framework.unsaved() || framework.storing() || data.storing()) && event.preventDefault());
void desk.refresh();
