// @vitest-environment happy-dom
// A metric's readings as a table: where each came from, when, and what it was before it was corrected.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plain } from '../popup-words.ts';
import { type LoadHistory, ReadingsTable } from '../../../components/status/table.tsx';
import type { ReadingEntry } from '../../../lib/state/reading-history.ts';
import { type Point, standingOf } from '../../../lib/state/status.ts';
import { METRICS, TODAY } from '../../formats/readings-stage.ts';

afterEach(cleanup);

const activation = METRICS[1]!;
const at = '2026-11-22T09:30:00.000Z';
const entry = (more: Partial<ReadingEntry>): ReadingEntry => ({
  ...{ op: `op-${JSON.stringify(more)}`, at: Date.parse(at), before: undefined, after: undefined, source: undefined, origin: undefined },
  ...more,
});

function show(points: readonly Point[], history: Awaited<ReturnType<LoadHistory>> = new Map()) {
  const onHistory = vi.fn<LoadHistory>(async () => history);
  return { ...render(<ReadingsTable status={standingOf(activation, points, TODAY)} onHistory={onHistory} />), onHistory };
}
const rows = (): string[][] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => plain(cell.textContent)),
    );

describe('the readings of a metric', () => {
  it('say where each came from and when, newest first', () => {
    show([
      { date: '2026-11-01', value: 30, source: 'sample', at },
      { date: '2026-11-08', value: 31, source: 'typed', at },
      { date: '2026-11-15', value: 31.5, source: 'import', origin: 'weekly: new.csv:14', at },
      { date: '2026-11-20', value: 32, source: 'import', origin: ':3', at },
      { date: '2026-11-21', value: 33, source: 'import' },
    ]);
    expect(rows().map((cells) => cells.filter((_, i) => i !== 2))).toEqual([
      ['Nov 21', '33 %', 'imported', ''],
      ['Nov 20', '32 %', 'Pasted, row 3', 'Nov 22'],
      ['Nov 15', '31.5 %', 'weekly: new.csv, row 14', 'Nov 22'],
      ['Nov 8', '31 %', 'typed', 'Nov 22'],
      ['Nov 1', '30 %', 'sample', 'Nov 22'],
    ]);
  });

  it('show what a corrected one was before, at a press', async () => {
    const history = new Map([
      [
        '2026-11-15',
        [
          entry({ before: 31, after: 32, source: 'import', origin: 'weekly.csv:14' }),
          entry({ after: 31, source: 'typed' }),
          entry({ before: 30 }),
          entry({ after: 30, source: 'typed' }),
        ],
      ],
    ]);
    const { onHistory } = show(
      [
        { date: '2026-11-15', value: 32, source: 'import', origin: 'weekly.csv:14', at },
        { date: '2026-11-22', value: 33, source: 'typed', at },
      ],
      history,
    );
    expect(onHistory).toHaveBeenCalledWith('activation', '2026-11-15');
    const button = await waitFor(() => screen.getByRole('button', { name: 'Corrected 3 times' }));
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    const list = screen.getByRole('list', { name: 'History of Nov 15' });
    const said = within(list)
      .getAllByRole('listitem')
      .map((item) => plain(item.textContent).replace(/^.*?[AP]M/, ''));
    expect(said).toEqual(['31 % → 32 %weekly.csv, row 14', '31 %typed', '30 % → –Taken back', '30 %typed']);
    fireEvent.click(button);
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('are drawn 400 at a time, however many there are', async () => {
    const points = Array.from(
      { length: 1000 },
      (_, i): Point => ({
        ...{ value: i % 100, source: 'typed', date: new Date(Date.parse('2024-01-01') + i * 86_400_000).toISOString().slice(0, 10) },
      }),
    );
    const { onHistory } = show(points);
    expect(rows()).toHaveLength(400);
    fireEvent.click(screen.getByRole('button', { name: 'Show 400 more' }));
    await waitFor(() => expect(rows()).toHaveLength(800));
    fireEvent.click(screen.getByRole('button', { name: 'Show 200 more' }));
    await waitFor(() => expect(rows()).toHaveLength(1000));
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
    expect(onHistory.mock.calls.map(([, since]) => since)).toEqual([points[600]?.date, points[200]?.date, points[0]?.date]);
  });

  it('say that there are none', () => {
    show([]);
    expect(rows()).toEqual([]);
    expect(screen.getByText('No reading yet')).toBeTruthy();
  });
});
