// @vitest-environment happy-dom
// What every tracker's lists keep, whatever is on the page.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { concernsRows, hasStrays, type Row, rowsOf, ticketOf } from '../../lib/page/chip-rows.ts';
import { rowsByShape } from '../../lib/page/chip-shapes.ts';
import { listsOf } from '../../lib/trackers/lists.ts';
import { moreLists } from '../../lib/trackers/more-lists.ts';
import { namedTicketAt, siteTicketAt } from '../../lib/trackers/addresses.ts';
import { sameSite } from '../../lib/trackers/site.ts';
import type { Seat } from '../../lib/page/seat.ts';
import { LIST_PAGES } from '../pages/lists.ts';
import { page } from './documents.ts';

const TRACKERS = ['github:acme/app#12', 'jira:acme.atlassian.net/PLN-1', 'linear:acme/ENG-3'].map(
  (ticket) => [ticket, listsOf(ticket)!] as const,
);
const MARKS = Object.values(LIST_PAGES)
  .flatMap(({ body }) => body.match(/<(\w[\w-]*)([^>]*)>/g) ?? [])
  .map((tag) => tag.replace(/\/?>$/, ''));

const OWN = { origin: 'https://jira.example.com', tracker: 'jira', flavour: 'data-center' } as const;
const at = (url: string): void => void (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
globalThis.azimuth = { ticketAt: namedTicketAt } as Seat;
afterEach(() => {
  page('');
  globalThis.azimuth = { ticketAt: namedTicketAt } as Seat;
});
/** As on a page into which what finds rows by their shape was brought. */
const withShapes = (id: string): void => {
  const shapes = (known: readonly Row[]): Row[] => rowsByShape(document, known, moreLists(id));
  globalThis.azimuth = { ticketAt: namedTicketAt, shapes } as Seat;
};

describe.each(TRACKERS)('%s', (ticket, lists) => {
  it('is found by its tickets, and has kinds with names and months', () => {
    expect(ticket.startsWith(`${lists.id}:`)).toBe(true);
    expect(new Set(lists.kinds.map(({ name }) => name)).size).toBe(lists.kinds.length);
    const more = moreLists(lists.id);
    expect(new Set(more.map(({ name }) => name)).size).toBe(more.length);
    for (const { name, seen } of [...lists.kinds, ...more]) expect(`${name} ${seen}`).toMatch(/^[a-z-]+ 20\d\d-(0[1-9]|1[0-2])$/);
  });

  it('gives places in the row, outside the key and outside of controls, over any heap of its own pieces', () => {
    at('https://github.com/acme/app/issues');
    const piece = fc.tuple(fc.constantFrom(...MARKS), fc.constantFrom('', '#12', 'A title'), fc.boolean());
    const tree = fc
      .array(piece, { maxLength: 14 })
      .map((pieces) =>
        pieces.map(([open, text, close]) => `${open}>${text}${close ? open.replace(/^<([\w-]+).*/s, '</$1>') : ''}`).join(''),
      );
    fc.assert(
      fc.property(tree, (html) => {
        page(html);
        const before = document.body.innerHTML;
        for (const kind of [...lists.kinds, ...moreLists(lists.id).filter(({ row }) => !/^(repeated|beside)$/.test(row))])
          for (const link of document.querySelectorAll(kind.link)) {
            const row = link.closest(kind.row);
            if (!row) continue;
            for (const place of kind.places(row, link)) {
              if (!place) continue;
              expect(row.contains(place.parent) || row.parentElement === place.parent).toBe(true);
              expect(place.before === null || place.before.parentNode === place.parent).toBe(true);
            }
            kind.title?.(row);
          }
        expect(document.body.innerHTML).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});

describe('rows', () => {
  it.each(Object.entries(LIST_PAGES))('%s', (_, { url, body, chips }) => {
    at(url);
    page(body);
    const lists = listsOf(chips[0] ?? '')!;
    withShapes(lists.id);
    const rows = rowsOf(document, lists).map(({ ticket }) => ticket);
    // What no framework claims has a row here and gets no chip later.
    expect(rows.filter((ticket) => !ticket.includes('else/where'))).toEqual(chips);
    expect(rowsOf(document, lists).map(({ ticket }) => ticket)).toEqual(rows);
  });

  it.each([
    ['/acme/app/issues/12', 'github:acme/app#12'],
    ['https://github.com/ACME/app/pull/3?x=1', 'github:ACME/app#3'],
    ['/acme/app/issues/12#issuecomment-1', undefined],
    ['?pane=issue', undefined],
    ['#', undefined],
    ['/acme/app/issues', undefined],
    ['/acme/app/pull/3/files', undefined],
    ['https://linear.app/acme/issue/ENG-3/x', undefined],
    ['https://acme.atlassian.net/browse/PLN-1', undefined],
    ['https://ghe.example.com/acme/app/issues/12', undefined],
    ['javascript:alert(1)', undefined],
    ['https://[', undefined],
  ])('a link to %s on a list of GitHub names %s', (href, ticket) => {
    at('https://github.com/acme/app/issues');
    const link = document.createElement('a');
    link.setAttribute('href', href);
    expect(ticketOf(link)).toBe(ticket);
    expect(ticketOf(link)).toBe(ticket);
    link.setAttribute('href', '/acme/app/issues/13');
    expect(ticketOf(link)).toBe('github:acme/app#13');
  });

  it('are what links can make or end, and nothing else', () => {
    page('<p>text</p><ul><li><a href="/x">x</a></li></ul><azimuth-chip></azimuth-chip>');
    const [text, list, chip] = [...document.body.children];
    expect([text, list, chip].map((node) => concernsRows(node ? [node] : []))).toEqual([false, true, true]);
    expect(concernsRows([document.createTextNode('a')])).toBe(false);
  });
});

describe('rows that have lost their marks', () => {
  const tickets = (tracker: string, url: string, html: string): string[] => {
    at(url);
    page(html);
    const lists = listsOf(tracker)!;
    expect(hasStrays(document, lists, rowsOf(document, lists))).toBe(true);
    withShapes(lists.id);
    return rowsOf(document, lists).map(({ ticket, row, link }) => {
      expect(row.contains(link)).toBe(true);
      return ticket.replace(/^.*[/#]/, '');
    });
  };
  const BOARD = 'https://acme.atlassian.net/jira/software/c/projects/PLN/boards/1';
  const card = (n: number): string =>
    `<div><div><button>open</button><div>Title ${n}</div><div><a href="/browse/PLN-${n}">PLN-${n}</a></div></div></div>`;

  it('are found where a link is repeated at the same place, once for each row', () => {
    const columns = [[1, 2, 3], [4], [5, 6]].map((its) => `<div><h2>Column</h2><div>${its.map(card).join('')}</div></div>`).join('');
    expect(tickets('jira:', BOARD, `<div>${columns}</div>`)).toEqual(['PLN-1', 'PLN-2', 'PLN-3', 'PLN-4', 'PLN-5', 'PLN-6']);
  });

  it('are found with their second links, and for a brother built in another way', () => {
    const row = (n: number): string =>
      `<div><a href="/acme/app/issues/${n}"></a><div><a href="/acme/app/issues/${n}">Title</a><span>bug</span></div><div><div><a href="/acme/app/pull/${n + 70}">${n + 70}</a></div></div></div>`;
    const list = `<div>${[1, 2, 3].map(row).join('')}<section>${row(4)}</section></div>`;
    expect(tickets('github:', 'https://github.com/acme/app/issues', list)).toEqual(['1', '2', '3', '4']);
  });

  it('are found where the link is all that an item holds, and says a key and a title', () => {
    const item = (n: number): string => `<li><a href="/browse/PLN-${n}"><span>PLN-${n}</span> <span>A title</span></a></li>`;
    expect(tickets('jira:', 'https://acme.atlassian.net/issues/?jql=', `<ol>${item(1)}${item(2)}</ol>`)).toEqual(['PLN-1', 'PLN-2']);
  });

  it('are found where the row itself is the link', () => {
    const row = (n: number): string =>
      `<a href="/acme/issue/ENG-${n}/x"><div><svg></svg><span>ENG-${n}</span><span>A title</span><i></i></div></a>`;
    expect(tickets('linear:', 'https://linear.app/acme/team/ENG/all', `<div>${row(1)}${row(2)}</div>`)).toEqual(['ENG-1', 'ENG-2']);
  });

  it.each([
    ['a sentence', '<p>Blocked by <a href="/browse/PLN-7">PLN-7</a> since May</p><p>and by <a href="/browse/PLN-8">PLN-8</a></p>'],
    ['a menu', '<div role="menu"><div><a href="/browse/PLN-7">PLN-7</a></div><div><a href="/browse/PLN-8">PLN-8</a></div></div>'],
    ['navigation', '<nav><div><a href="/browse/PLN-7">PLN-7</a></div><div><a href="/browse/PLN-8">PLN-8</a></div></nav>'],
    ['the side', '<aside><div><a href="/browse/PLN-7">PLN-7</a></div><div><a href="/browse/PLN-8">PLN-8</a></div></aside>'],
    ['a dialog', '<div role="dialog"><div><a href="/browse/PLN-7">PLN-7</a></div><div><a href="/browse/PLN-8">PLN-8</a></div></div>'],
    [
      'breadcrumbs',
      '<div aria-label="Breadcrumbs"><div><a href="/browse/PLN-7">PLN-7</a></div><div><a href="/browse/PLN-8">PLN-8</a></div></div>',
    ],
    [
      'a comment',
      '<div class="ak-renderer-document"><div><a href="/browse/PLN-7">PLN-7</a></div><div><a href="/browse/PLN-8">PLN-8</a></div></div>',
    ],
  ])('are none in %s', (_, html) => expect(tickets('jira:', BOARD, `${html}<div>${card(1)}${card(2)}</div>`)).toEqual(['PLN-1', 'PLN-2']));

  it('are not looked for beside a ticket', () => {
    at('https://acme.atlassian.net/browse/PLN-1');
    page(`<div>${card(2)}${card(3)}</div>`);
    withShapes('jira');
    const lists = listsOf('jira:')!;
    expect(rowsOf(document, lists)).toEqual([]);
    expect(hasStrays(document, lists, [])).toBe(false);
  });
});

describe('links of rows', () => {
  it.each([
    ['https://linear.app/acme/team/ENG/all', '/acme/issue/ENG-3/x', 'linear:acme/ENG-3'],
    ['https://linear.app/ACME/team/ENG/all', '/acme/issue/ENG-3', 'linear:acme/ENG-3'],
    ['https://linear.app/acme-two/inbox', '/acme/issue/ENG-3', undefined],
    ['https://acme.atlassian.net/jira/boards/1', '/browse/PLN-1', 'jira:acme.atlassian.net/PLN-1'],
    ['https://acme.atlassian.net/jira/boards/1', 'https://other.atlassian.net/browse/PLN-1', undefined],
    ['https://github.com/', '/acme/app/issues/1', 'github:acme/app#1'],
    ['https://gist.github.com/', 'https://github.com/acme/app/issues/1', undefined],
  ])('on %s to %s name %s', (address, href, ticket) => {
    at(address);
    const link = document.createElement('a');
    link.setAttribute('href', href);
    expect(ticketOf(link)).toBe(ticket);
  });

  it('on a site of the user’s own stay in its context path', () => {
    globalThis.azimuth = {
      ticketAt: (url) =>
        siteTicketAt(
          url,
          ['/one', '/two'].map((context) => ({ ...OWN, context })),
        ),
    } as Seat;
    at('https://jira.example.com/two/secure/RapidBoard.jspa');
    const link = document.createElement('a');
    const named = ['/one/browse/PLN-1', '/two/browse/PLN-1'].map((href) => {
      link.setAttribute('href', href);
      return ticketOf(link);
    });
    globalThis.azimuth = { ticketAt: namedTicketAt } as Seat;
    expect(named).toEqual([undefined, 'jira:jira.example.com/two/PLN-1']);
  });
});

describe('the same site', () => {
  it.each([
    ['github:acme/app#1', 'https://github.com/', true],
    ['github:acme/app#1', 'https://gist.github.com/', false],
    ['jira:acme.atlassian.net/P1-1', 'https://acme.atlassian.net/jira/x', true],
    ['jira:acme.atlassian.net/P1-1', 'https://acme.atlassian.net:444/', false],
    ['linear:acme/E-1', 'https://linear.app/acme', true],
    ['linear:acme/E-1', 'https://linear.app/acme-two/x', false],
    ['linear:acme/E-1', 'nonsense', false],
    ['gitlab:a/b#1', 'https://gitlab.com/', false],
  ])('%s on %s: %s', (ticket, address, same) => expect(sameSite(ticket, address, namedTicketAt)).toBe(same));
});
