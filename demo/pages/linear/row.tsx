/** @jsxImportSource react */
import { dayText, type Ticket } from '../data.ts';
import { linearClass as l } from '../deploy.ts';
import { avatarSource } from '../github/avatar.ts';
import { Icon } from '../react/icon.tsx';
import { issuePath, keyOf, stateOf, uuidOf, type State } from './issues.ts';
import { StateIcon } from './state-icon.tsx';

export function GroupRow({ state, count }: { state: State; count: number }) {
  return (
    <div className={l('GroupRow')} data-list-row="true" data-list-key={`GROUP_${state.replace(' ', '_')}`} style={{ height: 44 }}>
      <StateIcon state={state} /> {state} <span>{count}</span>
    </div>
  );
}

/** A row: a link that is one line of the list's grid. An element more in it takes a column. */
export function IssueRow({ issue, first, onActive }: { issue: Ticket; first: boolean; onActive: (issue: Ticket) => void }) {
  return (
    <a
      className={l('Row')}
      href={issuePath(issue)}
      tabIndex={0}
      draggable={false}
      data-first-in-group={first}
      data-selected="false"
      data-active="false"
      data-keyboard-active="false"
      data-apply-background="false"
      data-list-key={`ITEM_${uuidOf(issue)}`}
      data-list-row="true"
      style={{ height: 44 }}
      onPointerEnter={() => onActive(issue)}
    >
      <div data-contextual-menu="true" className={l('RowGrid')}>
        <div data-menu-open="false">
          <Icon name="bars" size={14} label="Medium Priority" />
        </div>
        <span data-column-id="issueId">
          <span>{keyOf(issue)}</span>
        </span>
        <div data-menu-open="false">
          <StateIcon state={stateOf(issue)} />
        </div>
        <span className={l('RowTitle')}>
          <span>{issue.title}</span>
        </span>
        <div className={l('RowChips')}>
          {issue.labels.slice(0, 1).map((name) => (
            <span key={name} className={l('Chip')}>
              <span className={l('Dot')} />
              {name}
            </span>
          ))}
        </div>
        <span className={l('RowDay')}>{dayText(issue)}</span>
        <img src={avatarSource(issue.team)} width={18} height={18} alt={issue.team} />
      </div>
    </a>
  );
}
