// @vitest-environment happy-dom
// Jira's pages: one issue view or two, with a column or without.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { jiraPages as pages } from '../../lib/trackers/jira.ts';
import { drawAll, JIRA, page } from './documents.ts';

const TICKET = 'jira:Acme.atlassian.net/PLN-214';
beforeEach(() => {
  vi.restoreAllMocks();
  drawAll();
});

function found(body: string): [rung: string, parent: string, before: string | undefined] | undefined {
  const scope = pages.scope(page(body), TICKET);
  for (const rung of pages.rungs) {
    const spot = rung.find(scope);
    if (spot) return [rung.name, spot.parent.className, spot.before?.id];
  }
  return undefined;
}
const { status, spotlight, details, footnote, quickAdd, summaryBox } = JIRA;
const full = (column: string, key = 'PLN-214', text = 'A summary') => JIRA.full(key, text, column);

describe('the column', () => {
  it.each([
    ['after-status', status + spotlight + details + footnote, 'spotlight'],
    ['after-status', details + status, undefined],
    ['after-status-spotlight', `${spotlight}<p id="next"></p>${details}`, 'next'],
    ['before-details', `<p></p>${details}${footnote}`, 'details'],
    ['before-footnote', `<p></p>${footnote}`, 'footnote'],
    ['column-top', '<p id="first"></p><p></p>', 'first'],
    ['column-top', '', undefined],
  ])('%s', (rung, column, before) => expect(found(full(column))).toEqual([rung, 'right', before]));

  it('is none of the status outside of the column', () => {
    expect(found(`${status}${full('<p id="first"></p>')}`)).toEqual(['column-top', 'right', 'first']);
  });

  it.each([
    ['compact-quick-add', `${summaryBox}${quickAdd}<p id="next"></p>`, 'next'],
    ['compact-summary', `${summaryBox}<p id="next"></p>`, 'next'],
  ])('in the side panel: %s', (rung, parts, before) => {
    expect(found(JIRA.compact('PLN-214', 'A summary', parts))).toEqual([rung, 'right', before]);
    // Never inside the summary's form: an Enter of ours would submit it.
    expect(document.querySelector('form')?.children).toHaveLength(0);
  });

  it('is not there on a board, a list, or an issue of another make', () => {
    for (const body of [
      '<main><h1>Board</h1></main>',
      '<div role="dialog"><h1>Move?</h1></div>',
      '<div id="issue-content"><a id="key-val">PLN-1</a></div>',
    ])
      expect(found(body)).toBeUndefined();
  });
});

describe('two issue views at once', () => {
  const under = full(`<div id="under">${status}</div>`, 'PLN-1', 'Under it');
  const dialog = (inner: string) => `<section role="dialog">${inner}</section>`;
  const modal = dialog(full(status, 'PLN-214', 'On top'));

  it('has the top-most dialog that shows an issue speak', () => {
    page(under + dialog(full('', 'PLN-5', 'In between')) + modal + dialog('<h1>Delete this comment?</h1>'));
    const scope = pages.scope(document, TICKET);
    expect([pages.shows(scope, TICKET), pages.title(scope, document)]).toEqual([TICKET, 'On top']);
    const spot = pages.rungs[0]?.find(scope);
    expect(spot?.parent.closest('[role="dialog"]')).toBe(scope);
  });

  it('has the page speak where a dialog shows none', () => {
    page(under + dialog('<h1>Delete?</h1>'));
    const scope = pages.scope(document, TICKET);
    expect(scope).toBe(document);
    expect(pages.shows(scope, TICKET)).toBe('jira:Acme.atlassian.net/PLN-1');
  });

  it('says nothing until the modal shows its breadcrumb', () => {
    page(dialog('<p>Loading</p>'));
    expect(pages.shows(pages.scope(document, TICKET), TICKET)).toBeUndefined();
  });
});

describe('the title', () => {
  const titleOf = (body: string, title = '') => {
    page(body);
    document.title = title;
    return pages.title(pages.scope(document, TICKET), document);
  };

  it('is the summary, not a heading of the description', () => expect(titleOf(full(''), '[PLN-214] Other - Jira')).toBe('A summary'));
  it('is the summary as it is being rewritten', () => expect(titleOf(JIRA.editing(' Being typed ') + full(''))).toBe('Being typed'));
  it.each([
    ['[PLN-214] Sign-up - one field - Jira', 'Sign-up - one field'],
    ['[PLN-214] Sign-up - Our Tracker', 'Sign-up'],
    ['[PLN-214] A [second] bracket - Jira', 'A [second] bracket'],
    ['', ''],
  ])('is the tab’s where there is no summary: %j', (title, expected) => expect(titleOf('<main></main>', title)).toBe(expected));
});

describe('what the page claims to show', () => {
  it.each([
    ['/browse/pln-9', 'jira:Acme.atlassian.net/PLN-9'],
    ['/browse/PLN', undefined],
    ['', undefined],
  ])('reads %j as %s', (href, expected) => {
    page(full(''));
    document.querySelector('a')?.setAttribute('href', href);
    expect(pages.shows(document, TICKET)).toBe(expected);
  });
});

it('waits for what the server drew of it, where there is something', () => {
  expect(pages.sleeper(page('<div id="jira-frontend"></div>'))?.id).toBe('jira-frontend');
  expect(pages.sleeper(page('<main></main>'))).toBeNull();
});
