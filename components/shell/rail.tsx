// The rail: whose numbers these are, and the way to each view.
import { formatNumber } from '../../lib/impact/shown.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { SyncLine } from '../../lib/phrases/sync.ts';
import { say, type Word } from '../../lib/say.ts';
import { hashOf, type Route, type View } from '../../lib/state/route.ts';
import { Mark } from '../chart/mark.tsx';
import { SyncState } from '../team/sync-line.tsx';
import { Icon, type IconName } from './icons.tsx';

export interface RailProps {
  readonly route: Route;
  readonly frameworks: readonly Framework[];
  /** `undefined` when there is none, or a new one is in the making. */
  readonly chosen: Framework | undefined;
  readonly answers: number;
  /** The framework's form holds something that is not stored. */
  readonly unsaved: boolean;
  /** How it stands with the team. */
  readonly sync: SyncLine;
  readonly onChoose: (id: string) => void;
  readonly onRemoveSample: () => void;
}

const NAMES: Readonly<Record<View, Word>> = {
  status: 'shellStatus',
  backlog: 'shellBacklog',
  decisions: 'overviewDecisions',
  sweep: 'sweep',
  framework: 'shellFramework',
  data: 'shellData',
  team: 'team',
  settings: 'shellSettings',
};
export const viewName = (view: View): string => say(NAMES[view]);

/** What a link keeps of the present address: the framework looked at. */
const kept = ({ params }: Route): Record<string, string | undefined> => ({
  framework: params['framework'] === 'new' ? undefined : params['framework'],
});

export function Rail({ route, frameworks, chosen, answers, unsaved, sync, onChoose, onRemoveSample }: RailProps) {
  const link = (view: View, icon: IconName, mark?: { readonly text: string; readonly name: string } | undefined) => (
    <a href={hashOf(view, kept(route))} aria-current={route.view === view ? 'page' : undefined} title={viewName(view)}>
      <Icon name={icon} />
      <span class="name">{viewName(view)}</span>
      {mark && (
        <span class="count">
          <span aria-hidden="true">{mark.text}</span>
          <span class="quiet">{mark.name}</span>
        </span>
      )}
    </a>
  );
  return (
    <header class="rail">
      <div class="whose">
        <Mark size={20} />
        <Whose frameworks={frameworks} chosen={chosen} onChoose={onChoose} />
      </div>
      {frameworks.some(({ sample }) => sample) && (
        <div class="sample">
          {chosen?.sample && <span class="tag">{say('shellSample')}</span>}
          <button type="button" class="link small" onClick={onRemoveSample}>
            {say('shellRemoveSample')}
          </button>
        </div>
      )}
      <nav aria-label={say('shellViews')}>
        {link('status', 'status')}
        {link('backlog', 'backlog', answers > 0 ? { text: formatNumber(answers), name: say('shellAnswers', answers) } : undefined)}
        {link('decisions', 'decisions')}
        {link('sweep', 'sweep')}
        {link('framework', 'framework', unsaved ? { text: '●', name: say('shellUnsaved') } : undefined)}
        {link('data', 'exchange')}
        <hr />
        {link('team', 'team')}
        {link('settings', 'settings')}
      </nav>
      <a class="foot micro muted" href={hashOf('team', kept(route))}>
        <Icon name="device" />
        <SyncState line={sync} />
      </a>
    </header>
  );
}

function Whose({ frameworks, chosen, onChoose }: Pick<RailProps, 'frameworks' | 'chosen' | 'onChoose'>) {
  if (frameworks.length < 2)
    return (
      <span class="name cut strong" title={chosen?.name}>
        {chosen?.name ?? 'Azimuth'}
      </span>
    );
  return (
    <select
      class="name cut strong"
      aria-label={say('shellChoose')}
      value={chosen?.id ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {!chosen && <option value="">{say('frameNew')}</option>}
      {frameworks.map(({ id, name, sample }) => (
        <option key={id} value={id}>
          {/* The mark below says it already, unless two have one name. */}
          {sample && frameworks.some((other) => other.id !== id && other.name === name) ? say('shellSampleNamed', name) : name}
        </option>
      ))}
    </select>
  );
}
