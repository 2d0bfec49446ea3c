// Small pages written from the facts in the host documents; not copies of anything.
import { vi } from 'vitest';

/** A page of our own making. `data-hidden` marks what the host does not draw. */
export function page(body: string, title = '', html = ''): Document {
  document.documentElement.innerHTML = `<head><title>${title}</title></head><body>${body}</body>`;
  document.documentElement.className = html;
  return document;
}

/** Layout, which the test's DOM has none of: everything is drawn but what is marked hidden. */
export function drawAll(width = 300): void {
  const hidden = (element: Element): boolean => !element.isConnected || element.closest('[data-hidden]') !== null;
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return (hidden(this) ? [] : [{}]) as unknown as DOMRectList;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return { width: hidden(this) ? 0 : Number(this.getAttribute('data-width') ?? width) } as DOMRect;
  });
}

const section = (heading: string, id: string, level = 3): string =>
  `<div class="sec" id="${id}"><div><h${level}>${heading}</h${level}></div><p>None</p></div>`;
export const SECTIONS = section('Type', 'type') + section('Assignees', 'assignees') + section('Labels', 'labels');

/** A GitHub issue in the React viewer. @param column what stands in its right column */
export const githubIssue = (column: string): string => `
  <react-app app-name="issues-react" class="loaded">
    <div data-testid="issue-viewer-container">
      <div data-testid="issue-header">
        <h1 data-component="PH_Title"><bdi data-testid="issue-title" class="markdown-title"> A title </bdi> <span>#12</span></h1>
      </div>
      <div class="sticky"><span data-testid="issue-title-sticky">A title in the sticky header</span></div>
      <div data-testid="issue-body" class="markdown-body"><h1>A heading of the description</h1><h3>Assignees</h3></div>
      ${column}
    </div>
  </react-app>`;

export const githubPull = `
  <react-app app-name="pull-requests" class="loaded">
    <h2 data-component="PH_Title"><span class="markdown-title">A sticky twin</span> <span>#999</span></h2>
    <h1 data-component="PH_Title"><bdi class="markdown-title">A pull request</bdi> <span>#151<button>Edit title</button></span></h1>
    <div id="pr-conversation-sidebar"><div id="partial-discussion-sidebar">
      <div class="discussion-sidebar-item" id="reviewers"><div class="discussion-sidebar-heading">Reviewers</div></div>
      <div class="discussion-sidebar-item" id="assignees"><div class="discussion-sidebar-heading"> Assignees </div></div>
    </div></div>
  </react-app>`;

export const githubClassic = `
  <div id="partial-discussion-header">
    <div class="gh-header-sticky"><a class="js-issue-title">Sticky</a> <span class="f1-light">#38</span></div>
    <h1 class="gh-header-title"><bdi class="js-issue-title"> A classic issue </bdi> <span class="f1-light">#38</span></h1>
  </div>
  <div class="js-comment-body"><h1>Assignees</h1></div>
  <div id="partial-discussion-sidebar"><div id="assignees"><h3 class="discussion-sidebar-heading">Assignees</h3></div></div>`;

const iv = 'issue.views.issue-base';
const crumb = (key: string): string =>
  `<a data-testid="${iv}.foundation.breadcrumbs.current-issue.item" href="/browse/${key}" target="_blank">${key}</a>`;
const summary = (text: string): string => `<h1 data-testid="${iv}.foundation.summary.heading"> ${text} </h1>`;
const layout = 'issue.views.issue-details.issue-layout';
export const JIRA = {
  status: `<div id="status" data-testid="${iv}.context.status-and-approvals-wrapper.status-and-approval">To do</div>`,
  spotlight: '<div id="spotlight" data-testid="ref-spotlight-target-status-and-approval-spotlight"></div>',
  details: `<div id="details" data-testid="${iv}.context.context-items.primary-items.details-group">Details</div>`,
  footnote: `<div id="footnote" data-testid="${layout}.sections.footnote">Created</div>`,
  quickAdd: `<div id="quick" data-testid="${iv}.foundation.quick-add.quick-add-container"></div>`,
  summaryBox: '<form id="summary" data-testid="issue-field-summary.ui.issue-field-summary-inline-edit--container"></form>',
  editing: (text: string): string => `<textarea data-testid="${iv}.foundation.summary.heading.writeable">${text}</textarea>`,
  /** An issue view with a right column. */
  full: (key: string, text: string, column: string): string =>
    `${crumb(key)}<div class="ak-renderer-document"><h1>A heading of the description</h1></div>${summary(text)}
     <div data-testid="${layout}.container-left"></div><div class="right" data-testid="${layout}.container-right">${column}</div>`,
  /** The side panel, which has no column. */
  compact: (key: string, text: string, parts: string): string =>
    `<div class="right" data-testid="${layout}.compact-layout">${crumb(key)}${summary(text)}${parts}</div>`,
};

const rail = (name: string, id: string, inner = ''): string =>
  `<section id="${id}"><div><span>${name}</span></div><div data-details-pane-section-content="true">${inner}</div></section>`;
export const linearIssue = (
  key = 'ENG-37',
  sections = rail('Properties', 'properties', '<button data-detail-button="true">Backlog</button>') + rail('Labels', 'labels'),
): string => `
  <main><header><a href="/acme/team/ENG/all">Issues</a> <a href="/acme/issue/${key}/slug">${key} Research</a></header>
    <div data-restore-scroll-view="issue-view">
      <div data-view-id="issue-view"><div role="textbox" aria-label="Issue title"><p> Research work </p></div>
        <div aria-label="Issue description"><h1>A heading</h1><a href="/acme/issue/ENG-99/other">ENG-99</a></div></div>
      <div class="rail">${sections}</div>
    </div></main>`;
