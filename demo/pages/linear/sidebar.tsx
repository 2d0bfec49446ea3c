/** @jsxImportSource react */
import { linearClass as l } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import type { IconName } from '../icons.ts';
import { WORKSPACE } from './issues.ts';
import type { LinearRoute } from './route.ts';

const OWN: readonly [name: string, icon: IconName, path: string][] = [
  ['Inbox', 'inbox', `${WORKSPACE}/inbox/priority`],
  ['My issues', 'person', `${WORKSPACE}/my-issues/assigned`],
];

const TEAM: readonly [name: string, icon: IconName, path: string][] = [
  ['Issues', 'tasks', `${WORKSPACE}/team/PLN/active`],
  ['Backlog', 'backlog', `${WORKSPACE}/team/PLN/backlog`],
  ['Projects', 'hexagon', `${WORKSPACE}/team/PLN/projects/all`],
  ['Views', 'table', `${WORKSPACE}/team/PLN/views/issues`],
];

export function Sidebar({ route }: { route: LinearRoute }) {
  const here = route.kind === 'inbox' ? 'Inbox' : route.kind === 'list' && route.name === 'My issues' ? 'My issues' : 'Issues';
  return (
    <nav className={l('Sidebar')} aria-label="Sidebar">
      <button type="button" className={l('Workspace')} data-contextual-menu="true">
        <span aria-hidden="true">A</span> Azimuth sample <Icon name="down" size={12} />
      </button>
      {OWN.map(([name, icon, path]) => (
        <a key={name} href={path} className={l('SideLink')} data-active={name === here}>
          <Icon name={icon} size={14} /> {name}
        </a>
      ))}
      <div className={l('SideHead')}>Your teams</div>
      <div className={l('SideTeam')}>
        <span aria-hidden="true">P</span> Planner
      </div>
      {TEAM.map(([name, icon, path]) => (
        <a key={name} href={path} className={l('SideLink', 'SideDeep')} data-active={name === here}>
          <Icon name={icon} size={14} /> {name}
        </a>
      ))}
    </nav>
  );
}
