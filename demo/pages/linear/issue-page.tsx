/** @jsxImportSource react */
import type { Ticket } from '../data.ts';
import { linearClass as l } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { IssueView } from './issue-view.tsx';
import { issuePath, keyOf, WORKSPACE } from './issues.ts';
import { Rail } from './rail.tsx';

/** The page of an issue: header, view in the second grid column, property rail in the third. */
export function IssuePage({ issue }: { issue: Ticket }) {
  return (
    <>
      <header className={l('Header')}>
        <a href={`${WORKSPACE}/team/PLN/overview`} aria-label="Team overview">
          <span className={l('TeamMark')} aria-hidden="true">
            P
          </span>{' '}
          Planner
        </a>
        <span>›</span>
        <a href={`${WORKSPACE}/team/PLN/all`} aria-label="All issues">
          Issues
        </a>
        <span>›</span>
        <a href={issuePath(issue)} className={l('Here')}>
          {keyOf(issue)} {issue.title}
        </a>
        <button type="button" role="switch" aria-label="Add to favorites" aria-checked="false">
          <Icon name="star" size={14} />
        </button>
        <button type="button" aria-label="Issue options" aria-haspopup="menu">
          <Icon name="dots" size={14} />
        </button>
      </header>
      <div className={l('Scroll')} data-restore-scroll-view="issue-view" data-scroll-container="true" tabIndex={0}>
        <div className={l('Grid')}>
          <div className={l('Margin')} />
          <IssueView issue={issue} />
          <Rail issue={issue} />
        </div>
      </div>
    </>
  );
}
