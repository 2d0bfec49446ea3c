import { githubIssues } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { iconHtml } from '../icons.ts';
import { escapeHtml } from '../markup.ts';
import { repositoryBar, repositoryMain, topBar } from './frame.ts';
import { repositoryFacts, type Page } from './head.ts';
import { issuePath, REPO } from './route.ts';

type Content = Omit<Page, 'host' | 'path' | 'theme'>;

const FILES: readonly [name: string, message: string, folder: boolean][] = [
  ['boards', 'Keep a card in view while it is moved', true],
  ['import', 'Read header rows of spreadsheets', true],
  ['mail', 'Send the digest in the team’s time zone', true],
  ['templates', 'Store previews with the template', true],
  ['web', 'Ask for the first project', true],
  ['CHANGELOG.md', 'Write down what October brought', false],
  ['README.md', 'Say what Planner is', false],
];

/** A repository's code page: no ticket on it, so nothing of a guest's should be. */
export function codePage(): Content {
  const rows = FILES.map(
    ([name, message, folder]) =>
      `<tr><td>${iconHtml(folder ? 'folder' : 'file')} <a href="${REPO}/tree/main/${name}">${name}</a></td><td>${escapeHtml(message)}</td><td>last week</td></tr>`,
  );
  const content = `<div class="container-xl code-page"><div class="code-main"><div class="code-bar"><button type="button" class="btn">${iconHtml('branch')} main</button><button type="button" class="btn btn-primary">Code</button></div>
<table class="Box code-files"><tbody>${rows.join('')}</tbody></table>
<article class="markdown-body Box" itemprop="text"><h3>Planner</h3><p>Plans, boards and templates for teams. What comes next is in the <a href="${REPO}/issues">issues</a>; <a href="${issuePath(1842)}">asking for the first project</a> is the largest of them.</p></article></div>
<aside class="code-about"><h2>About</h2><p>Plans, boards and templates for teams.</p></aside></div>`;
  const facts = { ...repositoryFacts('azimuth-sample/planner', 940_000_001), 'selected-link': 'repo_source' };
  return {
    title: 'azimuth-sample/planner: Plans, boards and templates for teams',
    facts,
    body: repositoryBar('planner', 'Code') + repositoryMain(content),
  };
}

/** The start page of somebody logged in: links to issues in prose and in a feed. */
export function dashboardPage(): Content {
  const items = githubIssues
    .slice(0, 6)
    .map(
      (one) =>
        `<li>${iconHtml('open')} <div><a href="${issuePath(one.number)}">${escapeHtml(one.title)}</a><div class="text-small color-fg-muted">azimuth-sample/planner#${one.number}</div></div></li>`,
    );
  const content = `<div class="application-main"><main class="container-xl dashboard"><h1>Home</h1><section class="Box"><h2>Issues of your teams</h2><ul>${items.join('')}</ul></section><p><a href="${REPO}">azimuth-sample/planner</a></p></main></div>`;
  return { title: 'GitHub', facts: { 'route-pattern': '/dashboard' }, body: topBar('<b>Dashboard</b>') + content };
}

/** The Projects board around its island. */
export function boardPage(island: string): Content {
  const bar = topBar(
    '<a href="/azimuth-sample">azimuth-sample</a><span>/</span><a href="/orgs/azimuth-sample/projects">Projects</a><span>/</span><b>Planner roadmap</b>',
  );
  const body = `${bar}<div class="application-main"><main><projects-v2 id="memex-root">${island}</projects-v2></main></div>`;
  return { title: 'Board · Planner roadmap', facts: { 'route-pattern': '/orgs/:org/projects/:number' }, body };
}

export function missingPage(): string {
  return `${topBar('<b>GitHub</b>')}<div class="application-main"><main class="container-xl missing"><p class="missing-number">404</p><h1>This is not the page you are looking for.</h1><p><a class="${m('prc-Button-ButtonBase')}" href="${REPO}/issues">Issues of azimuth-sample/planner</a></p></main></div>`;
}
