// @vitest-environment happy-dom
// The backlog as it is drawn: hostile titles, ten thousand rows, the keys, and what each cell says.
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plain } from '../popup-words.ts';
import { BacklogView, type BacklogVerbs } from '../../../components/backlog/backlog.tsx';
import type { Tag } from '../../../lib/model/tag.ts';
import { SAMPLE_TAGS } from '../../../lib/sample/tags.ts';
import { SAMPLE_TEAM, sampleFramework } from '../../../lib/sample/planner.ts';
import type { RowGroup } from '../../../lib/state/arranged.ts';
import type { Backlog } from '../../../lib/state/backlog.ts';
import { basisOf } from '../../../lib/state/basis.ts';
import { groundOf } from '../../../lib/impact/pricing.ts';
import type { Past } from '../../../lib/state/past.ts';
import { USUAL_VIEW } from '../../../lib/state/backlog-view.ts';
import { NO_RECORD } from '../../../lib/state/track-record.ts';
import { comparison } from '../../../lib/state/order.ts';
import { type BacklogRow, GROUPS, rowKey, rowOf } from '../../../lib/state/ranking.ts';

const framework = sampleFramework('2026-11-22');
const basis = basisOf({ team: SAMPLE_TEAM, framework }, new Map());
afterEach(cleanup);

const tagOf = (sample: (typeof SAMPLE_TAGS)[number], more: Partial<Tag> = {}): Tag => {
  const { daysAgo: _, ticket, ...rest } = sample;
  return { ...rest, team: SAMPLE_TEAM, person: 'p', ticket: ticket.toLowerCase(), shown: ticket, at: '2026-11-20T00:00:00.000Z', ...more };
};

function groupsOf(tags: readonly Tag[]): RowGroup[] {
  const rows = tags
    .map((tag) => rowOf(tag, basis, new Set([framework.id])))
    .sort(comparison({ key: 'gain', order: 'desc' }, basis.northStar));
  rows.filter(({ group }) => group === 'ranked').forEach((row, i) => (row.rank = i + 1));
  return GROUPS.map((group) => ({ group, rows: rows.filter((row) => row.group === group) })).filter((group) => group.rows.length > 0);
}

function show(
  tags: readonly Tag[],
  { open, singleKeys = true, past = new Map(), account }: { open?: string; singleKeys?: boolean; past?: Past; account?: string } = {},
) {
  const groups = signal<readonly RowGroup[]>(groupsOf(tags));
  const backlog: Backlog = {
    ...{
      basis: signal(basis),
      past: signal(past),
      groups,
      total: signal(tags.length),
      span: signal([-50, 300] as const),
      partial: signal(false),
      aged: signal(0),
      record: signal(NO_RECORD),
      reading: signal(undefined),
    },
    ...{
      beliefs: signal(undefined),
      rows: signal([]),
      inRank: signal([]),
      unanswered: signal([]),
      hidden: signal(0),
      view: signal(USUAL_VIEW),
    },
    ...{ load: vi.fn(), dispose: vi.fn() },
  };
  const verbs = {
    ...{ look: vi.fn(), open: vi.fn(), undo: vi.fn(), remove: vi.fn(), pick: vi.fn(), pickAll: vi.fn(), bulk: vi.fn() },
    ...{ go: vi.fn(), keep: vi.fn(), drop: vi.fn() },
  } satisfies BacklogVerbs;
  const active = signal(-1);
  const props = {
    backlog,
    active,
    open: signal(open),
    ...{ selected: signal<ReadonlySet<string>>(new Set()), progress: signal(undefined), views: signal([]), dropped: signal([]) },
    history: signal([]),
    account: signal(account),
    people: signal({ me: undefined, names: new Map() }),
    singleKeys,
    verbs,
    framework: true,
    tickets: undefined,
    onSample: undefined,
  };
  const view = render(<BacklogView {...props} now={Date.parse('2026-11-22T00:00:00Z')} />);
  return { ...view, groups, verbs, active };
}

const drawn = (): HTMLElement[] => screen.getAllByRole('row').filter((row) => row.dataset['key'] !== undefined);
/** Rows come a few a frame. */
const settled = (): Promise<void> => waitFor(() => expect(drawn().length).toBeGreaterThanOrEqual(SAMPLE_TAGS.length), { timeout: 5000 });
const all = SAMPLE_TAGS.map((tag) => tagOf(tag));

describe('the backlog', () => {
  it('says quietly that a number was another under an earlier version, and in full in its history', async () => {
    const tag = all.find(({ answer }) => answer.kind === 'effects' && answer.effects[0]?.input === 'activation') as Tag;
    const metrics = framework.metrics.map((one) => (one.id === 'activation' ? { ...one, sensitivity: { low: 1, high: 1 } } : one));
    const then = { ...framework, version: 7, metrics };
    const past = new Map([[7, { framework: then, at: 0, ground: groundOf(then, () => undefined) }]]);
    const old = { ...tag, answer: { ...tag.answer, version: 7 } };
    show([old], { past, open: rowKey({ tag: old }), account: 'The whole story.' });
    await waitFor(() => expect(drawn()).toHaveLength(1));
    expect(within(drawn()[0] as HTMLElement).getByTitle(/^was [+−]\d.* under version 7$/)).toBeTruthy();
    expect(screen.getByText('The whole story.')).toBeTruthy();
    cleanup();
    show([tag], { past });
    await waitFor(() => expect(drawn()).toHaveLength(1));
    expect(screen.queryByText(/under version/)).toBeNull();
  });

  it('says of each ticket what it is worth, what it costs and how old the answer is', async () => {
    show(all);
    await settled();
    const row = drawn().find((one) => one.textContent?.includes('Mention a teammate from any task comment'));
    const cells = within(row as HTMLElement)
      .getAllByRole('gridcell')
      .map((cell) => plain(cell.textContent));
    expect(cells[2]).toBe('Mention a teammate from any task comment#1811Collaboration +0.5 to +1.6 events, 90 % likely');
    expect(cells.slice(3, 10)).toEqual(['0 to 120', '+70+70 as given', '+8', '8', '', '', '1']);
    expect(screen.getByRole('columnheader', { name: /Expected gain/ }).getAttribute('aria-sort')).toBe('descending');
    expect(plain(screen.getByText('Not North Star work').parentElement?.textContent)).toContain('budgeted, not ranked');
  });

  it('leads to the ticket in a new tab, without handing over this page', async () => {
    show(all);
    const link = await screen.findByRole('link', { name: 'Mention a teammate from any task comment' });
    expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
      'https://github.com/azimuth-sample/planner/issues/1811',
      '_blank',
      'noopener noreferrer',
    ]);
  });

  it.each([
    '<img src=x onerror="window.hit=1">',
    '"><script>window.hit=1</script>',
    'javascript:alert(1)',
    '=cmd|calc',
    '&lt;b&gt;',
    '\u202Eevil',
    'x'.repeat(10_000),
  ])('shows the title %j as text', (title) => {
    const [first] = SAMPLE_TAGS;
    if (!first) throw new Error('no sample');
    const { container } = show([tagOf(first, { title })]);
    const link = container.querySelector('.title a');
    expect(link?.textContent).toBe(title.slice(0, 300));
    expect(link?.getAttribute('href')).toMatch(/^https:\/\//);
    expect(container.querySelectorAll('img, script')).toHaveLength(0);
  });

  it.each(['javascript:alert(1)//x#1', 'data:text/html,x#1', 'github:"onclick="x#1', '#1'])('makes no link of the id %s', (shown) => {
    const [first] = SAMPLE_TAGS;
    if (!first) throw new Error('no sample');
    const { container } = show([tagOf(first, { shown })]);
    const href = container.querySelector('.title a')?.getAttribute('href');
    expect(href === undefined || href === null || href.startsWith('https://github.com/')).toBe(true);
  });

  it('has fewer than 200 rows in the page for ten thousand answers, and says how many there are', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      tagOf(SAMPLE_TAGS[i % SAMPLE_TAGS.length] as (typeof SAMPLE_TAGS)[number], { ticket: `github:a/b#${i}`, shown: `github:a/b#${i}` }),
    );
    show(many);
    expect(drawn().length).toBeLessThan(20);
    await settled();
    expect(drawn().length).toBeGreaterThan(15);
    expect(drawn().length).toBeLessThan(200);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('10001');
  });

  it('moves with J and K, opens the history with Enter, and leaves other keys alone', async () => {
    const { active, verbs, groups } = show(all);
    await settled();
    for (const key of ['j', 'j', 'j', 'k']) fireEvent.keyDown(document.body, { key });
    expect(active.value).toBe(1);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('3'));
    fireEvent.keyDown(document.activeElement as Element, { key: 'Enter' });
    expect(verbs.open).toHaveBeenCalledWith(rowKey(groups.value[0]?.rows[1] as BacklogRow));
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
    expect(active.value).toBe(1);
  });

  it('does nothing at single letters once they are turned off', async () => {
    const { active } = show(all, { singleKeys: false });
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(active.value).toBe(-1);
  });

  it('sorts by a column, first the way one expects', () => {
    const { verbs } = show(all);
    fireEvent.click(screen.getByRole('button', { name: /Effort/ }));
    expect(verbs.look).toHaveBeenLastCalledWith({ ...USUAL_VIEW, sort: { key: 'effort', order: 'asc' } });
    fireEvent.click(screen.getByRole('button', { name: /Expected gain/ }));
    expect(verbs.look).toHaveBeenLastCalledWith({ ...USUAL_VIEW, sort: { key: 'gain', order: 'asc' } });
  });

  it('says so when nothing is answered yet, with ways on', () => {
    show([]);
    expect(screen.getByRole('heading', { name: 'No answers yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the welcome page' }).getAttribute('href')).toBe('/welcome.html');
    expect(screen.queryByRole('grid')).toBeNull();
  });
});
