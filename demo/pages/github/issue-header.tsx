/** @jsxImportSource react */
import type { Ticket } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { useSeconds } from '../react/clock.ts';
import { Button, StateLabel } from './small.tsx';

/** Title, number, state and actions; and the copy of them that sticks to the top. */
export function IssueHeader({ issue }: { issue: Ticket }) {
  return (
    <>
      <div className={m('ContentWrapper-module__contentContainer')}>
        <div aria-label="Header" role="region" data-testid="issue-header">
          <div className={m('prc-PageHeader-PageHeader', 'HeaderViewer-module__headerContainer')}>
            <div className={m('prc-PageHeader-TitleArea', 'HeaderViewer-module__PageHeader_TitleArea')} data-component="TitleArea">
              <h1
                className={m('prc-PageHeader-Title', 'HeaderViewer-module__PageHeader_Title')}
                data-component="PH_Title"
                data-hidden="false"
              >
                <bdi className={`markdown-title ${m('HeaderViewer-module__VerifiedHTMLBox')}`} data-testid="issue-title">
                  {issue.title}
                </bdi>
                {'\u00a0'}
                <span className={m('HeaderViewer-module__issueNumberText')}>#{issue.number}</span>
              </h1>
            </div>
            <div className={m('prc-PageHeader-Actions', 'HeaderViewer-module__PageHeader_Actions')} data-component="PH_Actions">
              <div className={m('HeaderMenu-module__menuActionsContainer')}>
                <Button>Edit</Button>
                <div className={m('HeaderMenu-module__buttonContainer')}>
                  <Button primary>New issue</Button>
                </div>
                <Button icon="link" label="Copy link" />
              </div>
            </div>
          </div>
        </div>
      </div>
      <div className={m('ContentWrapper-module__contentContainer')}>
        <div data-testid="issue-metadata-fixed" className={m('HeaderMetadata-module__metadataContainer')}>
          <StateLabel closed={issue.closed} />
          <Updated issue={issue} />
        </div>
      </div>
      <div data-testid="issue-metadata-sticky" className={m('HeaderMetadata-module__stickyContainer')} hidden>
        <StateLabel closed={issue.closed} small />
        <a className={m('StickyHeaderTitle-module__stickyTitleLink')} href="#top">
          <bdi className="markdown-title" data-testid="issue-title-sticky">
            {issue.title}
          </bdi>
        </a>
        <span className={m('StickyHeaderTitle-module__issueNumberText')}>#{issue.number}</span>
      </div>
    </>
  );
}

/** Rewrites its text every few seconds, so that the page is never quite still. */
function Updated({ issue }: { issue: Ticket }) {
  const seconds = useSeconds(3);
  return (
    <span className={m('HeaderMetadata-module__updated')}>
      {issue.comments + 1} comments · updated {seconds === 0 ? 'just now' : `${seconds} seconds ago`}
    </span>
  );
}
