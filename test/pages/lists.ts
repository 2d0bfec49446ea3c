// Lists of the trackers that the stand-ins do not have, written from the facts in the host documents: which links are
// rows, and which only look like some. Ours, for tests.

export interface ListPage {
  readonly url: string;
  readonly body: string;
  /** The tickets that have a chip, in the order of the page. */
  readonly chips: readonly string[];
}

const P = 'github:azimuth-sample/planner#';
const J = 'jira:azimuth-sample.atlassian.net/PLN-';
const L = 'linear:azimuth-sample/PLN-';
const ISSUES = '/azimuth-sample/planner/issues';
const JIRA = 'https://azimuth-sample.atlassian.net';

/** A row of GitHub's list of 2026, with the links to other tickets that such rows carry. */
const githubRow = (href: string, number: number): string => `<div class="ListItems-module__listItem__x"><li role="listitem" tabindex="0">
<div class="Title-module__container__x" data-listview-item-title-container="true"><h3><span><a data-testid="issue-pr-title-link" href="${href}">Ticket ${number}</a></span></h3></div>
<div><span data-testid="list-row-repo-name-and-number">#${number}</span></div>
<div data-testid="list-row-linked-pull-requests"><a href="/azimuth-sample/planner/pull/77">77</a></div>
<div data-testid="list-row-comments"><a href="${href}#issuecomment-1">3</a></div></li></div>`;
const githubList = (...rows: string[]): string => `<ul data-listview-component="items-list" role="list">${rows.join('')}</ul>`;
const NOISE = `<nav><ul><li><a href="${ISSUES}/9">Pinned in the navigation</a></li></ul></nav>
<div class="markdown-body"><ul><li>See <a href="${ISSUES}/8">the description</a></li></ul></div>`;

const memexRow = (number: number): string => `<div role="row" style="display:flex;height:36px">
<div role="gridcell" style="width:60px">${number}</div><div role="gridcell" style="display:flex;width:360px;overflow:hidden;white-space:nowrap"><a href="https://github.com${ISSUES}/${number}">A ticket with a title of some length</a></div>
<div role="gridcell" style="width:120px"><a href="/azimuth-sample/planner/milestone/1">Q4</a></div><div role="gridcell"><a href="/azimuth-sample/planner/pull/77">#77</a></div></div>`;

const dcRow = (
  n: number,
): string => `<tr class="issuerow" data-issuekey="PLN-${n}" rel="1000${n}"><td class="issuekey"><a class="issue-link" data-issue-key="PLN-${n}" href="/browse/PLN-${n}">PLN-${n}</a></td>
<td class="summary"><p><a class="issue-link" href="/browse/PLN-${n}">A ticket of Data Center</a></p></td><td>Open</td></tr>`;
const dcCard = (n: number): string =>
  `<div class="ghx-issue js-detailview js-issue" data-issue-key="PLN-${n}"><div class="ghx-issue-content"><div class="ghx-issue-fields"><span class="ghx-key"><a href="/browse/PLN-${n}" class="js-key-link">PLN-${n}</a></span><span class="ghx-summary"><span class="ghx-inner">A card</span></span></div></div><div class="ghx-card-footer" style="display:flex"><span>Story</span></div></div>`;
const splitRow = (n: number): string =>
  `<li data-testid="issue-navigator.ui.issue-results.detail-view.card-list.card.list-item"><a href="/browse/PLN-${n}"><span>PLN-${n}</span></a><div data-testid="issue-navigator.ui.issue-results.detail-view.card-list.card.summary"><span>A split row</span></div></li>`;
const linked = (
  n: number,
): string => `<div data-testid="issue-line-card.card-container" style="display:flex"><a data-testid="issue-line-card.issue-line-card-view.key" href="/browse/PLN-${n}">PLN-${n}</a>
<span style="flex:1"><a data-testid="issue-field-summary.ui.inline-read.link-item" href="/browse/PLN-${n}">A linked ticket</a></span><div><div data-testid="issue-line-card.ui.status.status-field-container"><button>To do</button></div></div></div>`;
const linearRow = (
  n: number,
): string => `<a href="/azimuth-sample/issue/PLN-${n}/a-slug" data-list-row="true" data-list-key="ITEM_${n}" style="display:flex;height:44px">
<div data-contextual-menu="true" style="display:flex;flex:1;gap:8px"><div data-menu-open="false"><svg width="14" height="14"></svg></div><span style="flex:1"><span>A ticket whose key is not shown</span></span><div style="width:60px"></div><span>12 Nov</span></div></a>`;

export const LIST_PAGES: Record<string, ListPage> = {
  'GitHub milestone': {
    url: `https://github.com/azimuth-sample/planner/milestone/3`,
    body: NOISE + githubList(githubRow(`${ISSUES}/1801`, 1801), githubRow('/azimuth-sample/planner/pull/1940', 1940)),
    chips: [`${P}1801`, `${P}1940`],
  },
  'GitHub global list': {
    url: 'https://github.com/issues/assigned',
    body: githubList(githubRow(`https://github.com${ISSUES}/1801`, 1801), githubRow('https://github.com/else/where/issues/3', 3)),
    chips: [`${P}1801`],
  },
  'GitHub saved view': {
    url: `https://github.com${ISSUES}/views/12`,
    body: githubList(githubRow(`${ISSUES}/1842`, 1842)),
    chips: [`${P}1842`],
  },
  'GitHub Projects table': {
    url: 'https://github.com/orgs/azimuth-sample/projects/7/views/2',
    body: `<div id="memex-project-view-root"><div role="grid"><div role="row"><div role="columnheader">Title</div></div>${memexRow(1842)}${memexRow(1903)}</div></div>`,
    chips: [`${P}1842`, `${P}1903`],
  },
  'GitHub list without its marks': {
    url: `https://github.com${ISSUES}?q=plain`,
    body: `${NOISE}<ul><li><h3><a href="${ISSUES}/1842">One</a></h3><a href="/azimuth-sample/planner/pull/77">77</a></li><li><a href="${ISSUES}/1903">Two</a> <span>#1903</span></li></ul>`,
    chips: [`${P}1842`, `${P}1903`],
  },
  'GitHub search': {
    url: 'https://github.com/search?q=x&type=issues',
    body: `<div data-testid="results-list"><ul><li><a href="${ISSUES}/1842">One</a><div>Opened by activation</div></li></ul></div>`,
    chips: [`${P}1842`],
  },
  'Jira split navigator': {
    url: `${JIRA}/issues/?jql=split`,
    body: `<ul>${splitRow(214)}${splitRow(231)}</ul>`,
    chips: [`${J}214`, `${J}231`],
  },
  'Jira, linked work items': {
    url: `${JIRA}/browse/PLN-1?links`,
    body: `<div class="ak-renderer-document"><ul><li><a href="/browse/PLN-7">in the text</a></li></ul></div><ul><li><a href="/browse/PLN-6">in the history</a></li></ul>${linked(198)}${linked(231)}`,
    chips: [`${J}198`, `${J}231`],
  },
  'Data Center navigator': {
    url: `${JIRA}/issues/?jql=dc`,
    body: `<table id="issuetable"><tbody>${dcRow(198)}${dcRow(231)}</tbody></table>`,
    chips: [`${J}198`, `${J}231`],
  },
  'Data Center board': {
    url: `${JIRA}/secure/RapidBoard.jspa?rapidView=2`,
    body: `<div id="ghx-pool">${dcCard(198)}${dcCard(231)}</div>`,
    chips: [`${J}198`, `${J}231`],
  },
  'Linear, my issues': {
    url: 'https://linear.app/azimuth-sample/my-issues/assigned',
    body: `<div data-list-wrapper="true"><div data-list-row="true" data-list-key="GROUP_Urgent">Urgent</div>${linearRow(88)}${linearRow(97)}</div><p><a href="/azimuth-sample/issue/PLN-5/x">in a text</a></p>`,
    chips: [`${L}88`, `${L}97`],
  },
  'Linear, sub-issues of an issue': {
    url: 'https://linear.app/azimuth-sample/issue/PLN-900/parent',
    body: `<main data-view-id="issue-view"><ul><li><a href="/azimuth-sample/issue/PLN-5/x">in the history</a></li></ul>${linearRow(88)}</main>`,
    chips: [`${L}88`],
  },
};
