/** @jsxImportSource react */
import { renderToString } from 'react-dom/server';
import { htmlAnswer, redirectAnswer, type Answer } from '../answer.ts';
import { escapeHtml } from '../markup.ts';
import { readSwitches } from '../switches.ts';
import { BOARD_PATH } from './board.tsx';
import { answerClassic } from './classic.ts';
import { repositoryBar, repositoryMain } from './frame.ts';
import { githubDocument, repositoryFacts, type Page } from './head.ts';
import { databaseId, embeddedData } from './payload.ts';
import { boardPage, codePage, dashboardPage, missingPage } from './plain.ts';
import { findPull, pulls } from './pulls.ts';
import { pullListPage } from './pull-list.ts';
import { pullTitle } from './pull-app.tsx';
import { appFor, type AppPayload } from './react-app.tsx';
import { findIssue } from './related.ts';
import { CLASSIC, parseIssuesRoute, REPO } from './route.ts';

/** The headers GitHub sends; its own scripts come from its asset host there and from 'self' here. */
const HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; base-uri 'self'; child-src github.githubassets.com; connect-src 'self' api.github.com; font-src 'self'; " +
    "form-action 'self' github.com; frame-ancestors 'none'; img-src 'self' data: *.githubusercontent.com; manifest-src 'self'; " +
    "media-src github.com; script-src 'self'; style-src 'unsafe-inline' 'self'; worker-src github.com/assets-cdn/worker/",
  'strict-transport-security': 'max-age=31536000; includeSubdomains; preload',
  'x-frame-options': 'deny',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'origin-when-cross-origin, strict-origin-when-cross-origin',
};

/** The page github.com sends for an address. */
export function answerGitHub(url: URL): Answer {
  const path = url.pathname.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  const moved = redirection(path);
  if (moved) return redirectAnswer(moved + url.search, HEADERS);
  const { theme } = readSwitches(url.search);
  const page = pageFor(path, url);
  if (page) return htmlAnswer(githubDocument({ host: url.hostname, path, theme, ...page }), HEADERS);
  const missing = { title: 'Page not found · GitHub', facts: {}, body: missingPage() };
  return htmlAnswer(githubDocument({ host: url.hostname, path, theme, ...missing }), HEADERS, 404);
}

type Content = Omit<Page, 'host' | 'path' | 'theme'>;

function pageFor(path: string, url: URL): Content | undefined {
  if (path === '/') return dashboardPage();
  if (path === REPO) return codePage();
  if (path === `${REPO}/pulls`) return pullListPage();
  if (/^\/orgs\/azimuth-sample\/projects\/1(?:\/views\/\d+)?$/.test(path)) return boardPage(island('projects', path, url));
  if (/^\/azimuth-sample\/planner\/pull\/\d+(?:\/(?:commits|files|changes|checks))?$/.test(path)) return pullPage(path, url);
  return issuesPage(path, url) ?? answerClassic(path);
}

/** The number of a pull request among the issues and the other way round, and the addresses that only lead somewhere. */
function redirection(path: string): string | undefined {
  if (path === CLASSIC) return `${CLASSIC}/issues`;
  if (/^\/(?:azimuth-sample\/planner|orgs\/azimuth-sample)\/projects$/.test(path)) return BOARD_PATH;
  const [, kind, number] = /^\/azimuth-sample\/planner\/(issues|pull)\/(\d+)$/.exec(path) ?? [];
  if (kind === 'issues' && pulls.some((one) => one.number === Number(number))) return `${REPO}/pull/${number}`;
  if (kind === 'pull' && findIssue(Number(number))) return `${REPO}/issues/${number}`;
  return undefined;
}

function issuesPage(path: string, url: URL): Content | undefined {
  const route = parseIssuesRoute(path, url.search);
  if (!route) return undefined;
  const issue = route.kind === 'issue' ? findIssue(route.number) : undefined;
  if (route.kind === 'issue' && !issue) return undefined;
  const body = repositoryBar('planner', 'Issues') + repositoryMain(island('issues-react', path, url));
  const facts = {
    ...repositoryFacts('azimuth-sample/planner', 940_000_001),
    'route-pattern': issue
      ? '/_view_fragments/issues/show/:user_id/:repository/:id/issue_layout(.:format)'
      : '/:user_id/:repository/issues(.:format)',
    'selected-link': 'repo_issues',
    'github-keyboard-shortcuts': 'repository,issues,copilot',
    ...(issue ? { 'hovercard-subject-tag': `issue:${databaseId(issue)}` } : {}),
  };
  const title = issue ? `${issue.title} · Issue #${issue.number} · azimuth-sample/planner` : 'Issues · azimuth-sample/planner';
  return { title, facts, body };
}

function pullPage(path: string, url: URL): Content | undefined {
  const pull = findPull(Number(/\/pull\/(\d+)/.exec(path)?.[1]));
  if (!pull) return undefined;
  const facts = {
    ...repositoryFacts('azimuth-sample/planner', 940_000_001),
    'route-pattern': '/:user_id/:repository/pull/:id(.:format)',
    'selected-link': 'repo_pulls',
    'hovercard-subject-tag': `pull_request:${databaseId(pull)}`,
  };
  return {
    title: pullTitle(pull),
    facts,
    body: repositoryBar('planner', 'Pull requests') + repositoryMain(island('pull-requests', path, url)),
  };
}

/** GitHub's island element with its server HTML and its data. */
function island(name: string, path: string, url: URL): string {
  const payload: AppPayload = { path, search: url.search, sidebar: readSwitches(url.search).sidebar };
  const route = parseIssuesRoute(path, url.search);
  const issue = route?.kind === 'issue' ? findIssue(route.number) : undefined;
  return `<react-app app-name="${name}" initial-path="${escapeHtml(path)}" style="display: block; min-height: calc(100vh - 64px);" data-attempted-ssr="true" data-ssr="true" data-lazy="false" data-alternate="false" data-data-router-enabled="false">
<script type="application/json" data-target="react-app.embeddedData">${embeddedData(payload, issue)}</script>
<div data-target="react-app.reactRoot">${renderToString(appFor(name, payload))}</div>
</react-app>`;
}
