import { escapeHtml } from '../markup.ts';
import { iconHtml, type IconName } from '../icons.ts';

const TABS: readonly [name: string, icon: IconName, path: string, count?: number][] = [
  ['Code', 'file', ''],
  ['Issues', 'open', '/issues', 30],
  ['Pull requests', 'pull', '/pulls', 8],
  ['Actions', 'bolt', '/actions'],
  ['Projects', 'project', '/projects', 2],
  ['Wiki', 'folder', '/wiki'],
  ['Insights', 'bars', '/pulse'],
];

/** The bar at the top, the same on every page; `place` is the trail beside the menu, already HTML. */
export function topBar(place: string, tabs = ''): string {
  return `<div class="position-relative header-wrapper js-header-wrapper">
<a href="#start-of-content" class="skip-link">Skip to content</a>
<header class="AppHeader" role="banner">
<div class="AppHeader-globalBar">
<button type="button" class="AppHeader-button" aria-label="Open global navigation menu">${iconHtml('menu')}</button>
<a class="AppHeader-logo" href="/" aria-label="Homepage"><svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="15" fill="currentColor"/><path d="M10 21V11m0 3c5 0 6-3 12-3m0 0v10" fill="none" stroke="var(--header-bgColor)" stroke-width="2.5" stroke-linecap="round"/></svg></a>
<nav class="AppHeader-context" aria-label="Page context">${place}</nav>
<div class="AppHeader-search"><button type="button" class="AppHeader-searchButton">${iconHtml('search')}<span>Type <kbd>/</kbd> to search</span></button></div>
<div class="AppHeader-actions"><button type="button" class="AppHeader-button" aria-label="Create new">${iconHtml('plus')}</button><a class="AppHeader-button" href="/azimuth-sample/planner/issues" aria-label="Issues">${iconHtml('open')}</a><button type="button" class="AppHeader-button" aria-label="Notifications">${iconHtml('inbox')}</button><span class="AppHeader-user" aria-hidden="true">A</span></div>
</div>${tabs}
</header>
</div>
<div id="start-of-content" class="show-on-focus"></div>`;
}

/** The bar with a repository's trail and tabs. */
export function repositoryBar(name: string, selected: string): string {
  const root = `/azimuth-sample/${name}`;
  const items = TABS.map(([label, icon, path, count]) => {
    const current = label === selected ? ' aria-current="page"' : '';
    const counter = count ? `<span class="Counter">${count}</span>` : '';
    return `<li><a class="UnderlineNav-item" href="${root}${path}"${current}>${iconHtml(icon)}<span data-content="${label}">${label}</span>${counter}</a></li>`;
  });
  const place = `<a href="/azimuth-sample">azimuth-sample</a><span>/</span><a class="AppHeader-repo" href="${root}">${escapeHtml(name)}</a>`;
  return topBar(place, `<nav class="UnderlineNav js-repo-nav" aria-label="Repository"><ul>${items.join('')}</ul></nav>`);
}

/** The part of a repository page that GitHub swaps and extensions scope by. */
export function repositoryMain(content: string): string {
  return `<div class="application-main" data-commit-hovercards-enabled data-discussion-hovercards-enabled data-issue-and-pr-hovercards-enabled>
<main id="js-repo-pjax-container"><turbo-frame id="repo-content-turbo-frame" target="_top" data-turbo-action="advance">
<div id="repo-content-pjax-container" class="repository-content">${content}</div>
</turbo-frame></main>
</div>
<footer class="footer" role="contentinfo"><span>A stand-in for tests and demonstrations; not GitHub.</span></footer>`;
}
