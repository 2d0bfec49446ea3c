// @vitest-environment happy-dom
// GitHub's pages: the column in each of its layouts, the title and the number among their twins.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { githubPages as pages } from '../../lib/trackers/github.ts';
import { drawAll, githubClassic, githubIssue, githubPull, page, SECTIONS } from './documents.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  drawAll();
});

/** The first rung that finds something, as `keepPlaced` asks for it: name, and the ids of parent and next sibling. */
function found(body: string): [rung: string, parent: string, before: string | undefined] | undefined {
  const scope = pages.scope(page(body), 'github:acme/app#12');
  for (const rung of pages.rungs) {
    const spot = rung.find(scope);
    if (spot) return [rung.name, spot.parent.id, spot.before?.id];
  }
  return undefined;
}

describe('the column', () => {
  const wrap = (attributes: string, inner = SECTIONS): string => `<div id="column" ${attributes}>${inner}</div>`;

  it.each([
    ['sidebar-content', 'class="IssueSidebar-module__sidebarContent--aBc1"'],
    ['sidebar-content', 'class="x IssueSidebar-module__sidebarContent__Zz9 y"'],
    ['metadata-pane', 'data-testid="issue-viewer-metadata-pane"'],
    ['metadata-container', 'data-testid="issue-viewer-metadata-container"'],
  ])('%s: before the section headed "Assignees", in %s', (rung, attributes) => {
    expect(found(githubIssue(wrap(attributes)))).toEqual([rung, 'column', 'assignees']);
  });

  it('is on top where no section is headed so, or only one inside the description', () => {
    expect(found(githubIssue(wrap('data-testid="issue-viewer-metadata-pane"', '<div id="first"></div><div id="second"></div>')))).toEqual([
      'metadata-pane',
      'column',
      'first',
    ]);
    expect(found(githubIssue(wrap('data-testid="issue-viewer-metadata-pane"', '')))).toEqual(['metadata-pane', 'column', undefined]);
  });

  it('takes the newest name first where several are there', () => {
    const inner = wrap('class="IssueSidebar-module__sidebarContent__x"');
    expect(found(githubIssue(`<div id="outer" data-testid="issue-viewer-metadata-pane">${inner}</div>`))).toEqual([
      'sidebar-content',
      'column',
      'assignees',
    ]);
  });

  it('takes the one that is drawn, not its hidden twin', () => {
    const twin = '<div id="twin" data-hidden data-testid="issue-viewer-metadata-pane"><div id="x"></div></div>';
    expect(found(githubIssue(twin + wrap('data-testid="issue-viewer-metadata-pane"')))).toEqual(['metadata-pane', 'column', 'assignees']);
    expect(found(githubIssue(twin))).toBeUndefined();
  });

  it('is the sidebar of a pull request and of a classic page', () => {
    expect(found(githubPull)).toEqual(['discussion-sidebar', 'partial-discussion-sidebar', 'assignees']);
    expect(found(githubClassic)).toEqual(['discussion-sidebar', 'partial-discussion-sidebar', 'assignees']);
  });

  it('is found by the heading alone where every name has gone', () => {
    expect(found(githubIssue(`<aside id="aside">${SECTIONS}</aside>`))).toEqual(['assignees-heading', 'aside', 'assignees']);
  });

  it.each([
    ['in the description', githubIssue('')],
    ['in a dialog', `<main><div role="dialog"><div><h3>Assignees</h3></div><div><h3>Labels</h3></div></div></main>`],
    ['as a part of other words', `<main><div id="a"><h3>Assignees and labels</h3></div><div><h3>Labels</h3></div></main>`],
    ['nowhere', '<main><h1>Issues</h1><ul><li>One</li></ul></main>'],
  ])('is not where the heading stands %s', (_, body) => expect(found(body)).toBeUndefined());
});

describe('the title', () => {
  const titleOf = (body: string, title = ''): string => pages.title(page(body, title), document);

  it('is the heading’s, not the sticky twin’s', () => {
    expect(titleOf(githubIssue(''))).toBe('A title');
    expect(titleOf(githubPull)).toBe('A pull request');
    expect(titleOf(githubClassic)).toBe('A classic issue');
  });

  it.each([
    ['Fix · the · thing · Issue #12 · acme/app', 'Fix · the · thing'],
    ['Fix it · Issue #12 · acme/app · GitHub', 'Fix it'],
    ['<img src=x onerror=alert(1)> · Issue #12 · acme/app', '<img src=x onerror=alert(1)>'],
  ])('is the tab’s without its end, where no heading is known: %s', (title, expected) => {
    const doc = page('<main></main>');
    doc.title = title;
    expect(pages.title(doc, doc)).toBe(expected);
  });

  it('leaves the author of a pull request out', () => {
    expect(titleOf('<main></main>', 'Update names.js by person-1 · Pull Request #1 · o/r')).toBe('Update names.js');
  });
});

describe('what the page claims to show', () => {
  const shows = (body: string, ticket: string) => pages.shows(page(body), ticket);

  it.each([
    ['a React issue', githubIssue(''), '12'],
    ['a pull request with "#151Edit title"', githubPull, '151'],
    ['a classic page', githubClassic, '38'],
  ])('is its number: %s', (_, body, number) => {
    expect(shows(body, `github:Acme/app#${number}`)).toBe(`github:Acme/app#${number}`);
    expect(shows(body, 'github:Acme/app#1')).toBe(`github:Acme/app#${number}`);
  });

  it.each([
    ['an empty page', ''],
    ['a heading without a number', '<h1 data-component="PH_Title"><span>Issues</span></h1>'],
    ['a number in the description', '<div class="markdown-body"><h1><span>#99</span></h1></div>'],
    ['a sticky twin alone', '<h2 data-component="PH_Title"><span>#99</span></h2>'],
  ])('is nothing: %s', (_, body) => expect(shows(body, 'github:acme/app#12')).toBeUndefined());
});

describe('waking', () => {
  it('is awaited of a React page that has not mounted, and of no other', () => {
    expect(pages.sleeper(page('<react-app app-name="issues-react"></react-app>'))?.tagName).toBe('REACT-APP');
    expect(pages.sleeper(page(githubIssue('')))).toBeNull();
    expect(pages.sleeper(page(githubClassic))).toBeNull();
    expect(pages.awake(document)).toBe(true);
  });
});
