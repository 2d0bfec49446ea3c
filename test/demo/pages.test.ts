import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../demo/pages/answer.ts';
import { openSites } from '../../demo/pages/sites.ts';

/** Selectors that hosts/*.md record, by page; what extensions hold on to must be on these pages as often as said. */
const SELECTORS: Record<string, Record<string, number>> = {
  'github.com/azimuth-sample/planner/issues/1842': {
    'react-app[app-name="issues-react"]:not(.loaded)': 1,
    'script[data-target="react-app.embeddedData"]': 1,
    '[data-testid="issue-viewer-container"]': 1,
    '[data-testid="issue-title"]': 1,
    '[data-testid="issue-title-sticky"]': 1,
    'h1[data-component="PH_Title"] .markdown-title': 1,
    '[data-testid="header-state"]': 2,
    '[class*="IssueSidebar-module__sidebarContent"]': 1,
    '[data-testid="sidebar-assignees-section"] img[alt="@growth-team"]': 1,
    '[data-testid="issue-labels"] [class*="TokenTextContainer"]': 2,
    '[data-testid="issue-type-container"]': 1,
    '[data-component="PH_Actions"] [class*="HeaderMenu-module__menuActionsContainer"]': 1,
    '.react-issue-body[data-testid="issue-body"]': 1,
    'meta[name="hovercard-subject-tag"]': 1,
    'meta[name="octolytics-dimension-repository_nwo"][content="azimuth-sample/planner"]': 1,
  },
  'github.com/azimuth-sample/planner/issues/1842?sidebar=2025': {
    '[data-testid="issue-viewer-metadata-container"] [data-testid="issue-viewer-metadata-pane"]': 1,
    '[class*="IssueSidebar-module__sidebarContent"]': 0,
  },
  'github.com/azimuth-sample/planner/issues/1842?sidebar=bare': {
    '[data-testid="issue-viewer-metadata-pane"]': 0,
    '[class*="IssueSidebar-module__sidebarContent"]': 0,
    'h3[class*="prc-Heading"]': 7,
  },
  'github.com/azimuth-sample/planner/issues': {
    'ul[data-listview-component="items-list"]': 1,
    'div[class*="ListItems-module__listItem"] > div[class*="IssueRow-module__row"] > li[role="listitem"]': 25,
    '[data-listview-item-title-container="true"] a[data-testid="issue-pr-title-link"]': 25,
    '[data-testid="list-row-repo-name-and-number"]': 25,
    '[class*="PinnedIssues-module__container"] a[class*="PinnedIssue-module__Link"]': 2,
    'nav[aria-label="Pagination"]': 1,
  },
  'github.com/azimuth-sample/planner/pulls': { 'ul > li a[data-testid="listitem-title-link"][data-hovercard-type="pull_request"]': 8 },
  'github.com/azimuth-sample/planner/pull/1940': {
    'react-app[app-name="pull-requests"]': 1,
    'h1[data-component="PH_Title"] .markdown-title': 1,
    'h2[data-component="PH_Title"]': 1,
    '[data-status="pullOpened"]': 2,
    '#pr-conversation-sidebar rails-partial[data-partial-name="pullRequestsConversationsRoute.Sidebar"] #partial-discussion-sidebar': 1,
    '.js-command-palette-pull-body': 1,
    '.js-issue-labels .IssueLabel[data-name="onboarding"]': 1,
  },
  'github.com/azimuth-sample/classic/issues/1842': {
    '#show_issue.js-issues-results': 1,
    '#partial-discussion-header h1.gh-header-title .js-issue-title': 1,
    '.js-issue-title': 2,
    '.gh-header-title .f1-light': 1,
    '.gh-header-meta .State': 1,
    '#partial-discussion-sidebar.js-updatable-content.js-socket-channel': 1,
    '.discussion-sidebar-item .discussion-sidebar-heading': 5,
    '.sidebar-assignee [data-assignee-name="growth-team"]': 1,
    'react-app': 0,
  },
  'github.com/azimuth-sample/classic/issues': {
    '.js-issue-row a.js-navigation-open.markdown-title[data-hovercard-type="issue"]': 25,
    '#issue_1842[data-id]': 1,
    '.opened-by': 25,
  },
  'github.com/orgs/azimuth-sample/projects/1': {
    'projects-v2#memex-root #memex-project-view-root #project-items-region': 1,
    '[data-board-column]': 4,
    '[data-board-card-id][data-hovercard-subject-tag^="issue:"] a[href*="/issues/"] h3': 56,
  },
  'github.com/azimuth-sample/planner': { '[data-testid="issue-title"]': 0, '#js-repo-pjax-container': 1 },
  'azimuth-sample.atlassian.net/browse/PLN-214': {
    'meta[name="ajs-cloud-id"]': 1,
    'body#jira[data-version] meta[name="application-name"][content="JIRA"]': 1,
    'a[data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item"][href="/browse/PLN-214"]': 1,
    'h1[data-testid="issue.views.issue-base.foundation.summary.heading"]': 1,
    h1: 2,
    '[data-testid="issue.views.issue-details.issue-layout.container-left"]': 1,
    '[data-testid="issue.views.issue-details.issue-layout.container-right"]': 1,
    '[data-testid="issue.views.issue-base.context.status-and-approvals-wrapper.status-and-approval"]': 1,
    '[data-testid="ref-spotlight-target-status-and-approval-spotlight"]': 1,
    '[data-testid="issue-field-status.ui.status-view.status-button.status-button"]': 1,
    '[data-testid^="issue.views.issue-base.context.number.customfield_"]': 1,
    '[data-testid$="details-group"]': 2,
    '[data-testid="issue.views.issue-details.issue-layout.sections.footnote"]': 1,
  },
  'azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1': {
    '#card-PLN-214[data-testid="platform-board-kit.ui.card.card"] [data-testid="platform-card.common.ui.key.key"] a[href="/browse/PLN-214"]': 1,
    '[data-testid="platform-card.ui.card.card-content.footer"]': 39,
  },
  'azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1/backlog': {
    '[data-testid^="software-backlog.card-list.card.content-container."]': 40,
    '[data-testid="software-backlog.card-list.container.BACKLOG"] a': 0,
    'a[data-testid$="card-contents.key"][aria-hidden="true"]': 40,
  },
  'azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1/backlog?selectedIssue=PLN-214': {
    '[data-testid="issue.views.issue-details.issue-layout.compact-layout"]': 1,
    '[data-testid="issue.views.issue-base.foundation.quick-add.quick-add-container"]': 1,
    '[data-testid="issue.views.issue-details.issue-layout.container-right"]': 0,
    '[data-testid="issue.views.issue-base.context.status-and-approvals-wrapper.status-and-approval"]': 0,
    '[role="dialog"]': 0,
  },
  'azimuth-sample.atlassian.net/issues/': {
    'tr[data-testid="native-issue-table.ui.issue-row"] a[data-testid$="issue-key.issue-key-cell"]': 50,
  },
  'linear.app/azimuth-sample/issue/PLN-88': { '#root > *': 0, 'html[data-sw-cache="true"]': 1, 'body.loaded': 0, '#loading': 1 },
};

let sites: (host: string, url: URL) => Answer;
beforeAll(async () => {
  sites = await openSites('first');
});

function fetchPage(address: string, from = sites): Answer {
  const url = new URL(`https://${address}`);
  return from(url.hostname, url);
}

describe('the markup extensions hold on to', () => {
  for (const [address, selectors] of Object.entries(SELECTORS)) {
    it(address, () => {
      const answer = fetchPage(address);
      expect(answer.status).toBe(200);
      const page = new new Window().DOMParser().parseFromString(String(answer.body), 'text/html');
      const found = Object.fromEntries(Object.keys(selectors).map((selector) => [selector, page.querySelectorAll(selector).length]));
      expect(found).toEqual(selectors);
    });
  }
});

describe('what the servers send', () => {
  it('has the headers of its host, and no page asks for anything from elsewhere', () => {
    for (const address of Object.keys(SELECTORS)) {
      const { headers, body } = fetchPage(address);
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(String(body)).not.toMatch(/(?:src|href)="https?:/);
    }
    expect(fetchPage('github.com/').headers['x-frame-options']).toBe('deny');
  });

  it('changes every hash with a deploy, and nothing else', async () => {
    const other = await openSites('second');
    const body = (from: typeof sites) => String(fetchPage('github.com/azimuth-sample/planner/issues/1842', from).body);
    expect(body(other)).not.toBe(body(sites));
    const bare = (text: string) => text.replace(/(module__[\w-]+?__|prc-[A-Za-z-]+-)\w{5}\b/g, '$1').replace(/"(?:first|second)"/g, '""');
    // Not toBe: a difference would print both pages.
    expect(bare(body(other)) === bare(body(sites))).toBe(true);
  });

  it('redirects an issue number of a pull request, and answers unknown paths with a page', () => {
    expect(fetchPage('github.com/azimuth-sample/planner/issues/1940').headers['location']).toMatch(/pull\/1940$/);
    expect(fetchPage('github.com/azimuth-sample/planner/pull/1842').headers['location']).toMatch(/issues\/1842$/);
    for (const host of ['github.com', 'azimuth-sample.atlassian.net', 'linear.app']) {
      const answer = fetchPage(`${host}/no/such/page`);
      expect(answer.status).toBe(404);
      expect(String(answer.body)).toContain('<html');
    }
  });

  it('names nobody: every author is a team', () => {
    const body = String(fetchPage('github.com/azimuth-sample/planner/issues').body);
    const alts = Array.from(body.matchAll(/alt="@([^"]+)"/g), ([, login]) => login);
    expect(alts.length).toBeGreaterThan(20);
    expect(alts.filter((login) => !login?.endsWith('-team'))).toEqual([]);
  });
});
