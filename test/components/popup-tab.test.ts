// Titles from the tab's own title, and what stands out in a status.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { sampleReadings } from '../../lib/sample/readings.ts';
import { dayHere } from '../../lib/model/day.ts';
import { type Point, statusOf } from '../../lib/state/status.ts';
import { loadPopup, type Tab, titleOf } from '../../lib/state/tab.ts';
import { addFramework, speakEnglish } from '../requests/stage.ts';
import { freshStore } from '../store/open.ts';

describe('titleOf', () => {
  it.each([
    ['Defuddle on Cloudflare Workers · Issue #56 · kepano/defuddle', 'github:kepano/defuddle#56', 'Defuddle on Cloudflare Workers'],
    ['(2) A · B · Issue #38 · o/r · GitHub', 'github:o/r#38', 'A · B'],
    ['Update names.js by person-1 · Pull Request #1 · o/r · GitHub', 'github:o/r#1', 'Update names.js'],
    ['Stand by me · Issue #2 · o/r', 'github:o/r#2', 'Stand by me'],
    ['[PLN-214] Sign-up - one field - Jira', 'jira:x.atlassian.net/PLN-214', 'Sign-up - one field'],
    ['[pln-214] Summary - Our own name', 'jira:x.atlassian.net/PLN-214', 'Summary'],
    ['ENG-37 Research work', 'linear:w/ENG-37', 'Research work'],
    ['ENG-37: Research', 'linear:w/ENG-37', 'Research'],
    ['', 'linear:w/ENG-37', ''],
  ])('%j', (tab, ticket, title) => expect(titleOf(tab, ticket)).toBe(title));
});

describe('statusOf', () => {
  const today = '2026-11-22';
  const readings = Map.groupBy(
    sampleReadings(today).map((one) => ({ ...one, source: 'sample' as const })),
    ({ metric }) => metric,
  ) as Map<string, Point[]>;

  it('finds the weakest input and the one whose gap is worth most', () => {
    const status = statusOf({ team: 't', framework: sampleFramework(today) }, readings, today);
    expect(status.weakest?.metric.id).toBe('collaboration');
    expect(status.strongest?.metric.id).toBe('activation');
    expect(status.strongest?.leverage).toBeCloseTo(240, 6);
    expect(status.inputs.map(({ stale }) => stale)).toEqual([false, true, false, false]);
  });

  it('counts what an input moves on its way', () => {
    const multipliers = [{ from: 'templates', to: 'activation', factor: 3.2 }];
    const { strongest } = statusOf({ team: 't', framework: { ...sampleFramework(today), multipliers } }, readings, today);
    expect(strongest?.metric.id).toBe('templates');
    // 10.1 points to go, each worth 18 and 3.2 x 60.
    expect(strongest?.leverage).toBeCloseTo(2121, 6);
  });

  it('names no gap worth closing where all are closed', () => {
    const past = new Map([...readings].map(([id, list]) => [id, list.map((point) => ({ ...point, value: 99 }))]));
    const framework = sampleFramework(today);
    expect(statusOf({ team: 't', framework }, past, today).strongest).toBeUndefined();
  });

  it('leaves out readings of days to come', () => {
    const ahead = new Map([
      [
        'activation',
        [
          { date: '2026-11-20', value: 30, source: 'typed' as const },
          { date: '2026-11-23', value: 99, source: 'typed' as const },
        ],
      ],
    ]);
    const [activation] = statusOf({ team: 't', framework: sampleFramework(today) }, ahead, today).inputs;
    expect(activation?.last?.value).toBe(30);
    expect(activation?.readings).toHaveLength(1);
  });

  it("counts the day by the clock on one's own wall", () => {
    expect(dayHere(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
    expect(dayHere(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  });
});

describe('the ticket of a pane', () => {
  const INBOX = 'https://linear.app/acme/inbox/priority';
  beforeEach(() => speakEnglish());
  const here = async (tab: Tab) => {
    const store = await freshStore();
    await addFramework(store, { claims: ['linear:acme'] });
    return (await loadPopup(store.db, tab, '2026-11-22')).ticket;
  };

  it('is this tab’s where the address names none, without the title of a tab that is about something else', async () => {
    expect(await here({ url: INBOX, title: 'Inbox', pane: 'linear:acme/ENG-3' })).toMatchObject({
      ticket: 'linear:acme/ENG-3',
      title: '',
      state: 'ask',
    });
  });

  it.each([
    ['none is known', { url: INBOX }],
    ['it is of another workspace', { url: INBOX, pane: 'linear:other/ENG-3' }],
    ['it is of another tracker', { url: INBOX, pane: 'github:acme/app#3' }],
    ['it is no ticket', { url: INBOX, pane: 'linear:acme/<b>' }],
    ['the page can have no pane', { url: 'https://linear.app/settings', pane: 'linear:acme/ENG-3' }],
  ])('is nobody’s where %s', async (_, tab) => expect(await here(tab)).toBeUndefined());

  it('is never another than the address names', async () => {
    const tab = { url: 'https://linear.app/acme/issue/ENG-1/x', title: 'ENG-1 Title', pane: 'linear:acme/ENG-3' };
    expect(await here(tab)).toMatchObject({ ticket: 'linear:acme/ENG-1', title: 'Title' });
  });
});
