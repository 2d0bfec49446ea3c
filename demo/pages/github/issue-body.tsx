/** @jsxImportSource react */
import { Fragment, type ReactNode } from 'react';
import type { Ticket } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { proseOf } from '../prose.ts';
import { Icon } from '../react/icon.tsx';
import { subIssuesOf } from './related.ts';
import { issuePath } from './route.ts';
import { Avatar, Button, Day, LabelToken } from './small.tsx';

interface Props {
  issue: Ticket;
  /** Opens a sub-issue in the side panel; absent inside that panel. */
  openPane?: (number: number) => void;
}

/** The left column: what the issue says, its sub-issues, and what happened since. */
export function IssueBody({ issue, openPane }: Props) {
  const prose = proseOf(issue);
  return (
    <div data-testid="issue-viewer-issue-container">
      <div data-testid="issue-body" className={`react-issue-body ${m('IssueBody-module__body')}`} data-hpc="true">
        <h2 className="sr-only">Description</h2>
        <Post
          team={issue.team}
          said={
            <>
              opened{' '}
              <a href={`${issuePath(issue.number)}#issue-${issue.number}`}>
                <Day one={issue} />
              </a>
            </>
          }
        >
          <p>{prose.problem}</p>
          <h3>Proposal</h3>
          <ul>
            {prose.proposal.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <h3>What we know</h3>
          <p>{prose.known}</p>
          <ul>
            {prose.facts.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Post>
        {openPane ? <SubIssues issue={issue} openPane={openPane} /> : null}
      </div>
      <div data-testid="issue-timeline-container" className={m('Timeline-module__timeline')}>
        <Event team={issue.team}>
          added{' '}
          {issue.labels.map((name) => (
            <Fragment key={name}>
              <LabelToken name={name} />{' '}
            </Fragment>
          ))}
          <Day one={issue} />
        </Event>
        <Event team="design-team">
          added this to <b>Planner roadmap</b> on 16 Nov
        </Event>
      </div>
      <div data-testid={`comment-viewer-outer-box-${issue.number}`} className="react-issue-comment">
        <Post team="design-team" said="on 19 Nov">
          <p>
            {prose.reply} See <a href={issuePath(subIssuesOf(issue.number)[0]?.number ?? 1)}>the earlier discussion</a>.
          </p>
        </Post>
      </div>
      <NewComment />
    </div>
  );
}

function Post({ team, said, children }: { team: string; said: ReactNode; children: ReactNode }) {
  return (
    <div className={m('Post-module__box')}>
      <div className={m('ActivityHeader-module__activityHeader')}>
        <Avatar team={team} />
        <a className={m('ActivityHeader-module__author')} href={`/orgs/azimuth-sample/teams/${team}`}>
          {team}
        </a>
        <span>{said}</span>
      </div>
      <div className={`markdown-body ${m('NewMarkdownViewer-module__safe-html-box')}`} data-testid="markdown-body">
        {children}
      </div>
    </div>
  );
}

function Event({ team, children }: { team: string; children: ReactNode }) {
  return (
    <div className={m('TimelineRow-module__row')}>
      <Avatar team={team} size={24} />
      <span>
        <b>{team}</b> {children}
      </span>
    </div>
  );
}

function SubIssues({ issue, openPane }: { issue: Ticket; openPane: (number: number) => void }) {
  return (
    <section className={m('SubIssuesList-module__list')} aria-label="Sub-issues" data-testid="sub-issues-issue-container">
      <h3 className={m('SubIssuesList-module__heading')}>Sub-issues</h3>
      {subIssuesOf(issue.number).map((sub) => (
        <div key={sub.number} className={m('SubIssueRow-module__row')}>
          <Icon name="open" />
          <a
            className={m('SubIssueTitle-module__link')}
            href={issuePath(sub.number)}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              openPane(sub.number);
            }}
          >
            {sub.title}
          </a>
          <span>#{sub.number}</span>
        </div>
      ))}
    </section>
  );
}

function NewComment() {
  return (
    <section className={m('CommentBox-module__box')} aria-label="Add a comment">
      <h2>Add a comment</h2>
      <textarea aria-label="Markdown value" placeholder="Use Markdown to format your comment" rows={4} />
      <div>
        <Button>Close issue</Button> <Button primary>Comment</Button>
      </div>
    </section>
  );
}
