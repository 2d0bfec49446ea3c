// @vitest-environment happy-dom
// Panes: what the address says of them, who may show what there, and which ticket a pane shows by its own link.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mayShow } from '../../lib/trackers/addresses.ts';
import { paneAt, ticketAt } from '../../lib/trackers/addresses.ts';
import { githubPages } from '../../lib/trackers/github.ts';
import { jiraPages } from '../../lib/trackers/jira.ts';
import { linearPages } from '../../lib/trackers/linear.ts';
import { morePlaces } from '../../lib/trackers/more-places.ts';
import { paneIn } from '../../lib/trackers/panes.ts';
import { drawAll, githubIssue, JIRA, linearIssue, page, SECTIONS } from './documents.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  drawAll();
});

describe('the address of a pane', () => {
  const pane = (text: string): string => encodeURIComponent(text);
  it.each([
    [`https://github.com/orgs/acme/projects/1?pane=issue&itemId=5&issue=${pane('acme|app|12')}`, 'github:acme/app#12'],
    [`https://github.com/orgs/acme/projects/1/views/3?pane=issue&issue=${pane('other|app.js|7')}`, 'github:other/app.js#7'],
    [`https://github.com/users/acme/projects/1?pane=issue&issue=${pane('acme|app|12')}`, 'github:acme/app#12'],
    [`https://github.com/acme/app/projects/1?pane=issue&issue=${pane('acme|app|12')}`, 'github:acme/app#12'],
    [`https://github.com/acme/app/issues/3?issue=${pane('acme|app|12')}`, 'github:acme/app#12'],
    // A draft, the project's own pane, and what is no item.
    ['https://github.com/orgs/acme/projects/1?pane=issue&itemId=5', undefined],
    [`https://github.com/orgs/acme/projects/1?pane=info&issue=${pane('acme|app|12')}`, undefined],
    [`https://github.com/orgs/acme/projects/1?issue=${pane('acme|app|12')}`, undefined],
    [`https://github.com/orgs/acme/projects/1?pane=issue&issue=${pane('acme|app|012')}`, undefined],
    [`https://github.com/orgs/acme/projects/1?pane=issue&issue=${pane('acme|app|12|13')}`, undefined],
    [`https://github.com/acme/app?pane=issue&issue=${pane('acme|app|12')}`, undefined],
    [`https://github.com/acme/app/pulls?issue=${pane('acme|app|12')}`, undefined],
    // What the query says badly, or on a page that has no such pane, does not take the page's own ticket away.
    ['https://github.com/acme/app/issues/3?issue=12', 'github:acme/app#3'],
    [`https://github.com/acme/app/pull/3?issue=${pane('acme|app|12')}`, 'github:acme/app#3'],
  ])('%s: %s', (address, ticket) => expect(ticketAt(address)).toBe(ticket));

  it.each([
    ['https://linear.app/acme/inbox/priority', 'linear:acme/'],
    ['https://linear.app/acme/team/ENG/active', 'linear:acme/'],
    ['https://linear.app/acme/my-issues/assigned', 'linear:acme/'],
    ['https://linear.app/acme/issue/ENG-37/x', undefined],
    ['https://linear.app/acme/settings/account', undefined],
    ['https://linear.app/login/x', undefined],
    ['https://linear.app/', undefined],
    ['https://acme.atlassian.net/issues/?jql=x', 'jira:acme.atlassian.net/'],
    ['https://acme.atlassian.net/issues/PLN-1?jql=x', undefined],
    ['https://acme.atlassian.net/jira/software/c/projects/PLN/boards/1', undefined],
    ['https://github.com/orgs/acme/projects/1', undefined],
    ['https://linear.app.evil.org/acme/inbox', undefined],
    ['', undefined],
  ])('%s may show tickets that begin with %s', (address, within) => expect(paneAt(address)).toBe(within));

  it.each([
    ['https://linear.app/acme/inbox/priority', 'linear:acme/ENG-3', true],
    ['https://linear.app/Acme/inbox/priority', 'linear:acme/eng-3', true],
    ['https://linear.app/acme/inbox/priority', 'linear:acme2/ENG-3', false],
    ['https://linear.app/acme/inbox/priority', 'github:acme/app#3', false],
    ['https://linear.app/acme/issue/ENG-4/x', 'linear:acme/ENG-3', false],
    ['https://acme.atlassian.net/issues/?jql=x', 'jira:acme.atlassian.net/PLN-1', true],
    ['https://acme.atlassian.net/issues/?jql=x', 'jira:other.atlassian.net/PLN-1', false],
    ['https://acme.atlassian.net/issues/PLN-2?jql=x', 'jira:acme.atlassian.net/PLN-1', false],
    ['https://github.com/orgs/acme/projects/1', 'github:acme/app#3', false],
  ])('%s, %s: %s', (address, ticket, may) => expect(mayShow(address)(ticket)).toBe(may));
});

describe('Linear’s pane', () => {
  const header = (...keys: string[]): string =>
    `<header>${keys.map((key) => `<a href="/acme/issue/${key}/x">${key} Research work</a>`).join(' › ')}</header>`;
  const view =
    '<div data-view-id="issue-view"><div role="textbox" aria-multiline="false" aria-label="Issue title">Research work</div><a href="/acme/issue/ENG-99/y">ENG-99</a></div>';
  const rows =
    '<div><a data-list-row="true" href="/acme/issue/ENG-50/z">ENG-50 Research work</a><a data-board-item href="/acme/issue/ENG-51/z">ENG-51</a></div>';
  const reads = (body: string): string | undefined => paneIn(page(`<main>${body}</main>`), 'linear:acme/');

  it.each([
    ['by the link in its header', rows + `<div class="peek">${header('ENG-37')}${view}</div>`, 'ENG-37'],
    ['by the last link, its parents’ come before', `<div>${header('ENG-1', 'ENG-37')}${view}</div>`, 'ENG-37'],
    [
      'by a link that says the title, where the header is no header any more',
      rows + `<div><div><a href="/acme/issue/ENG-37/x">ENG-37 Research work</a></div>${view}</div>`,
      'ENG-37',
    ],
    [
      'by its title alone, where the view has lost its mark',
      `<div>${header('ENG-37')}<div role="textbox" aria-multiline="false">Research work</div></div>`,
      'ENG-37',
    ],
  ])('is read %s', (_, body, key) => expect(reads(body)).toBe(`linear:acme/${key}`));

  it.each([
    ['nothing is open', rows],
    ['it has no link: the rows’ links are to others', rows + `<div>${view}</div>`],
    ['its link leads to another workspace', `<div><header><a href="/other/issue/ENG-37/x">ENG-37</a></header>${view}</div>`],
    ['its link leads elsewhere', `<div><header><a href="https://evil.org/acme/issue/ENG-37/x">ENG-37</a></header>${view}</div>`],
    ['it is hidden', `<div>${header('ENG-37')}${view.replace('<div ', '<div data-hidden ')}</div>`],
  ])('says nothing where %s', (_, body) => expect(reads(body)).toBeUndefined());

  it('is its own part of the page: nothing of a list’s own rail is a place for it', () => {
    const rail =
      '<aside><section><div data-details-pane-section-content="true"></div></section><section><div data-details-pane-section-content="true"></div></section></aside>';
    page(`<main>${rail}<div class="peek">${header('ENG-37')}${view}</div></main>`);
    const scope = linearPages.scope(document, 'linear:acme/ENG-37');
    expect((scope as Element).className).toBe('peek');
    expect(linearPages.rungs.some((rung) => rung.find(scope))).toBe(false);
    expect(linearPages.roomless?.(scope)).toBe(true);
    expect(linearPages.scope(document, 'linear:acme/ENG-38').childElementCount).toBe(0);
  });

  it('has its column where it has a rail', () => {
    page(`<main><div class="all">${linearIssue('ENG-37')}</div></main>`);
    const scope = linearPages.scope(document, 'linear:acme/ENG-37');
    expect(linearPages.roomless?.(scope)).toBe(false);
    expect(linearPages.rungs[0]?.find(scope)?.parent.className).toBe('rail');
  });
});

describe('Jira', () => {
  const key = (name: string): string => `jira:acme.atlassian.net/${name}`;

  it('reads the split view’s item by its breadcrumb, not by what is said', () => {
    const doc = page(`<div>${JIRA.full('PLN-214', 'A', JIRA.status)}<p><a href="/browse/PLN-9">PLN-9</a></p></div>`);
    expect(paneIn(doc, 'jira:acme.atlassian.net/')).toBe(key('PLN-214'));
    expect(paneIn(page('<table><a href="/browse/PLN-9">PLN-9</a></table>'), 'jira:acme.atlassian.net/')).toBeUndefined();
  });

  it('takes the modal over a split view, and the split view under another’s modal', () => {
    page(
      `<div id="under">${JIRA.full('PLN-1', 'A', JIRA.status)}</div><section role="dialog" id="over">${JIRA.full('PLN-2', 'B', JIRA.status)}</section>`,
    );
    expect((jiraPages.scope(document, key('PLN-2')) as Element).id).toBe('over');
    const over = jiraPages.scope(document, key('PLN-1'));
    // The modal is what is on screen: it contradicts, and nothing is put anywhere.
    expect(jiraPages.shows(over, key('PLN-1'))).toBe(key('PLN-2'));
  });
});

describe('GitHub’s two viewers', () => {
  const two = (over: string): string => `${githubIssue(`<div id="own" class="IssueSidebar-module__sidebarContent__x">${SECTIONS}</div>`)}
    <div role="dialog" id="pane">${over}</div>`;
  const nested = githubIssue(`<div id="nested" class="IssueSidebar-module__sidebarContent__x">${SECTIONS}</div>`).replaceAll('#12', '#34');
  const spot = (ticket: string): string | undefined => {
    const scope = githubPages.scope(document, ticket);
    return githubPages.rungs.map((rung) => rung.find(scope)?.parent.id).find(Boolean);
  };
  const at = (search: string): void => {
    vi.spyOn(document, 'location', 'get').mockReturnValue({ pathname: '/acme/app/issues/12', search } as Location);
  };

  it('each have their own ticket, whichever comes first in the page', () => {
    for (const html of [
      two(nested),
      `<div role="dialog" id="pane">${nested}</div>${two('').replace('<div role="dialog" id="pane"></div>', '')}`,
    ]) {
      page(html);
      at('?issue=acme%7Capp%7C34');
      expect(spot('github:acme/app#34')).toBe('nested');
      at('');
      expect(spot('github:acme/app#12')).toBe('own');
      vi.restoreAllMocks();
      drawAll();
    }
  });

  it('has no place for a sub-issue before its viewer is there', () => {
    page(two('<p>Loading</p>'));
    at('?issue=acme%7Capp%7C34');
    expect(spot('github:acme/app#34')).toBeUndefined();
    expect(githubPages.shows(githubPages.scope(document, 'github:acme/app#34'), 'github:acme/app#34')).toBeUndefined();
  });

  it('knows when the pane still shows the last item', () => {
    page(two(nested));
    at('?issue=acme%7Capp%7C56');
    const scope = githubPages.scope(document, 'github:acme/app#56');
    expect(githubPages.shows(scope, 'github:acme/app#56')).toBe('github:acme/app#34');
  });
});

it('likely places are none of a comment’s, a dialog’s or a menu’s', () => {
  for (const [open, close] of [
    ['<div class="markdown-body">', '</div>'],
    ['<div role="dialog">', '</div>'],
    ['<nav>', '</nav>'],
    ['<table><tbody><tr><td>', '</td></tr></tbody></table>'],
  ] as const) {
    page(`<main><h1>A title</h1>${open}<aside>${SECTIONS}</aside>${close}</main>`);
    for (const tracker of ['github', 'jira', 'linear']) {
      expect(
        morePlaces(tracker).flatMap((rung) => rung.find(document)?.parent.closest('.markdown-body, [role="dialog"], nav, table') ?? []),
      ).toEqual([]);
    }
  }
});

it('a pane of Jira that is not there yet leaves no place on the list behind it', () => {
  vi.spyOn(document, 'URL', 'get').mockReturnValue(
    'https://acme.atlassian.net/jira/software/c/projects/PLN/boards/1/backlog?selectedIssue=PLN-7',
  );
  page('<main><h1>Backlog</h1><a href="/browse/PLN-7">PLN-7</a></main>');
  expect(jiraPages.scope(document, 'jira:acme.atlassian.net/PLN-7')).not.toBe(document);
  page('<main><h1>Backlog</h1></main><section><a aria-current="page" target="_blank" href="/browse/PLN-7">PLN-7</a></section>');
  expect(jiraPages.scope(document, 'jira:acme.atlassian.net/PLN-7')).toBe(document);
});
