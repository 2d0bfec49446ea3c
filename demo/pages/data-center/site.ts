import { type Answer, htmlAnswer, redirectAnswer } from '../answer.ts';
import { findItem, keyOf } from '../jira/tickets.ts';
import { escapeHtml } from '../markup.ts';
import { issueContent, paneContent } from './issue.ts';
import { backlog, board, issueTable, searchList } from './lists.ts';
import { boardPath, CONTEXT } from './route.ts';

const HEADERS: Record<string, string> = {
  'content-security-policy': "frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
};
const VERSION = '9.12.8';
const INSTANCE = 'Example Tracker';

interface Content {
  readonly title: string;
  readonly classes: string;
  readonly body: string;
  /** The head's own word for the issue, where Data Center writes one. */
  readonly key?: string;
}

/** The page Jira Data Center sends for an address under its context path; everything else is another program's. */
export function answerDataCenter(url: URL): Answer {
  if (url.pathname === '/') return redirectAnswer(`${CONTEXT}/`, HEADERS);
  const path = url.pathname.startsWith(`${CONTEXT}/`) ? url.pathname.slice(CONTEXT.length) : undefined;
  if (path === undefined) return htmlAnswer('<!doctype html><title>Another program</title><h1>Another program on this host</h1>', HEADERS);
  const fetched = /^\/_pane\/(PLN-\d+)(\/whole)?$/.exec(path);
  const one = fetched?.[1] && findItem(fetched[1]);
  if (one) return htmlAnswer(fetched[2] ? issueContent(one) : paneContent(one), HEADERS);
  const page = contentOf(path, url.searchParams);
  return htmlAnswer(documentOf(url.origin, page ?? missing()), HEADERS, page ? 200 : 404);
}

function contentOf(path: string, query: URLSearchParams): Content | undefined {
  if (path === '/' || path === '/secure/Dashboard.jspa') return dashboard();
  if (path === '/secure/RapidBoard.jspa') return rapidBoard(query);
  if (path === '/issues/') return { title: 'Issue Navigator', classes: 'page-issue-navigator', body: panel(issueTable()) };
  const key = /^\/(?:browse|projects\/PLN\/issues)\/(PLN-\d+)$/i.exec(path)?.[1]?.toUpperCase();
  const one = key && findItem(key);
  if (!one) return undefined;
  const split = query.has('jql') || query.has('filter');
  const issue = `<div class="issue-view">${issueContent(one)}</div>`;
  return {
    title: `[${keyOf(one)}] ${one.title}`,
    classes: split ? 'page-issue-navigator page-type-split' : 'page-type-issue',
    body: split
      ? `<div class="details-layout"><div class="list-results-panel">${searchList(keyOf(one))}</div><div class="detail-panel">${issue}</div></div>`
      : panel(issue),
    key: keyOf(one),
  };
}

const panel = (content: string): string => `<div class="aui-page-panel"><div class="aui-page-panel-inner">${content}</div></div>`;

function rapidBoard(query: URLSearchParams): Content {
  const view = query.get('view') ?? '';
  const planning = view.startsWith('planning');
  const one = findItem(query.get('selectedIssue') ?? '');
  const open = one && (view === 'planning' || view === 'detail');
  const pane = `<div id="ghx-detail-view" class="ghx-detail-view gh-editable-detail-view" style="width: 400px;${open ? '' : ' display: none;'}">${open ? paneContent(one) : ''}</div>`;
  return {
    title: 'Planner board - Agile Board',
    classes: `ghx-agile ghx-rapid-views aui-page-sidebar ${planning ? 'ghx-mode-planning' : 'ghx-mode-work'}`,
    body: `<div id="gh"><div id="ghx-content-main">${planning ? backlog() : board()}${pane}</div></div>`,
  };
}

const dashboard = (): Content => ({
  title: 'System Dashboard',
  classes: 'page-type-dashboard',
  body: panel(`<h1>System Dashboard</h1><p><a href="${boardPath('work')}">Planner board</a></p>`),
});

const missing = (): Content => ({
  title: 'Issue Not Found',
  classes: 'page-type-message',
  body: panel(`<h1>We couldn't find what you're looking for</h1>`),
});

function documentOf(origin: string, { title, classes, body, key }: Content): string {
  const facts: Record<string, string> = {
    'ajs-server-scheme': origin.split(':')[0] ?? '',
    'ajs-server-name': new URL(origin).hostname,
    'ajs-server-port': '443',
    'ajs-base-url': origin + CONTEXT,
    'ajs-context-path': CONTEXT,
    'ajs-version-number': VERSION,
    'ajs-build-number': '9120008',
    'ajs-remote-user': '',
    'ajs-user-locale': 'en_US',
    'ajs-app-title': INSTANCE,
    ...(key && { 'ajs-issue-key': key }),
  };
  const metas = Object.entries(facts).map(([name, value]) => `<meta name="${name}" content="${escapeHtml(value)}">`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<script src="/_stand-in/probe.js"></script>
<link rel="stylesheet" href="/_stand-in/data-center.css">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)} - ${INSTANCE}</title>
<meta name="application-name" content="JIRA" data-name="jira" data-version="${VERSION}">
${metas.join('\n')}
<script defer src="/_stand-in/data-center.js"></script>
</head>
<body id="jira" class="aui-layout aui-theme-default ${classes}" data-version="${VERSION}" data-aui-version="9.6.3">
<div id="page">
<header id="header" role="banner"><nav class="aui-header" role="navigation"><a class="aui-header-logo" href="${CONTEXT}/secure/Dashboard.jspa">Tracker</a><ul class="aui-nav"><li><a href="${boardPath('work')}">Board</a></li><li><a href="${boardPath('planning.nodetail')}">Backlog</a></li><li><a href="${CONTEXT}/issues/?jql=project%20%3D%20PLN">Issues</a></li></ul><input id="quickSearchInput" aria-label="Search" placeholder="Search"></nav></header>
<section id="content" role="main">${body}</section>
<footer id="footer" role="contentinfo">A stand-in for tests and demonstrations; not Jira.</footer>
</div>
</body>
</html>`;
}
