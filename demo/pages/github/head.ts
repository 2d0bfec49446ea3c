import { currentDeploy } from '../deploy.ts';
import { escapeHtml, scriptJson } from '../markup.ts';
import type { Theme } from '../switches.ts';
import { themeAttributes } from '../theme.ts';

/** What GitHub's layout knows about a page. */
export interface Page {
  /** The host's own name: github.com, or that of an Enterprise. */
  host: string;
  path: string;
  title: string;
  theme: Theme;
  /** Head facts by meta name; empty ones are left out. */
  facts: Record<string, string>;
  body: string;
}

const ALWAYS: Record<string, string> = {
  'user-login': 'azimuth-reader',
  'octolytics-url': 'https://collector.github.com/github/collect',
  'turbo-cache-control': 'no-preview',
  'turbo-body-classes': 'logged-in env-production page-responsive',
};

/** A whole GitHub document around a body. */
export function githubDocument({ host, path, title, theme, facts, body }: Page): string {
  const attributes = Object.entries(themeAttributes('github.com', theme)).map(([name, value]) => `${name}="${value}"`);
  const names: Record<string, string> = { hostname: host, 'expected-hostname': host, ...ALWAYS, release: currentDeploy(), ...facts };
  const metas = Object.entries(names).map(([name, value]) => `<meta name="${name}" content="${escapeHtml(value)}" data-turbo-transient>`);
  return `<!DOCTYPE html>
<html lang="en" ${attributes.join(' ')} data-a11y-animated-images="system" data-a11y-link-underlines="true">
<head>
<meta charset="utf-8">
<script src="/_stand-in/probe.js"></script>
<link rel="stylesheet" href="/_stand-in/github.css">
<link rel="icon" href="data:,">
<script defer src="/_stand-in/github.js"></script>
<script type="application/json" id="client-env">${scriptJson({ deploy: currentDeploy(), locale: 'en' })}</script>
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width">
<meta property="og:url" content="https://${host}${escapeHtml(path)}" data-turbo-transient>
<meta property="og:site_name" content="GitHub">
<meta http-equiv="x-pjax-version" content="${currentDeploy()}" data-turbo-track="reload">
<meta name="color-scheme" content="light dark">
${metas.join('\n')}
</head>
<body class="logged-in env-production page-responsive" style="word-wrap: break-word;">
${body}
</body>
</html>`;
}

/** The facts of a page of a repository. */
export function repositoryFacts(nwo: string, id: number): Record<string, string> {
  return { 'octolytics-dimension-repository_nwo': nwo, 'octolytics-dimension-repository_id': String(id) };
}
