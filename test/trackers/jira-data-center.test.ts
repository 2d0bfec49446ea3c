// @vitest-environment happy-dom
// Data Center's pages: the issue page, the pane beside a board, a summary that is being edited.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { jiraDataCenterPages as pages } from '../../lib/trackers/jira-data-center.ts';
import { githubClassic, JIRA, linearIssue, drawAll, page } from './documents.ts';

const TICKET = 'jira:jira.example.org/jira/PLN-214';
const HEAD = '<ol><li><a id="key-val" class="issue-link" data-issue-key="PLN-214" rel="10214">PLN-214</a></li></ol>';
const ISSUE = (side: string, summary = 'A summary'): string =>
  `<div id="issue-content">${HEAD}<h1 id="summary-val">${summary}</h1><div class="main"><div id="details-module"></div><div id="next"></div></div>${side}</div>`;
const SIDE = '<div id="viewissuesidebar" class="side"><div id="peoplemodule"></div><div id="datesmodule"></div></div>';
const PANE = (inside: string): string => `<div id="ghx-work"></div><div id="ghx-detail-view">${inside}</div>`;
const DETAIL = `<div id="ghx-detail-issue" class="detail"><div id="ghx-detail-head"><span class="ghx-fieldname-issuekey"><a href="/jira/browse/PLN-198">PLN-198</a></span>
  <div data-field-id="summary">In the pane</div></div><div id="section"></div></div>`;

beforeEach(() => {
  vi.restoreAllMocks();
  drawAll();
});

function found(html: string): [rung: string, parent: string, before: string | undefined] | undefined {
  const scope = pages.scope(page(html), TICKET);
  for (const rung of pages.rungs) {
    const spot = rung.find(scope);
    if (spot) return [rung.name, spot.parent.className, spot.before?.id];
  }
  return undefined;
}
const read = (html: string, what: 'shows' | 'title', title = '') => {
  const document = page(html, title);
  const scope = pages.scope(document, TICKET);
  return what === 'shows' ? pages.shows(scope, TICKET) : pages.title(scope, document);
};

describe('the place', () => {
  it.each([
    ['the first module of the side column', ISSUE(SIDE), ['issue-sidebar', 'side', 'peoplemodule']],
    ['after the details where there is no side column', ISSUE(''), ['after-details-module', 'main', 'next']],
    ['under the head of the pane', PANE(DETAIL), ['board-pane-after-head', 'detail', 'section']],
    ['on top of the pane', PANE(DETAIL.replace('ghx-detail-head', 'x')), ['board-pane', 'detail', 'x']],
    // An issue view behind the pane is another ticket's.
    ['in the pane, not in what lies behind it', ISSUE(SIDE) + PANE(DETAIL), ['board-pane-after-head', 'detail', 'section']],
    ['nowhere on a board with its pane shut', PANE(''), undefined],
  ])('%s', (_, html, spot) => expect(found(html)).toEqual(spot));

  it.each([JIRA.full('PLN-214', 'A', JIRA.status + JIRA.details), githubClassic, linearIssue()])(
    'is in no page of another tracker',
    (html) => {
      expect(found(html)).toBeUndefined();
      expect(read(html, 'shows')).toBeUndefined();
    },
  );
});

describe('what the page says', () => {
  it.each([
    [ISSUE(SIDE), TICKET],
    [ISSUE(SIDE).replaceAll('PLN-214', 'pln-215'), 'jira:jira.example.org/jira/PLN-215'],
    [ISSUE(SIDE).replace(HEAD, '<h1 id="dx-issuekey-val-h1"><a>PLN-7</a></h1>'), 'jira:jira.example.org/jira/PLN-7'],
    [ISSUE(SIDE).replace(HEAD, '<p id="issuekey-val"><a>PLN-8</a></p>'), 'jira:jira.example.org/jira/PLN-8'],
    [PANE(DETAIL), 'jira:jira.example.org/jira/PLN-198'],
    [PANE(''), undefined],
    ['<a id="key-val">not a key</a>', undefined],
  ])('its ticket, %#', (html, ticket) => expect(read(html, 'shows')).toBe(ticket));

  // It stays what it was when another issue is fetched into the page.
  it('is not taken from the head', () => {
    const document = page('');
    document.head.innerHTML = '<meta name="ajs-issue-key" content="PLN-1">';
    expect(pages.shows(document, TICKET)).toBeUndefined();
    document.head.innerHTML = '';
  });

  it.each([
    [ISSUE(SIDE, ' A summary '), 'A summary'],
    [
      ISSUE(SIDE, '<form><input type="hidden" value="x"><textarea id="summary">Being edited</textarea><button>Save</button></form>'),
      'Being edited',
    ],
    [ISSUE(SIDE, '<input id="summary" value="In an old version"><button>Save</button>'), 'In an old version'],
    [PANE(DETAIL), 'In the pane'],
    ['', 'A title'],
  ])('its title, %#', (html, title) => {
    expect(read(html, 'title', '[PLN-214] A title - Example Tracker')).toBe(title);
  });
});
