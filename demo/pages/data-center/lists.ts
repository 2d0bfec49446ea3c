import { jiraItems, type Ticket } from '../data.ts';
import { keyOf, STATUSES, statusOf, TYPES } from '../jira/tickets.ts';
import { escapeHtml } from '../markup.ts';
import { browsePath } from './route.ts';

const ROWS = 60;

/** A row of the backlog; all of them are in the document, nothing is virtualised. */
function row(one: Ticket): string {
  const key = keyOf(one);
  const type = TYPES[one.type].name;
  return `<div class="js-issue js-sortable js-parent-drag ghx-issue-compact ghx-type-1" draggable="true" data-issue-id="${10_000 + one.number}" data-issue-key="${key}"><div class="ghx-issue-content"><div class="ghx-row"><span class="ghx-type" title="${type}">${type.slice(0, 1)}</span><div class="ghx-flags"><span class="ghx-priority" title="Medium"></span></div><div class="ghx-key"><a href="${browsePath(key)}" title="${key}" class="js-key-link">${key}</a></div><div class="ghx-summary" title="${escapeHtml(one.title)}"><span class="ghx-inner">${escapeHtml(one.title)}</span></div><span class="ghx-end ghx-estimate"><aui-badge class="ghx-statistic-badge" title="Story Points">${one.points ?? '-'}</aui-badge></span></div></div></div>`;
}

const container = (id: string, kind: string, title: string, items: readonly Ticket[]): string =>
  `<div class="ghx-backlog-container ${kind}" data-sprint-id="${id}"><div class="ghx-backlog-header"><h3>${title}</h3> <span class="ghx-issue-count">${items.length} issues</span></div><div class="ghx-meta"><div class="ghx-issues js-issue-list ghx-has-issues">${items.map(row).join('')}</div></div></div>`;

/** The backlog: a sprint, and everything else. */
export function backlog(): string {
  const items = jiraItems.slice(0, ROWS);
  return `<div id="ghx-plan" class="ghx-plan"><div id="ghx-plan-group"><div id="ghx-backlog-column"><div id="ghx-backlog" data-rendered="1">${container('11', 'ghx-sprint-planned ghx-open', 'Planner sprint 12', items.slice(0, 8))}${container('', 'ghx-everything-else', 'Backlog', items.slice(8))}</div></div></div></div>`;
}

function card(one: Ticket): string {
  const key = keyOf(one);
  return `<div class="ghx-issue js-detailview js-issue" draggable="true" data-issue-id="${10_000 + one.number}" data-issue-key="${key}"><div class="ghx-issue-content"><div class="ghx-issue-fields"><span class="ghx-type" title="${TYPES[one.type].name}"></span><div class="ghx-key"><a href="${browsePath(key)}" title="${key}" tabindex="-1" class="ghx-key-link js-detailview">${key}</a></div><div class="ghx-summary" title="${escapeHtml(one.title)}"><span class="ghx-inner">${escapeHtml(one.title)}</span></div></div><div class="ghx-card-footer"><span class="ghx-end"><aui-badge class="ghx-statistic-badge">${one.points ?? '-'}</aui-badge></span></div></div></div>`;
}

/** The board: a column for each status. */
export function board(): string {
  const items = jiraItems.slice(0, ROWS);
  const columns = STATUSES.map(
    (name, i) =>
      `<li class="ghx-column" data-column-id="${i + 1}"><h3>${name}</h3>${items
        .filter((one) => statusOf(one) === name)
        .slice(0, 12)
        .map(card)
        .join('')}</li>`,
  );
  return `<div id="ghx-work" class="ghx-work"><div id="ghx-pool-column"><div id="ghx-pool"><div class="ghx-swimlane"><ul class="ghx-columns">${columns.join('')}</ul></div></div></div></div>`;
}

/** The list beside the issue in the split view of a search. */
export function searchList(selected: string): string {
  const items = jiraItems.slice(0, 16).map((one) => {
    const key = keyOf(one);
    return `<li data-id="${10_000 + one.number}" data-key="${key}" title="${escapeHtml(one.title)}"${key === selected ? ' class="focused"' : ''}><a class="splitview-issue-link" data-issue-key="${key}" href="${browsePath(key)}?jql=project%20%3D%20PLN"><span class="issue-link-key">${key}</span> <span class="issue-link-summary">${escapeHtml(one.title)}</span></a></li>`;
  });
  return `<ol class="issue-list">${items.join('')}</ol>`;
}

/** The navigator's table. */
export function issueTable(): string {
  const rows = jiraItems.slice(0, 50).map((one) => {
    const key = keyOf(one);
    return `<tr id="issuerow${10_000 + one.number}" rel="${10_000 + one.number}" data-issuekey="${key}" class="issuerow"><td class="issuekey"><a class="issue-link" data-issue-key="${key}" href="${browsePath(key)}">${key}</a></td><td class="summary"><p><a class="issue-link" data-issue-key="${key}" href="${browsePath(key)}">${escapeHtml(one.title)}</a></p></td><td class="status">${statusOf(one)}</td></tr>`;
  });
  return `<div class="list-view"><issuetable-web-component><table id="issuetable" class="aui"><thead><tr class="rowHeader"><th>Key</th><th>Summary</th><th>Status</th></tr></thead><tbody>${rows.join('')}</tbody></table></issuetable-web-component></div>`;
}
