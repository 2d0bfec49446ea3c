import { dayText, type Ticket } from '../data.ts';
import { keyOf, relatedTo, statusOf, TYPES } from '../jira/tickets.ts';
import { escapeHtml } from '../markup.ts';
import { proseOf } from '../prose.ts';
import { browsePath, CONTEXT } from './route.ts';

const item = (name: string, id: string, value: string): string =>
  `<li class="item"><div class="wrap"><strong class="name">${name}:</strong><span id="${id}" class="value">${value}</span></div></li>`;

const module = (id: string, title: string, content: string): string =>
  `<div id="${id}" class="module toggle-wrap"><div id="${id}_heading" class="mod-header"><h4 class="toggle-title">${title}</h4></div><div class="mod-content">${content}</div></div>`;

const list = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;

/** What Data Center draws of an issue, on its own page and in the split view alike. */
export function issueContent(one: Ticket): string {
  const prose = proseOf(one);
  const key = keyOf(one);
  const links = relatedTo(one).map(
    (other) =>
      `<dd><a class="issue-link" data-issue-key="${keyOf(other)}" href="${browsePath(keyOf(other))}">${keyOf(other)}</a> ${escapeHtml(other.title)}</dd>`,
  );
  const details = [
    item('Type', 'type-val', TYPES[one.type].name),
    item('Status', 'status-val', `<span class="jira-issue-status-lozenge aui-lozenge">${statusOf(one)}</span>`),
    item('Priority', 'priority-val', 'Medium'),
    item('Labels', 'labels-val', escapeHtml(one.labels.join(', ') || 'None')),
    item('Story Points', 'customfield_10106-val', String(one.points ?? 'None')),
  ];
  return `<div id="issue-content" class="issue-edit-form">
<header id="stalker" class="issue-header js-stalker"><div class="issue-header-content"><div class="aui-page-header"><div class="aui-page-header-main">
<ol class="aui-nav aui-nav-breadcrumbs"><li><a id="project-name-val" href="${CONTEXT}/browse/PLN">Planner</a></li><li><a class="issue-link" data-issue-key="${key}" href="${browsePath(key)}" id="key-val" rel="${10_000 + one.number}">${key}</a></li></ol>
<h1 id="summary-val" class="editable-field inactive" title="Click to edit">${escapeHtml(one.title)}</h1></div></div>
<div class="command-bar"><div class="ops-cont"><div class="aui-toolbar2"><div class="aui-toolbar2-inner"><div class="aui-toolbar2-primary"><button type="button" class="aui-button" id="edit-issue">Edit</button><button type="button" class="aui-button" id="comment-issue">Comment</button></div></div></div></div></div>
</div></header>
<div class="issue-body-content"><div class="aui-group issue-body"><div class="aui-item issue-main-column">
${module('details-module', 'Details', `<ul id="issuedetails" class="property-list two-cols">${details.join('')}</ul>`)}
${module('descriptionmodule', 'Description', `<div id="description-val" class="field-ignore-highlight editable-field inactive"><div class="user-content-block"><p>${escapeHtml(prose.problem)}</p><h1>Proposal</h1>${list(prose.proposal)}<p>${escapeHtml(prose.known)}</p></div></div>`)}
${module('linkingmodule', 'Issue Links', `<dl class="links-list"><dt>relates to</dt>${links.join('')}</dl>`)}
${module('activitymodule', 'Activity', `<div class="issuePanelContainer" id="issue_actions_container"><div class="activity-comment"><p>${escapeHtml(prose.reply)}</p></div></div>`)}
</div><div id="viewissuesidebar" class="aui-item issue-side-column">
${module('peoplemodule', 'People', `<dl><dt>Assignee:</dt><dd id="assignee-val">${escapeHtml(one.team)}</dd></dl>`)}
${module('datesmodule', 'Dates', `<dl><dt>Created:</dt><dd>${dayText(one)}</dd></dl>`)}
${module('greenhopper-agile-issue-web-panel', 'Agile', `<a href="${CONTEXT}/secure/RapidBoard.jspa?rapidView=1">View on Board</a>`)}
</div></div></div></div>`;
}

/** What is fetched into the pane beside a board or backlog. */
export function paneContent(one: Ticket): string {
  const key = keyOf(one);
  return `<div id="ghx-detail-contents"><div id="ghx-detail-issue" class="ghx-detail-issue" data-issuekey="${key}">
<div id="ghx-detail-head" class="ghx-detail-head"><dl class="ghx-detail-list"><dd class="ghx-fieldname-issuekey"><a href="${browsePath(key)}" title="${key}">${key}</a></dd></dl>
<div class="ghx-summary editable-field" data-field-id="summary">${escapeHtml(one.title)}</div></div>
<div class="ghx-detail-section"><h3>Details</h3><dl><dt>Status</dt><dd>${statusOf(one)}</dd><dt>Estimate</dt><dd>${one.points ?? 'Unestimated'}</dd></dl></div>
<div class="ghx-detail-section"><h3>Description</h3><div class="ghx-detail-description"><p>${escapeHtml(proseOf(one).problem)}</p></div></div>
</div></div>`;
}
