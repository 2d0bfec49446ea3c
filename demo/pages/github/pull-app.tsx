/** @jsxImportSource react */
import { dayText } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { iconHtml } from '../icons.ts';
import { escapeHtml } from '../markup.ts';
import { Icon } from '../react/icon.tsx';
import { useSeconds } from '../react/clock.ts';
import { useGeneration, useTick } from '../react/stir.ts';
import { avatarHtml, classicSidebar, section } from './classic-sidebar.ts';
import { findPull, type Pull } from './pulls.ts';
import { findIssue } from './related.ts';
import { issuePath, REPO } from './route.ts';
import { Button } from './small.tsx';

export function pullTitle(pull: Pull): string {
  return `${pull.title} by ${pull.team} · Pull Request #${pull.number} · azimuth-sample/planner`;
}

/** A pull request of 2026: header and layout are React's, discussion and sidebar are partials that Rails renders. */
export function PullApp({ number }: { number: number }) {
  const generation = useGeneration();
  useTick();
  const pull = findPull(number);
  if (!pull) return null;
  return (
    <div className={m('PullRequestLayout-module__container')}>
      <PullHeader pull={pull} />
      <div className={m('PullRequestLayout-module__columns')} key={generation}>
        <Partial name="Timeline" html={timeline(pull)} />
        <div id="pr-conversation-sidebar" className={m('ConversationSidebar-module__sidebar')}>
          <Partial name="Sidebar" html={sidebar(pull)} />
        </div>
      </div>
    </div>
  );
}

/** HTML of Rails inside the React tree: React does not look into it, live updates replace it. */
function Partial({ name, html }: { name: string; html: string }) {
  // oxlint-disable-next-line react/no-danger -- made above, every text in it escaped
  return <rails-partial data-partial-name={`pullRequestsConversationsRoute.${name}`} dangerouslySetInnerHTML={{ __html: html }} />;
}

function PullHeader({ pull }: { pull: Pull }) {
  const seconds = useSeconds(3);
  const state = (
    <span className={m('prc-StateLabel-StateLabel')} data-status="pullOpened" data-size="medium">
      <Icon name="pull" /> Open
    </span>
  );
  return (
    <div className={m('PullRequestHeader-module__header')}>
      <div className={m('prc-PageHeader-PageHeader', 'HeaderViewer-module__headerContainer')}>
        <div className={m('prc-PageHeader-TitleArea')} data-component="TitleArea">
          <h1 className={m('prc-PageHeader-Title')} data-component="PH_Title" data-hidden="false">
            <bdi className="markdown-title">{pull.title}</bdi>
            {'\u00a0'}
            <span className={m('PullRequestHeader-module__number')}>
              #{pull.number}
              <button type="button" className="sr-only">
                Edit title
              </button>
            </span>
          </h1>
        </div>
        <div className={m('prc-PageHeader-Actions')} data-component="PH_Actions">
          <Button>Edit</Button>
        </div>
      </div>
      <div className={m('HeaderMetadata-module__metadataContainer')}>
        {state}
        <span>
          {pull.team} wants to merge 3 commits into <code>main</code> from <code>{pull.branch}</code> · checked{' '}
          {seconds === 0 ? 'just now' : `${seconds} seconds ago`}
        </span>
      </div>
      <div className={m('PullRequestHeader-module__sticky')} hidden>
        {state}
        <h2 data-component="PH_Title">
          <a className="markdown-title" href="#top">
            {pull.title}
          </a>
        </h2>
      </div>
      <nav className={m('PullRequestHeader-module__tabs')} aria-label="Pull request navigation tabs">
        {['Conversation', 'Commits', 'Checks', 'Files changed'].map((name, index) => (
          <a
            key={name}
            href={`${REPO}/pull/${pull.number}${['', '/commits', '/checks', '/changes'][index]}`}
            aria-current={index === 0 ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
    </div>
  );
}

function timeline(pull: Pull): string {
  const closed = findIssue(pull.closes);
  return `<div class="pull-discussion-timeline js-pull-discussion-timeline"><div class="timeline-comment js-command-palette-pull-body"><div class="timeline-comment-header">${avatarHtml(pull.team)} <strong>${pull.team}</strong> commented on ${dayText(pull)}</div><div class="comment-body markdown-body js-comment-body"><p>Closes <a class="issue-link js-issue-link" href="${issuePath(pull.closes)}">#${pull.closes}</a>: ${escapeHtml(closed?.title ?? '')}.</p><p>Behind a flag; the numbers of the first week go into the issue.</p></div></div>
<div class="TimelineItem">${iconHtml('branch')} <span>design-team approved these changes on 21 Nov</span></div>
<form class="js-new-comment-form"><textarea aria-label="Comment body" placeholder="Add your comment here" rows="4"></textarea><div><button type="button" class="btn">Close pull request</button> <button type="button" class="btn btn-primary">Comment</button></div></form></div>`;
}

function sidebar(pull: Pull): string {
  const closed = findIssue(pull.closes);
  const issue = `<p>Merging this pull request closes</p><div class="my-1"><a class="Link--primary" href="${issuePath(pull.closes)}">${iconHtml('open')} ${escapeHtml(closed?.title ?? '')}</a></div>`;
  const development = section('Development', issue, 'sidebar-development js-discussion-development-item');
  const reviewers = section('Reviewers', `${avatarHtml('design-team')} design-team`, 'sidebar-reviewers');
  const rest = classicSidebar(pull, `${REPO}/pull/${pull.number}/show_partial?partial=pull_requests%2Fsidebar`, development);
  return rest.replace(
    '<div class="discussion-sidebar-item sidebar-assignee',
    `${reviewers}<div class="discussion-sidebar-item sidebar-assignee`,
  );
}
