// @vitest-environment happy-dom
// What every tracker's pages keep, whatever is on them.
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pagesOf } from '../../lib/trackers/pages.ts';
import { drawAll, githubClassic, githubIssue, githubPull, JIRA, linearIssue, page, SECTIONS } from './documents.ts';

const TRACKERS = {
  github: {
    ticket: 'github:acme/app#12',
    tickets: [
      githubIssue(`<div data-testid="issue-viewer-metadata-pane">${SECTIONS}</div>`),
      githubPull,
      githubClassic,
      githubIssue(`<aside>${SECTIONS}</aside>`),
    ],
  },
  jira: {
    ticket: 'jira:acme.atlassian.net/PLN-214',
    tickets: [
      JIRA.full('PLN-214', 'A', JIRA.status + JIRA.details),
      JIRA.full('PLN-214', 'A', JIRA.details + JIRA.footnote),
      JIRA.full('PLN-214', 'A', '<p></p>'),
      JIRA.compact('PLN-214', 'A', JIRA.quickAdd + JIRA.summaryBox),
      `<section role="dialog">${JIRA.full('PLN-214', 'A', JIRA.status)}</section>`,
    ],
  },
  linear: {
    ticket: 'linear:acme/ENG-37',
    tickets: [linearIssue(), linearIssue('ENG-37', '<section><div><button data-detail-button="true"></button></div></section>')],
  },
} as const;

const UNRELATED =
  '<header><h1>Settings</h1></header><main><h2>Profile</h2><p>#12 PLN-214 ENG-37</p><a href="/x">x</a><dialog></dialog></main>';
const MARKS = [
  githubIssue(''),
  githubPull,
  githubClassic,
  JIRA.full('A-1', 'A', JIRA.status + JIRA.footnote),
  JIRA.compact('A-1', 'A', JIRA.quickAdd),
  linearIssue(),
]
  .flatMap((html) => html.match(/<(\w[\w-]*)([^>]*)>/g) ?? [])
  .map((tag) => tag.replace(/\/?>$/, ''));

beforeEach(() => {
  vi.restoreAllMocks();
  drawAll();
});

describe.each(Object.entries(TRACKERS))('%s', (id, { ticket, tickets }) => {
  const pages = pagesOf(ticket);
  const spots = () => {
    const scope = pages.scope(document, ticket);
    return pages.rungs.map((rung) => rung.find(scope));
  };
  const first = () => spots().find(Boolean);

  it('is found by its tickets', () => expect(pages.id).toBe(id));

  it('has rungs with names of their own, each with the month it was last seen', () => {
    expect(new Set(pages.rungs.map(({ name }) => name)).size).toBe(pages.rungs.length);
    for (const { name, seen } of pages.rungs) expect(`${name} ${seen}`).toMatch(/^[a-z-]+ 20\d\d-(0[1-9]|1[0-2])$/);
    expect(pages.rungs.map(({ name }) => name)).not.toContain('dock');
  });

  it.each(tickets.map((html, i) => [i, html] as const))(
    'page %i: finds one spot, again and again, and changes nothing by looking',
    (_, html) => {
      page(html);
      const before = document.body.innerHTML;
      const spot = first();
      expect(spot).toBeDefined();
      expect(first()).toEqual(spot);
      expect(spot?.before === null || spot?.before.parentElement === spot?.parent).toBe(true);
      expect(document.body.innerHTML).toBe(before);
    },
  );

  it.each(tickets.map((html, i) => [i, html] as const))('page %i: the panel put twice stands where it was put once', (_, html) => {
    page(html);
    const panel = document.createElement('azimuth-panel');
    const put = (): string => {
      const spot = first();
      spot?.parent.insertBefore(panel, spot.before);
      return document.body.innerHTML;
    };
    const once = put();
    expect(once).toContain('azimuth-panel');
    expect(put()).toBe(once);
    panel.remove();
    expect(put()).toBe(once);
  });

  it.each([
    ['an empty document', ''],
    ['an unrelated page', UNRELATED],
  ])('%s: finds nothing, says nothing, and does not throw', (_, html) => {
    page(html);
    expect(spots().filter(Boolean)).toEqual([]);
    expect(pages.shows(pages.scope(document, ticket), ticket)).toBeUndefined();
    expect(pages.title(document, document)).toBe('');
    expect(() => [pages.sleeper(document), pages.awake(document)]).not.toThrow();
  });

  it('takes no page of another tracker for its own', () => {
    for (const [other, { tickets: theirs }] of Object.entries(TRACKERS)) {
      if (other === id) continue;
      for (const html of theirs) {
        page(html);
        // The heading "Assignees" is all that is left of GitHub's last rung, and no other tracker's page here has it.
        expect(spots().filter(Boolean), other).toEqual([]);
        expect(pages.shows(document, ticket), other).toBeUndefined();
      }
    }
  });

  it('does not throw over any heap of its own pieces', () => {
    const piece = fc.tuple(fc.constantFrom(...MARKS), fc.constantFrom('', '#12', 'Assignees', '[x]'), fc.boolean());
    const tree = fc
      .array(piece, { maxLength: 12 })
      .map((pieces) =>
        pieces.map(([open, text, close]) => `${open}>${text}${close ? open.replace(/^<([\w-]+).*/, '</$1>') : ''}`).join(''),
      );
    fc.assert(
      fc.property(tree, (html) => {
        page(html);
        const scope = pages.scope(document, ticket);
        for (const spot of spots()) if (spot) expect(spot.before === null || spot.before.parentElement === spot.parent).toBe(true);
        const shows = pages.shows(scope, ticket);
        expect(shows === undefined || /^(github|jira|linear):/.test(shows)).toBe(true);
        expect(typeof pages.title(scope, document)).toBe('string');
      }),
      { numRuns: 150 },
    );
  });
});

it('knows no tracker for an id of none', () => expect(() => pagesOf('gitlab:a/b#1')).toThrow(/gitlab/));
