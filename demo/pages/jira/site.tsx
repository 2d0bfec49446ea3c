/** @jsxImportSource react */
import { renderToString } from 'react-dom/server';
import { htmlAnswer, redirectAnswer, type Answer } from '../answer.ts';
import { currentDeploy, jiraClass as j } from '../deploy.ts';
import { readSwitches } from '../switches.ts';
import { themeAttributes } from '../theme.ts';
import { JiraApp } from './app.tsx';
import { parseJiraRoute, PATHS } from './route.ts';

const HEADERS: Record<string, string> = {
  'content-security-policy': "script-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
};

/** One site, whichever of its addresses it is asked at. */
const CLOUD_ID = '5f1c2d34-0b6a-4f7e-9d58-2a7c1e9b4d60';

/** The page a Jira Cloud site sends for an address. */
export function answerJira(url: URL): Answer {
  if (/^\/browse\/PLN\/?$/i.test(url.pathname)) return redirectAnswer(PATHS.board + url.search, HEADERS);
  const route = parseJiraRoute(url.pathname, url.search);
  const inside = route ? renderToString(<JiraApp initial={route} />) : missing();
  return htmlAnswer(jiraDocument(readSwitches(url.search).theme, inside), HEADERS, route ? 200 : 404);
}

function missing(): string {
  return `<div class="${j('nothing')}"><h1>We couldn't find that page</h1><p><a href="/jira/software/c/projects/PLN/boards/1">Go to the board</a></p></div>`;
}

function jiraDocument(theme: ReturnType<typeof readSwitches>['theme'], inside: string): string {
  const attributes = Object.entries(themeAttributes('azimuth-sample.atlassian.net', theme)).map(([name, value]) => `${name}="${value}"`);
  return `<!DOCTYPE html>
<html lang="en" ${attributes.join(' ')}>
<head>
<meta charset="utf-8">
<script src="/_stand-in/probe.js"></script>
<link rel="stylesheet" href="/_stand-in/jira.css">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<meta name="ajs-cloud-id" content="${CLOUD_ID}">
<meta name="ajs-context-path" content="">
<meta name="ajs-version-number" content="1001.0.0-SNAPSHOT">
<meta name="ajs-build-number" content="100293">
<meta name="ajs-build-stamp" content="${currentDeploy()}">
<meta name="ajs-user-locale" content="en_US">
<meta name="ajs-remote-user" content="">
<title>Jira</title>
<script defer src="/_stand-in/jira.js"></script>
</head>
<body id="jira" class="adg3" data-version="1001.0.0-SNAPSHOT">
<meta name="application-name" content="JIRA" data-name="jira" data-version="1001.0.0-SNAPSHOT">
<div id="jira-frontend">${inside}</div>
</body>
</html>`;
}
