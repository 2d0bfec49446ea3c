// @vitest-environment happy-dom
// Tickets nobody answered, as rows: what is known of each, found, filtered, and handed on to be answered. Titles are hostile text.
import '../popup-words.ts';
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UnansweredView } from '../../../components/backlog/unanswered-view.tsx';
import type { TicketFacts } from '../../../lib/model/facts.ts';
import { sampleFramework } from '../../../lib/sample/planner.ts';
import { USUAL_VIEW, type View } from '../../../lib/state/backlog-view.ts';
import { type Basis, basisOf } from '../../../lib/state/basis.ts';
import { waitingIn } from '../../../lib/state/waiting.ts';

afterEach(cleanup);

const framework = sampleFramework('2026-11-22');
const basis = basisOf({ team: 'team', framework }, new Map());
const at = (n: number): string => `github:a/b#${n}`;
const TICKETS: readonly TicketFacts[] = [
  { ticket: at(10), title: 'Ten', state: 'open', labels: ['bug', 'api'], assignees: ['Ana'] },
  { ticket: at(9), title: '<img src=x onerror="window.hit=1">', status: 'In Review', labels: ['api'] },
  { ticket: at(101), state: 'open' },
];

function show(tickets = TICKETS, view: View = USUAL_VIEW) {
  const [onLook, onSweep] = [vi.fn(), vi.fn()];
  const of = signal(view);
  onLook.mockImplementation((next: View) => (of.value = next));
  const backlog = {
    ...{ basis: signal<Basis | undefined>(basis), unanswered: signal(tickets), view: of },
    ...{ reading: signal<number | undefined>(undefined), partial: signal(false), total: signal(4) },
  };
  render(<UnansweredView backlog={backlog} tabs={null} onLook={onLook} onSweep={onSweep} />);
  return { onLook, onSweep, backlog };
}
const rows = () => screen.getAllByRole('row').slice(1);
const names = () => rows().map((row) => within(row).getAllByRole('cell')[0]?.querySelector('.about')?.textContent);

describe('what nobody answered', () => {
  it('stands in the order of the ids, each with what was seen of it', () => {
    show();
    expect(names()).toEqual(['#9', '#10', '#101']);
    expect(
      within(rows()[1] as HTMLElement)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual([...['Ten#10', 'Open', 'bugapi', 'Ana', '', 'Answer']]);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('4');
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByRole('link', { name: 'Ten' }).getAttribute('href')).toBe('https://github.com/a/b/issues/10');
  });

  it('is searched and filtered by what was seen, and by nothing that only answers have', () => {
    const { backlog } = show();
    backlog.view.value = { ...USUAL_VIEW, filters: { label: ['api'], input: ['activation'], stale: ['old'] } };
    return vi
      .waitFor(() => expect(names()).toEqual(['#9', '#10']))
      .then(() => {
        expect(waitingIn(TICKETS, { find: 'review', filters: {} }).map(({ ticket }) => ticket)).toEqual([at(9)]);
        expect(waitingIn(TICKETS, { find: '', filters: { assignee: [''] } }).map(({ ticket }) => ticket)).toEqual([at(9), at(101)]);
      });
  });

  it('is handed on to be answered, one or all that are shown', () => {
    const { onSweep } = show(TICKETS, { ...USUAL_VIEW, filters: { label: ['api'] } });
    fireEvent.click(screen.getByRole('button', { name: 'Answer #10' }));
    expect(onSweep).toHaveBeenLastCalledWith([TICKETS[0]]);
    fireEvent.click(screen.getByRole('button', { name: 'Sweep 2, about 1 min' }));
    expect(onSweep).toHaveBeenLastCalledWith([TICKETS[1], TICKETS[0]]);
  });

  it('says so where nothing fits, and where nothing is left', () => {
    const { onLook } = show(TICKETS, { ...USUAL_VIEW, find: 'nowhere' });
    fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(onLook.mock.lastCall?.[0]).toMatchObject({ find: '', filters: {} });
    cleanup();
    show([]);
    expect(screen.getByText('Every open ticket seen on this device is answered.')).toBeTruthy();
  });

  it('draws only what is near the screen of ten thousand', () => {
    show(Array.from({ length: 10_000 }, (_, i) => ({ ticket: at(i + 1), title: `T ${i}` })));
    expect(rows().length).toBeLessThan(60);
  });
});
