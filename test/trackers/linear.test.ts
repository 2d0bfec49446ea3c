// @vitest-environment happy-dom
// Linear's issue page: a rail without a name of its own, a title in an editor, a breadcrumb.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { linearPages as pages } from '../../lib/trackers/linear.ts';
import { drawAll, linearIssue, page } from './documents.ts';

const TICKET = 'linear:acme/ENG-37';
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

describe('the rail', () => {
  it('takes the panel after its first section', () => expect(found(linearIssue())).toEqual(['rail-after-properties', 'rail', 'labels']));

  it('takes it at the end where there is one section only', () => {
    expect(found(linearIssue('ENG-37', '<section><div data-details-pane-section-content="true"></div></section>'))).toEqual([
      'rail-after-properties',
      'rail',
      undefined,
    ]);
  });

  it('takes it after the whole of the first section, however deep the mark of it stands', () => {
    const deep = (id: string) => `<div id="${id}"><section><div><div data-details-pane-section-content="true"></div></div></section></div>`;
    expect(found(linearIssue('ENG-37', deep('properties') + deep('labels')))).toEqual(['rail-after-properties', 'rail', 'labels']);
  });

  it('is found by a property’s button where the sections have lost their mark', () => {
    const sections = '<section><div><button data-detail-button="true">Todo</button></div></section><section id="labels"></section>';
    expect(found(linearIssue('ENG-37', sections))).toEqual(['rail-by-detail-button', 'rail', 'labels']);
  });

  it('is not there in the inbox, in a list, or where nothing has a mark', () => {
    for (const body of [
      linearIssue('ENG-37', ''),
      '<main><a data-list-row="true" href="/acme/issue/ENG-37/x">ENG-37</a></main>',
      '<button data-detail-button="true"></button>',
    ])
      expect(found(body)).toBeUndefined();
  });
});

describe('the title', () => {
  const titleOf = (body: string, title = '') => pages.title(page(body, title), document);
  it('is the editor’s', () => expect(titleOf(linearIssue(), 'ENG-37 Another')).toBe('Research work'));
  it.each([
    ['ENG-37 Research work', 'Research work'],
    ['DAY123-79 Research', 'Research'],
    ['Research ENG-37 work', 'Research ENG-37 work'],
  ])('is the tab’s without the key where there is no editor: %s', (title, expected) =>
    expect(titleOf('<main></main>', title)).toBe(expected),
  );
});

describe('what the page claims to show', () => {
  const shows = (body: string) => pages.shows(page(body), TICKET);

  it('is the breadcrumb’s key, in the spelling of the address’s workspace', () => {
    expect(shows(linearIssue('ENG-37'))).toBe(TICKET);
    expect(shows(linearIssue('eng-38'))).toBe('linear:acme/ENG-38');
  });

  it('is the last of a sub-issue’s breadcrumb, unless the address’s own is among them', () => {
    const crumbs = (...keys: string[]) =>
      linearIssue().replace(
        /<header>.*<\/header>/,
        `<header>${keys.map((key) => `<a href="/acme/issue/${key}/x">${key}</a>`).join(' ')}</header>`,
      );
    expect(shows(crumbs('ENG-1', 'ENG-37'))).toBe(TICKET);
    expect(shows(crumbs('ENG-37', 'ENG-40'))).toBe(TICKET);
    expect(shows(crumbs('ENG-1', 'ENG-40'))).toBe('linear:acme/ENG-40');
  });

  it('is nothing without an issue view, and nothing that the description links to', () => {
    expect(shows('<header><a href="/acme/issue/ENG-38/x">ENG-38</a></header>')).toBeUndefined();
    expect(shows(linearIssue().replace(/<header>.*<\/header>/, '<header></header>'))).toBeUndefined();
  });
});

describe('waking', () => {
  it('is over when the splash is, and there is nobody asleep', () => {
    expect(pages.awake(page('<div id="loading"></div>'))).toBe(false);
    document.body.className = 'is-bootstrapped loaded';
    expect(pages.awake(document)).toBe(true);
    expect(pages.awake(page('<main></main>'))).toBe(true);
    // Its class may have another name: then what it covered can be seen.
    expect(pages.awake(page('<div id="loading" data-hidden></div>'))).toBe(true);
    expect(pages.sleeper(document)).toBeNull();
  });
});
