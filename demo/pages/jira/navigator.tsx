/** @jsxImportSource react */
import { jiraItems, type Ticket } from '../data.ts';
import { jiraClass as j } from '../deploy.ts';
import { useGeneration, useTick } from '../react/stir.ts';
import { browsePath } from './route.ts';
import { Lozenge, TeamAvatar, TypeIcon } from './small.tsx';
import { keyOf, statusOf } from './tickets.ts';

const CELL = 'native-issue-table.common.ui.issue-cells';

/** The table of the navigator and of a project's list. */
export function Navigator({ kind }: { kind: 'list' | 'navigator' }) {
  const generation = useGeneration();
  useTick();
  return (
    <div className={j('table-frame')} data-testid="native-issue-table.ui.scroll-container.scroll-container">
      {kind === 'navigator' ? (
        <div className={j('jql')}>
          <input aria-label="JQL query" defaultValue="project = PLN ORDER BY rank" data-testid="jql-editor-input" />
          <button
            type="button"
            className={j('button')}
            data-testid="issue-navigator.ui.refinement-bar.view-switcher.toggle-button.list-view"
            aria-pressed="true"
          >
            List
          </button>
        </div>
      ) : null}
      <table className={j('table')} aria-label="Work">
        <thead>
          <tr>
            <th>Work</th>
            <th>Assignee</th>
            <th>Status</th>
            <th>Story points</th>
            <th>Created</th>
          </tr>
        </thead>
        <tbody key={generation}>
          {jiraItems.slice(0, 50).map((item, index) => (
            <Row key={item.number} item={item} index={index} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item, index }: { item: Ticket; index: number }) {
  const key = keyOf(item);
  return (
    <tr
      data-testid="native-issue-table.ui.issue-row"
      role="row"
      aria-selected="false"
      aria-rowindex={index + 1}
      data-index={index}
      data-vc="issue-row"
      tabIndex={-1}
    >
      <td>
        <div className={j('merged')} data-vc="merged-cell" data-testid="native-issue-table.ui.row.issue-row.merged-cell">
          <TypeIcon one={item} />
          <div data-testid={`${CELL}.issue-key.action-container`}>
            <a
              aria-label={`${key} is not resolved`}
              data-testid={`${CELL}.issue-key.issue-key-cell`}
              data-is-router-link="true"
              href={browsePath(key)}
              target="_self"
            >
              {key}
            </a>
          </div>
          <div className={j('row-title')} data-testid={`${CELL}.issue-summary.action-container`}>
            <span data-testid={`${CELL}.issue-summary.issue-summary-cell`}>{item.title}</span>
          </div>
        </div>
      </td>
      <td>
        <div className={j('merged')}>
          <TeamAvatar team={item.team} /> {item.team}
        </div>
      </td>
      <td>
        <Lozenge status={statusOf(item)} index={2} />
      </td>
      <td>{item.points ?? 'None'}</td>
      <td>{item.day} Nov 2026</td>
    </tr>
  );
}
