/** @jsxImportSource react */
import type { Ticket } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { useTick } from '../react/stir.ts';
import type { Switches } from '../switches.ts';
import { IssueBody } from './issue-body.tsx';
import { IssueHeader } from './issue-header.tsx';
import { IssueSidebar } from './issue-sidebar.tsx';

interface Props {
  issue: Ticket;
  sidebar: Switches['sidebar'];
  openPane?: (number: number) => void;
}

/** The one viewer: on the issue page, in its side panel and in the Projects pane. */
export function IssueViewer({ issue, sidebar, openPane }: Props) {
  useTick();
  return (
    <div className={`primary-viewer ${m('IssueDetail-module__IssueDetailContainer')}`} data-testid="issue-viewer-container">
      <div className={m('IssueViewer-module__issueViewerContainer', 'IssueViewer-module__mainContainer')}>
        <IssueHeader issue={issue} />
        <div className={m('ContentWrapper-module__contentContainer')}>
          <div className={m('IssueViewer-module__contentAndSidebarWrapper')}>
            <div className={m('IssueViewer-module__contentArea')}>
              <IssueBody issue={issue} {...(openPane ? { openPane } : {})} />
            </div>
            <IssueSidebar issue={issue} sidebar={sidebar} />
          </div>
        </div>
      </div>
    </div>
  );
}
