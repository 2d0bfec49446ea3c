import { htmlAnswer, redirectAnswer, type Answer } from '../answer.ts';
import { currentDeploy } from '../deploy.ts';
import { ICON_FRAME, ICONS } from '../icons.ts';
import { readSwitches } from '../switches.ts';
import { themeAttributes } from '../theme.ts';
import { WORKSPACE } from './issues.ts';
import { parseLinearRoute } from './route.ts';

/** Only frame-ancestors is known of the live policy; script-src is stricter here than anybody has reported. */
const HEADERS: Record<string, string> = {
  'content-security-policy': "script-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self' https://cms.linear.app",
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
};

/** The shell linear.app sends for every address; what it shows is decided in the browser. */
export function answerLinear(url: URL): Answer {
  if (url.pathname === '/') return redirectAnswer(`${WORKSPACE}/team/PLN/active${url.search}`, HEADERS);
  if (url.pathname === `${WORKSPACE}/inbox`) return redirectAnswer(`${WORKSPACE}/inbox/priority${url.search}`, HEADERS);
  const known = parseLinearRoute(url.pathname).kind !== 'missing';
  const { theme } = readSwitches(url.search);
  const attributes = Object.entries(themeAttributes('linear.app', theme)).map(([name, value]) => `${name}="${value}"`);
  const body = `<!DOCTYPE html>
<html lang="en-GB" ${attributes.join(' ')} data-sw-cache="true" data-build="${currentDeploy()}">
<head>
<meta charset="utf-8">
<script src="/_stand-in/probe.js"></script>
<link rel="stylesheet" href="/_stand-in/linear.css">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="${theme === 'dark' ? 'dark' : 'light'}">
<meta name="theme-color" content="${theme === 'dark' ? '#0f1012' : '#fcfcfd'}">
<title>Linear</title>
<script defer src="/_stand-in/linear.js"></script>
</head>
<body>
<div id="loading" aria-hidden="true"><svg width="40" height="40" viewBox="0 0 16 16" fill="none" stroke="currentColor"><circle cx="8" cy="8" r="6" stroke-width="1.5" stroke-dasharray="26 12"/></svg></div>
<svg width="0" height="0" style="position:absolute" aria-hidden="true"><symbol id="Project" ${ICON_FRAME}>${ICONS.hexagon}</symbol></svg>
<div id="root"></div>
</body>
</html>`;
  return htmlAnswer(body, HEADERS, known ? 200 : 404);
}
