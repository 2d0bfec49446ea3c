// Page health: bounded, and without anything that says which ticket or whose site it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Health, Visit, withVisit } from '../../lib/model/health.ts';
import { browserIn, checksOf, healthReport } from '../../lib/phrases/health.ts';

const VISIT: Visit = { place: 'column', rung: 'sidebar-content', tried: [], ticket: 'address', title: 'heading' };
const DOCKED: Visit = { ...VISIT, place: 'dock', rung: 'dock', tried: ['sidebar-content', 'metadata-pane'], title: 'tab' };

describe('what is kept', () => {
  it('is a line for each kind of page: the last visit, and how often each place has served', () => {
    let health: Health = {};
    health = withVisit(health, 'github', 'page', VISIT, '2026-11-20');
    health = withVisit(health, 'github', 'page', DOCKED, '2026-11-21');
    health = withVisit(health, 'github', 'page', VISIT, '2026-11-22');
    health = withVisit(health, 'jira', 'pane', VISIT, '2026-11-22');
    expect(Object.keys(health)).toEqual(['github/page', 'jira/pane']);
    expect(health['github/page']).toEqual({
      last: VISIT,
      at: '2026-11-22',
      served: { 'sidebar-content': { times: 2, last: '2026-11-22' }, dock: { times: 1, last: '2026-11-21' } },
    });
  });

  it('does not grow without end, and forgets what has not served for longest', () => {
    let health: Health = {};
    for (let i = 0; i < 60; i++) {
      const rung = `r${String.fromCodePoint(97 + (i % 26))}${String.fromCodePoint(97 + Math.floor(i / 26))}`;
      health = withVisit(
        health,
        'linear',
        'page',
        { ...VISIT, rung },
        `2026-${String(1 + Math.floor(i / 28)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
      );
    }
    const served = health['linear/page']?.served ?? {};
    expect(Object.keys(served)).toHaveLength(24);
    expect(served['raa']).toBeUndefined();
  });

  it.each([
    ['a name that is a sentence', { rung: 'PLN-214 Ask for the first project' }],
    ['a name with a host in it', { rung: 'jira.example.org' }],
    ['an id', { tried: ['github:acme/app#12'] }],
    ['more names than there are places', { tried: Array.from({ length: 25 }, () => 'a') }],
    ['a title', { title: 'Ask for the first project' }],
    ['a negative number', { rows: { chips: -1, of: 3 } }],
  ])('takes no %s', (_, wrong) => expect(Visit.safeParse({ ...VISIT, ...wrong }).success).toBe(false));
});

describe('the checks', () => {
  const good = (visit: Visit): string[] => checksOf(visit).flatMap(({ part, good: fine }) => (fine ? [part] : []));
  it('count what was found: a panel at the edge is a fault only where a column was looked for', () => {
    expect(good(VISIT)).toEqual(['ticket', 'title', 'place']);
    expect(good(DOCKED)).toEqual(['ticket', 'title']);
    for (const rung of ['chosen', 'edge']) expect(good({ ...DOCKED, rung })).toContain('place');
    expect(good({ ...VISIT, title: 'none' })).toEqual(['ticket', 'place']);
    expect(good({ ...VISIT, rows: { chips: 24, of: 24 } })).toContain('rows');
    expect(good({ ...VISIT, rows: { chips: 23, of: 24 } })).not.toContain('rows');
    expect(checksOf(VISIT)).toHaveLength(3);
  });
});

describe('the report', () => {
  const report = (health: Health): string => healthReport({ version: '1.2.3', browser: 'Chrome 156', health, seen: () => '2026-11' });

  it('says versions, kind of page, places tried and served with their dates', () => {
    const text = report(withVisit({}, 'jira', 'pane', { ...DOCKED, rows: { chips: 2, of: 3 } }, '2026-11-22'));
    expect(text).toBe(
      [
        'Azimuth 1.2.3, page health',
        'browser: Chrome 156',
        '',
        'jira/pane, 2026-11-22',
        'ticket: from the address',
        'title: tab',
        'place: dock, dock (2026-11)',
        'tried: sidebar-content (2026-11), metadata-pane (2026-11)',
        'rows: 2 of 3 have a chip',
        'served: dock 1 times until 2026-11-22',
      ].join('\n'),
    );
  });

  it('can hold nothing but names of places, whatever a page has sent', () => {
    const name = fc.stringMatching(/^[a-z][a-z-]{0,39}$/);
    const visit = fc.record({ rung: name, tried: fc.array(name, { maxLength: 24 }) });
    fc.assert(
      fc.property(visit, (some) => {
        const parsed = Visit.parse({ ...VISIT, ...some });
        expect(report(withVisit({}, 'github', 'page', parsed, '2026-11-22'))).not.toMatch(/[#@:/]\d|https?:|[a-z]\.[a-z]/);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'Chrome 156'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0', 'Edge 156'],
    ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15', 'Safari 26'],
    ['', 'unknown'],
  ])('names a browser by name and number only: %s', (agent, name) => expect(browserIn(agent)).toBe(name));
});
