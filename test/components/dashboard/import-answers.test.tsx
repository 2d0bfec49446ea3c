// @vitest-environment happy-dom
// Importing answers as it is drawn: what a sheet leaves open is asked in place, what would change is said with its reasons.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ImportView } from '../../../components/data/import.tsx';
import { createAnswersImport } from '../../../lib/state/answers-import.ts';
import type { AnswersVerbs } from '../../../lib/state/answers-steps.ts';
import { createImport } from '../../../lib/state/import.ts';
import { createImports } from '../../../lib/state/import-kind.ts';
import { at, HOME, NOW } from '../../formats/answers-stage.ts';
import { METRICS, TODAY } from '../../formats/readings-stage.ts';
import { plain } from '../popup-words.ts';

afterEach(cleanup);

function show() {
  const send = vi.fn<ReturnType<AnswersVerbs['target']>['send']>(async (_, rows) => ({ state: 'done', count: rows.length }));
  const takeBack = vi.fn<ReturnType<AnswersVerbs['target']>['takeBack']>(async (_, rows) => ({ state: 'done', count: rows.length }));
  const onSaveRows = vi.fn();
  const readings = createImport({
    ...{ metrics: () => METRICS, prefer: () => undefined, today: () => TODAY, stored: async () => new Map() },
    ...{ target: () => ({ id: 'import-a', send: vi.fn(), takeBack: vi.fn() }), changed: vi.fn() },
  });
  const answers = createAnswersImport({
    ...{
      homes: async () => [HOME],
      sites: () => [],
      ticketAt: at,
      stored: async () => new Map(),
      records: async () => [],
      now: () => NOW,
      changed: vi.fn(),
    },
    target: () => ({ id: 'answers-a', send, takeBack }),
  });
  const imports = createImports(readings, answers);
  const framework = { name: HOME.name, metrics: METRICS };
  return { ...render(<ImportView {...{ imports, framework, onSaveRows }} today={TODAY} />), send, takeBack, onSaveRows };
}
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const press = (name: string | RegExp): void => void fireEvent.click(button(name));
async function paste(text: string): Promise<void> {
  fireEvent.input(screen.getByLabelText('Paste rows from a spreadsheet'), { target: { value: text } });
  press('Continue');
  await waitFor(() => screen.getByRole('heading', { name: 'Import answers' }));
}
const RICE = 'Feature,Ticket,Reach,Impact,Confidence,Effort\nTour,ABC-12,500,3,80%,2\nHelp,,90,0.5,50%,1';
const file = (framework: string): string =>
  JSON.stringify({
    ...{ format: 'azimuth-estimates/v1', frameworks: [], budgets: [{ kind: 'budget', framework, quarter: '2026-Q4', share: 0.2 }] },
    estimates: [
      {
        ...{ ticket: 'github:Acme/App#1', title: '<b>T</b>', at: '2026-05-01T00:00:00.000Z', person: 'me', effort: 3 },
        answer: { kind: 'not-north-star', reason: 'debt', framework, version: 1 },
      },
    ],
  });

describe('a sheet', () => {
  it('asks for the input, says where keys are, shows what a class means, and stores only then', async () => {
    const { send, takeBack, onSaveRows } = show();
    await paste(RICE);
    await waitFor(() => screen.getByText('Choose the input that the rows move, or the column that says so.'));
    expect(button('See what changes').getAttribute('aria-disabled')).toBe('true');
    fireEvent.change(screen.getByLabelText('All rows move'), { target: { value: 'activation' } });
    expect(screen.getByText('ABC-12 is jira:acme.atlassian.net/ABC-12')).toBeTruthy();
    const massive = screen.getByLabelText<HTMLInputElement>('Impact 3 on Activation');
    expect(massive.value).toBe('+1.8..5.4pp');
    fireEvent.input(massive, { target: { value: '6..2' } });
    expect(screen.getByText('Not a range')).toBeTruthy();
    fireEvent.input(massive, { target: { value: '+1..4pp' } });
    await waitFor(() => expect(button('See what changes').getAttribute('aria-disabled')).toBe('false'));
    press('See what changes');
    await waitFor(() => button('Import 1 answer'));
    const changes = within(screen.getByRole('region', { name: 'What changes' }));
    expect(plain(changes.getAllByRole('row')[1]?.textContent)).toContain('Activation +1 to +4 pp');
    expect(screen.getByText('The row names no ticket. Add its link or key.')).toBeTruthy();
    press('Save these rows as a file');
    expect(onSaveRows.mock.calls[0]?.[0]).toEqual([
      ['Row', 'Column', 'What is wrong'],
      [3, 'Ticket', 'The row names no ticket. Add its link or key.'],
    ]);
    expect(send).not.toHaveBeenCalled();
    press('Import 1 answer');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 answer imported.'));
    press('Undo');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Taken back. Every answer is as it was.'));
    expect(takeBack.mock.calls.map(([of]) => of)).toEqual(['answers-a-0']);
  });

  it('can be said to be readings', async () => {
    show();
    await paste(RICE);
    await waitFor(() => button('These are readings'));
    press('These are readings');
    await waitFor(() => screen.getByRole('heading', { name: 'Import readings' }));
  });
});

describe('a file of ours', () => {
  it('says what is left out of it and where it goes', async () => {
    show();
    await paste(file('elsewhere'));
    await waitFor(() => expect(screen.getAllByText(/It belongs to the framework “elsewhere”, which is not here/)).toHaveLength(2));
    fireEvent.change(screen.getByLabelText('Where the answers of elsewhere go'), { target: { value: 'planner' } });
    await waitFor(() => button('Import 2 entries'));
    expect(screen.getByText('<b>T</b>')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Decisions, budgets and views' }).textContent).toMatch(/2026-Q4: 20\s%/);
  });
});
