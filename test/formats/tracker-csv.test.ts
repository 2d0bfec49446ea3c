import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTable, type Row } from '../../lib/formats/table.ts';
import { COLUMNS_OF, exporterOf, type Exporter, saysWhere } from '../../lib/formats/tracker-columns.ts';
import { readTrackerTable, type TrackerTable } from '../../lib/formats/tracker-csv.ts';
import { TicketFacts } from '../../lib/model/facts.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';
import { FORMULAS } from './hostile.ts';

function rowsOf(text: string): readonly Row[] {
  const steps = parseTable(text);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!step.value.ok) throw new Error(step.value.why);
  return step.value.table.rows;
}

const SITES = { jira: 'azimuth-sample.atlassian.net', linear: 'azimuth-sample', github: 'azimuth-sample/planner' } as const;

function read(text: string, site?: string): TrackerTable & { tracker: Exporter } {
  const [heading, ...rows] = rowsOf(text);
  const tracker = exporterOf(heading?.cells ?? []);
  if (!tracker) throw new Error('No export of a tracker.');
  return { tracker, ...readTrackerTable(heading?.cells ?? [], rows, { tracker, site: site ?? SITES[tracker], ticketAt }) };
}

const JIRA = `Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Resolution,Assignee,Labels,Labels,Sprint,Sprint,Fix versions,Custom field (Story point estimate),Parent,Parent key,Status Category
Keep column names,PLN-226,10226,Story,In Review,PLN,High,,Workflow team,onboarding,import,Sprint 11,Sprint 12,2.4,5,10001,PLN-1,In Progress
"Weekly, digest",pln-233,10233,Bug,Done,PLN,Low,Done,,,,,,2.3,,,,Done
Never mind,PLN-240,10240,Task,Closed,PLN,Low,Won't Do,,,,,,,,,,Done
`;
const LINEAR = `"ID","Team","Title","Description","Status","Estimate","Priority","Project","Creator","Assignee","Labels","Cycle Number","Cycle Name","Completed","Canceled","Archived","Parent issue","Project Milestone"
"PLN-88","Planner","Skip the tour","","In Progress","3","Urgent","Start","","growth@example.com","Feature, Onboarding","14","","","","","PLN-80","Beta"
"PLN-91","Planner","Checklist","","Done","","No priority","","","","","","","2026-11-02T10:00:00Z","","","",""
"PLN-92","Planner","Old idea","","Canceled","","Low","","","","","","","","2026-11-02T10:00:00Z","","",""
`;
const GITHUB = `Title\tURL\tAssignees\tStatus\tLabels\tMilestone\tRepository\tParent issue\tEstimate
Show previews\thttps://github.com/azimuth-sample/planner/issues/1842\tone, two\tIn progress\tbug, templates\tQ4\tazimuth-sample/planner\thttps://github.com/azimuth-sample/planner/issues/1700\t2,5
A draft\t\t\tTodo\t\t\t\t\t
Merge it\thttps://github.com/azimuth-sample/planner/pull/1940\t\tDone\t\t\tazimuth-sample/planner\t\t
Show previews again\thttps://github.com/Azimuth-Sample/planner/issues/1842\t\tTodo\t\t\t\t\t
`;

describe('what a tracker exports', () => {
  it('is known by its heading, and anything else is not', () => {
    expect(read(JIRA).tracker).toBe('jira');
    expect(read(LINEAR).tracker).toBe('linear');
    expect(read(GITHUB).tracker).toBe('github');
    expect(exporterOf(['Date', 'Activation'])).toBeUndefined();
    expect(exporterOf(['Title', 'Reach', 'Impact', 'Confidence', 'Effort'])).toBeUndefined();
    expect(exporterOf([])).toBeUndefined();
    expect(saysWhere(['Title', 'URL'], 'github')).toBe(true);
    expect(saysWhere(['ID', 'Title', 'Team'], 'linear')).toBe(false);
  });

  it('gives the facts of Jira, with sprints, labels in columns of their own, and parents', () => {
    const { tickets, unnamed } = read(JIRA);
    expect(unnamed).toEqual([]);
    expect(tickets.map(({ facts }) => facts)).toEqual([
      {
        ticket: 'jira:azimuth-sample.atlassian.net/PLN-226',
        ...{ title: 'Keep column names', state: 'open', status: 'In Review', type: 'Story', milestone: 'Sprint 12' },
        ...{ priority: 'High', points: 5, parent: 'jira:azimuth-sample.atlassian.net/PLN-1' },
        ...{ assignees: ['Workflow team'], labels: ['onboarding', 'import'] },
      },
      {
        ticket: 'jira:azimuth-sample.atlassian.net/PLN-233',
        ...{ title: 'Weekly, digest', state: 'done', status: 'Done', type: 'Bug', milestone: '2.3', priority: 'Low' },
        ...{ assignees: [], labels: [] },
      },
      {
        ticket: 'jira:azimuth-sample.atlassian.net/PLN-240',
        ...{ title: 'Never mind', state: 'dropped', status: 'Closed', type: 'Task', priority: 'Low', assignees: [], labels: [] },
      },
    ]);
    const old = read('Issue key,Issue id,Summary,Parent id\nPLN-2,12,Child,11\nPLN-1,11,Parent,\n');
    expect(old.tickets[0]?.facts.parent).toBe('jira:azimuth-sample.atlassian.net/PLN-1');
  });

  it('gives the facts of Linear', () => {
    const { tickets } = read(LINEAR);
    expect(tickets[0]?.facts).toEqual({
      ticket: 'linear:azimuth-sample/PLN-88',
      ...{ title: 'Skip the tour', state: 'open', status: 'In Progress', priority: 'Urgent', points: 3, milestone: '14' },
      ...{ parent: 'linear:azimuth-sample/PLN-80', assignees: ['growth@example.com'], labels: ['Feature', 'Onboarding'] },
    });
    expect(tickets.map(({ facts }) => facts.state)).toEqual(['open', 'done', 'dropped']);
  });

  it('gives the facts of GitHub; drafts and what came before are counted and left out', () => {
    const { tickets, unnamed, repeated } = read(GITHUB);
    expect(tickets.map(({ facts }) => facts)).toEqual([
      {
        ticket: 'github:azimuth-sample/planner#1842',
        ...{ title: 'Show previews', state: 'open', status: 'In progress', milestone: 'Q4', points: 2.5 },
        ...{ parent: 'github:azimuth-sample/planner#1700', assignees: ['one', 'two'], labels: ['bug', 'templates'] },
      },
      {
        ticket: 'github:azimuth-sample/planner#1940',
        ...{ title: 'Merge it', state: 'done', status: 'Done', type: 'Pull request', assignees: [], labels: [] },
      },
    ]);
    expect(unnamed).toEqual([3]);
    expect(repeated).toEqual([5]);
  });

  it('names no ticket where it is not known which site they are of', () => {
    expect(read(JIRA, '').tickets).toEqual([]);
    expect(read(JIRA, '').unnamed).toEqual([2, 3, 4]);
  });

  it('makes facts of whatever text there is, each within its bounds', () => {
    const hostile = fc.oneof(
      fc.constantFrom(...FORMULAS, '<script>alert(1)</script>', '\u202Eevil\u0000', '\uD800', 'javascript:alert(1)', '9'.repeat(400)),
      fc.string({ unit: 'binary', maxLength: 400 }),
    );
    const trackers = fc.constantFrom<Exporter>('jira', 'linear', 'github');
    fc.assert(
      fc.property(trackers, fc.array(fc.array(hostile, { maxLength: 20 }), { maxLength: 6 }), (tracker, cells) => {
        const heading = Object.values(COLUMNS_OF[tracker]).map(([name]) => name ?? '');
        const rows = cells.map((one, i) => ({ number: i + 2, cells: [tracker === 'github' ? String(i + 1) : `PLN-${i + 1}`, ...one] }));
        const { tickets } = readTrackerTable(heading, rows, { tracker, site: SITES[tracker], ticketAt });
        for (const { facts } of tickets) {
          TicketFacts.parse(facts);
          // oxlint-disable-next-line no-control-regex
          expect(JSON.stringify(Object.values(facts))).not.toMatch(/\\u00[01]|[\u202a-\u202e]/);
          expect(facts.ticket.startsWith(`${tracker}:`) || /^(github|jira|linear):/.test(facts.ticket)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
