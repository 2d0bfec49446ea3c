// @vitest-environment happy-dom
// What pages say of tickets: by marks that are known, as hostile text, and nothing where nothing is said.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { TicketFacts } from '../../lib/model/facts.ts';
import { namedTicketAt } from '../../lib/trackers/addresses.ts';
import { FACT_MARKS } from '../../lib/trackers/fact-marks.ts';
import { type Marks, readFacts } from '../../lib/trackers/read-facts.ts';
import { page } from './documents.ts';

const at = (url: string): void => void (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
afterEach(() => page(''));

type Tracker = keyof typeof FACT_MARKS;
const TICKETS = { github: 'github:acme/app#12', jira: 'jira:acme.atlassian.net/PLN-1', linear: 'linear:acme/ENG-3' } as const;
const HERE = {
  github: 'https://github.com/acme/app/issues/12',
  jira: 'https://acme.atlassian.net/browse/PLN-1',
  linear: 'https://linear.app/acme/issue/ENG-3',
};
function read(tracker: Tracker, body: string, part: 'page' | 'row' = 'page', title = 'A title'): TicketFacts {
  at(HERE[tracker]);
  const table = FACT_MARKS[tracker];
  return readFacts(page(body).body, { ticket: TICKETS[tracker], title, marks: table[part], table, ticketAt: namedTicketAt });
}

describe('the facts of a page', () => {
  it('of an issue on GitHub', () => {
    const section = (name: string, inside: string, id = '') =>
      `<div data-testid="${id}"><div><h3>${name}</h3><button>Edit</button></div><div>${inside}</div></div>`;
    const body = `<span data-testid="header-state">Open</span><div data-testid="header-state">Open</div>
      <div class="markdown-body"><h3>Milestone</h3><p><span>not this</span></p></div>
      ${section('Assignees', '<img alt="@one"><img alt="@two"><img alt="@one">', 'sidebar-assignees-section')}
      ${section('Labels', '<div data-testid="issue-labels"><a><span class="x-TokenTextContainer">bug</span></a></div>')}
      ${section('Type', '<div data-testid="issue-type-container">Feature</div>')}
      ${section('Milestone', '<span><svg></svg> First week</span>')}`;
    expect(read('github', body)).toEqual({
      ticket: TICKETS.github,
      ...{ title: 'A title', status: 'Open', state: 'open', type: 'Feature', milestone: 'First week' },
      ...{ assignees: ['one', 'two'], labels: ['bug'] },
    });
  });

  it('of a pull request, with what it closes', () => {
    const body = `<span class="x-StateLabel">Merged</span><div class="markdown-body"><p><span class="issue-keyword">Closes</span> <a class="issue-link" href="https://github.com/acme/app/issues/4">#4</a>
      and mentions <a class="issue-link" href="https://github.com/acme/app/issues/5">#5</a></p></div>
      <div data-testid="sidebar-development-section"><a href="/acme/app/issues/7">Seven</a><a href="/acme/app/issues/12">Itself</a><a href="https://evil.example/acme/app/issues/9">Elsewhere</a></div>`;
    expect(read('github', body)).toMatchObject({ status: 'Merged', state: 'done', closes: ['github:acme/app#7', 'github:acme/app#4'] });
  });

  it('of Jira, where "None" is none and what is not there is not said', () => {
    const field = (name: string, inside: string, id = '') =>
      `<div data-testid="${id}"><h3>${name}</h3><div data-component-selector="jira-issue-field-inline-edit-read-view-container">${inside}</div></div>`;
    const body = `<button data-testid="issue-field-status.ui.status-view.status-button.status-button"><span>Done</span></button>
      ${field('Assignee', '<img alt="">Team A', 'issue.views.field.user.assignee')}
      ${field('Labels', '<span>one</span><span>two</span>', 'issue.views.field.select.common.select-inline-edit.labels')}
      ${field('Story points', '5')}${field('Sprint', 'None', 'issue.views.issue-base.context.sprint.customfield_1')}
      ${field('Parent', '<a href="/browse/PLN-190">PLN-190 Empty states</a>')}`;
    expect(read('jira', body)).toEqual({
      ticket: TICKETS.jira,
      ...{ title: 'A title', status: 'Done', state: 'done', points: 5, parent: 'jira:acme.atlassian.net/PLN-190' },
      ...{ assignees: ['Team A'], labels: ['one', 'two'] },
    });
  });

  it('of rows', () => {
    const row = `<div data-testid="list-row-state-icon"><span class="sr-only">Status: Open.</span></div>
      <span data-listview-component="trailing-badge"><a><span class="T-TokenTextContainer">bug</span></a></span><div data-testid="list-row-assignees"><img alt="@me"></div>`;
    expect(read('github', row, 'row')).toMatchObject({ status: 'Open', state: 'open', labels: ['bug'], assignees: ['me'] });
    const card =
      '<span data-testid="issue.fields.status.common.ui.status-lozenge.0">In Progress</span><div data-testid="x.estimate-field-wrapper">–</div>';
    expect(read('jira', card, 'row')).toEqual({ ticket: TICKETS.jira, title: 'A title', status: 'In Progress', state: 'open' });
    const line =
      '<div data-menu-open="false"><svg aria-label="Medium Priority"></svg></div><div data-menu-open="false"><svg aria-label="In Progress"></svg></div>';
    expect(read('linear', line, 'row')).toMatchObject({ status: 'In Progress', state: 'open', priority: 'Medium' });
  });

  it('are nothing but the ticket where a page says nothing', () => {
    for (const tracker of ['github', 'jira', 'linear'] as const)
      expect(read(tracker, '<p>Nothing</p>', 'page', '')).toEqual({ ticket: TICKETS[tracker] });
  });

  it('are within their bounds whatever a page says, and every mark has a month', () => {
    const marks = Object.values(FACT_MARKS).flatMap(({ page: one, row }) => [one, row].flatMap((all: Marks) => Object.values(all).flat()));
    for (const { seen } of marks) expect(seen).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 900 }),
      fc.constant('x'.repeat(5000)),
      fc.constant('\u202Egnp.exe'),
      fc.constant('=1+1'),
    );
    fc.assert(
      fc.property(text, fc.nat(90), (said, copies) => {
        read('github', '');
        for (let i = 0; i < copies; i++) {
          const badge = document.createElement('span');
          badge.dataset['listviewComponent'] = 'trailing-badge';
          badge.textContent = `${said}${i}`;
          document.body.append(badge);
        }
        const table = FACT_MARKS.github;
        const facts = readFacts(document.body, { ticket: TICKETS.github, title: said, marks: table.row, table, ticketAt: namedTicketAt });
        TicketFacts.parse(facts);
        expect(facts.labels?.length ?? 0).toBeLessThanOrEqual(50);
      }),
      { numRuns: 60 },
    );
  });
});
