import { dayText } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { iconHtml } from '../icons.ts';
import { escapeHtml } from '../markup.ts';
import { avatarHtml, labelHtml } from './classic-sidebar.ts';
import { repositoryBar, repositoryMain } from './frame.ts';
import { repositoryFacts, type Page } from './head.ts';
import { pulls, type Pull } from './pulls.ts';
import { REPO } from './route.ts';

/** The pull requests in the new ListView; here, unlike in the issue list, a row is a child of the list. */
export function pullListPage(): Omit<Page, 'host' | 'path' | 'theme'> {
  const content = `<div class="${m('IndexPage-module__container')}"><div class="${m('ListView-module__container')}">
<div class="${m('ListView-module__header')}"><b>Open ${pulls.length}</b><span>Closed 371</span></div>
<ul data-listview-component="items-list" role="list" class="${m('ListView-module__list')} js-navigation-container">${pulls.map(row).join('')}</ul>
</div></div>`;
  const facts = { ...repositoryFacts('azimuth-sample/planner', 940_000_001), 'selected-link': 'repo_pulls' };
  return {
    title: 'Pull requests · azimuth-sample/planner',
    facts,
    body: repositoryBar('planner', 'Pull requests') + repositoryMain(content),
  };
}

function row(pull: Pull): string {
  const href = `${REPO}/pull/${pull.number}`;
  const badges = pull.labels.map((name) => `<span data-listview-component="trailing-badge">${labelHtml(name, 'planner')}</span>`).join('');
  return `<li class="${m('ListItem-module__listItem', 'ListItems-module__listItem')}" tabindex="0">
<div class="${m('LeadingContent-module__container')}" data-testid="list-row-state-icon">${iconHtml('pull')}<span class="sr-only">Status: Open.</span></div>
<div><div class="${m('Title-module__container')}" data-listview-item-title-container="true"><h3 class="${m('Title-module__heading')}"><a data-testid="listitem-title-link" data-hovercard-type="pull_request" href="${href}">${escapeHtml(pull.title)}</a></h3><div class="${m('Title-module__trailingBadges')}">${badges}</div></div>
<div class="${m('Description-module__container')}"><span data-testid="list-row-repo-name-and-number">#${pull.number}</span> · ${pull.team} opened on ${dayText(pull)}</div></div>
<div class="${m('MetadataContainer-module__container')}"><div data-testid="list-row-assignees">${avatarHtml(pull.team)}</div></div></li>`;
}
