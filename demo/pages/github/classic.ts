import { dayText, githubIssues, openedAt, type Ticket } from '../data.ts';
import { iconHtml } from '../icons.ts';
import { escapeHtml } from '../markup.ts';
import { proseOf } from '../prose.ts';
import { avatarHtml, classicSidebar, labelHtml } from './classic-sidebar.ts';
import { repositoryBar, repositoryMain } from './frame.ts';
import { repositoryFacts, type Page } from './head.ts';
import { databaseId } from './payload.ts';
import { findIssue, relatedTo } from './related.ts';
import { CLASSIC } from './route.ts';

const FACTS = repositoryFacts('azimuth-sample/classic', 940_000_002);

/** The Rails pages of azimuth-sample/classic, as GitHub Enterprise Server still sends them; undefined for other paths. */
export function answerClassic(path: string): Omit<Page, 'host' | 'path' | 'theme'> | undefined {
  if (path === `${CLASSIC}/issues`) return listPage();
  const number = new RegExp(`^${CLASSIC}/issues/(\\d+)$`).exec(path)?.[1];
  const issue = number === undefined ? undefined : findIssue(Number(number));
  return issue && issuePage(issue, path);
}

function issuePage(issue: Ticket, path: string): Omit<Page, 'host' | 'path' | 'theme'> {
  const facts = {
    ...FACTS,
    'route-pattern': '/_view_fragments/issues/show/:user_id/:repository/:id/issue_layout(.:format)',
    'selected-link': 'repo_issues',
    'hovercard-subject-tag': `issue:${databaseId(issue) + 1}`,
  };
  const content = `<div class="clearfix new-discussion-timeline js-check-all-container container-xl" data-pjax data-turbo-frame>
<div id="show_issue" class="js-issues-results js-socket-channel js-updatable-content" data-channel="stand-in">
${header(issue)}
<div id="discussion_bucket" class="Layout clearfix">
<div class="Layout-main">${discussion(issue)}</div>
<div class="Layout-sidebar">${classicSidebar(issue, `${path}/show_partial?partial=issues%2Fsidebar`)}</div>
</div></div></div>`;
  const title = `${issue.title} · Issue #${issue.number} · azimuth-sample/classic`;
  return { title, facts, body: repositoryBar('classic', 'Issues') + repositoryMain(content) };
}

function header(issue: Ticket): string {
  const title = escapeHtml(issue.title);
  const state = `<span title="Status: Open" class="State State--open d-flex flex-items-center">${iconHtml('open')} Open</span>`;
  return `<div id="partial-discussion-header" class="gh-header mb-3 js-details-container Details js-socket-channel js-updatable-content issue" data-channel="stand-in">
<div class="gh-header-show"><div class="gh-header-row">
<h1 class="gh-header-title"><bdi class="js-issue-title markdown-title">${title}</bdi> <span class="f1-light color-fg-muted">#${issue.number}</span></h1>
<div class="gh-header-actions"><button type="button" class="Button js-title-edit-button">Edit</button><a class="Button Button--primary" data-hotkey="c" href="${CLASSIC}/issues/new/choose">New issue</a></div>
</div></div>
<div class="gh-header-meta"><div>${state}</div><div><a class="author" href="/orgs/azimuth-sample/teams/${issue.team}">${issue.team}</a> opened this issue <relative-time datetime="${openedAt(issue)}">on ${dayText(issue)}</relative-time> · ${issue.comments} comments</div></div>
<div class="gh-header-sticky js-sticky" hidden>${state}<h1><a class="js-issue-title markdown-title" href="#top">${title}</a></h1></div>
</div>`;
}

function discussion(issue: Ticket): string {
  const prose = proseOf(issue);
  const lines = (items: readonly string[]) => `<ul>${items.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  const related = relatedTo(issue.number)
    .map((one) => `<li><a href="${CLASSIC}/issues/${one.number}">${escapeHtml(one.title)}</a> #${one.number}</li>`)
    .join('');
  return `<div class="js-quote-selection-container"><div class="js-discussion ml-0">
<div class="timeline-comment js-command-palette-issue-body"><div class="timeline-comment-header">${avatarHtml(issue.team)} <strong>${issue.team}</strong> commented on ${dayText(issue)}</div>
<div class="comment-body markdown-body js-comment-body"><p>${escapeHtml(prose.problem)}</p><h3>Proposal</h3>${lines(prose.proposal)}<h3>What we know</h3><p>${escapeHtml(prose.known)}</p>${lines(prose.facts)}<h3>Related</h3><ul>${related}</ul></div></div>
<div class="TimelineItem js-timeline-item"><span class="State State--closed" title="Status: Closed">${iconHtml('closed')} Closed</span> <span>design-team mentioned this on 16 Nov in <a href="${CLASSIC}/issues/1801">Remove the old editor</a></span></div>
<div class="timeline-comment"><div class="timeline-comment-header">${avatarHtml('design-team')} <strong>design-team</strong> commented on 19 Nov</div><div class="comment-body markdown-body"><p>${escapeHtml(prose.reply)}</p></div></div>
<form class="js-new-comment-form"><textarea aria-label="Comment body" placeholder="Leave a comment" rows="4"></textarea><div><button type="button" class="btn">Close issue</button> <button type="button" class="btn btn-primary">Comment</button></div></form>
</div></div>`;
}

function listPage(): Omit<Page, 'host' | 'path' | 'theme'> {
  const rows = githubIssues.slice(0, 25).map(row).join('\n');
  const content = `<div class="container-xl"><div class="subnav"><input class="form-control subnav-search-input" aria-label="Search all issues" data-hotkey="s,/" value="is:issue is:open"><a class="btn btn-primary" href="${CLASSIC}/issues/new/choose">New issue</a></div>
<div class="Box"><div class="Box-header" id="js-issues-toolbar"><b>${iconHtml('open')} 30 Open</b> <span>412 Closed</span></div>
<div aria-label="Issues" role="group" data-issue-and-pr-hovercards-enabled><div class="js-navigation-container js-active-navigation-container">${rows}</div></div></div></div>`;
  const facts = { ...FACTS, 'route-pattern': '/:user_id/:repository/issues(.:format)', 'selected-link': 'repo_issues' };
  return { title: 'Issues · azimuth-sample/classic', facts, body: repositoryBar('classic', 'Issues') + repositoryMain(content) };
}

/** A classic row, with the second link to the same issue that covers it on narrow screens. */
function row(issue: Ticket): string {
  const href = `${CLASSIC}/issues/${issue.number}`;
  return `<div id="issue_${issue.number}" class="Box-row Box-row--focus-gray js-navigation-item js-issue-row" data-id="${databaseId(issue) + 1}">
<a class="mobile-cover" href="${href}" aria-hidden="true" tabindex="-1"></a>
<span class="tooltipped tooltipped-e" aria-label="Open issue">${iconHtml('open')}</span>
<div class="flex-auto min-width-0"><a id="issue_${issue.number}_link" class="Link--primary v-align-middle no-underline h4 js-navigation-open markdown-title" data-hovercard-type="issue" data-hovercard-url="${href}/hovercard" href="${href}">${escapeHtml(issue.title)}</a>
<span class="lh-default">${issue.labels.map((name) => labelHtml(name)).join(' ')}</span>
<div class="text-small color-fg-muted"><span class="opened-by">#${issue.number} opened <relative-time datetime="${openedAt(issue)}">on ${dayText(issue)}</relative-time> by <a class="Link--muted" href="/orgs/azimuth-sample/teams/${issue.team}">${issue.team}</a></span></div></div>
<div class="AvatarStack AvatarStack--right"><div class="AvatarStack-body">${avatarHtml(issue.team)}</div></div>
<a class="Link--muted" href="${href}#issuecomment-1" aria-label="${issue.comments} comments">${iconHtml('comment')} ${issue.comments}</a>
</div>`;
}
