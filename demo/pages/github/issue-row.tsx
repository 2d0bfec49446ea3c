/** @jsxImportSource react */
import { dayText, openedAt, type Ticket } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { issuePath } from './route.ts';
import { Avatar, LabelToken } from './small.tsx';

/** A row of the 2025 ListView; the `li` is not a child of the `ul`, as on the live page. */
export function IssueRow({ issue }: { issue: Ticket }) {
  return (
    <li role="listitem" tabIndex={0} className={m('ListItem-module__listItem')}>
      <div className={m('LeadingContent-module__container')} data-testid="list-row-state-icon">
        <Icon name="open" />
        <span className="sr-only">Status: Open.</span>
      </div>
      <div className={m('ListItem-module__main')}>
        <div className={m('Title-module__container')} data-listview-item-title-container="true">
          <h3 className={m('Title-module__heading', 'IssuePullRequestTitle-module__ListItemTitle_0')}>
            <span className={m('prc-Text-Text')}>
              <a
                className={m('IssuePullRequestTitle-module__ListItemTitle_1')}
                href={issuePath(issue.number)}
                data-testid="issue-pr-title-link"
              >
                {issue.title}
              </a>
            </span>
          </h3>
          <div className={m('Title-module__trailingBadges')}>
            {issue.labels.map((name) => (
              <span key={name} data-listview-component="trailing-badge">
                <LabelToken name={name} />
              </span>
            ))}
          </div>
        </div>
        <div className={m('Description-module__container')}>
          <span data-testid="list-row-repo-name-and-number">#{issue.number}</span>
          <span data-testid="created-at">
            {' · '}
            <a href={`/orgs/azimuth-sample/teams/${issue.team}`}>{issue.team}</a> opened{' '}
            <relative-time datetime={openedAt(issue)}>on {dayText(issue)}</relative-time>
          </span>
        </div>
      </div>
      <div className={m('MetadataContainer-module__container')}>
        <div data-testid="list-row-linked-pull-requests" />
        <div data-testid="list-row-comments">
          {issue.comments > 0 ? (
            <a href={`${issuePath(issue.number)}#issuecomment-1`} aria-label={`${issue.comments} comments`}>
              <Icon name="comment" /> {issue.comments}
            </a>
          ) : null}
        </div>
        <div data-testid="list-row-assignees">
          <Avatar team={issue.team} />
        </div>
      </div>
    </li>
  );
}
