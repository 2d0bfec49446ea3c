// @vitest-environment happy-dom
// Importing as it is drawn: each step says what is to be done, what would change, and what is wrong in which row.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plain } from '../popup-words.ts';
import { ImportView } from '../../../components/data/import.tsx';
import type { StoredValues } from '../../../lib/formats/readings-table.ts';
import { createImport, type ImportTarget } from '../../../lib/state/import.ts';
import { createAnswersImport } from '../../../lib/state/answers-import.ts';
import { createImports } from '../../../lib/state/import-kind.ts';
import { METRICS, TODAY } from '../../formats/readings-stage.ts';

afterEach(cleanup);

function show(
  stored: StoredValues = new Map(),
  framework: { name: string; metrics: typeof METRICS } | null = { name: 'Planner', metrics: METRICS },
) {
  const send = vi.fn<ImportTarget['send']>(async (_, readings) => ({ state: 'done', count: readings.length }));
  const takeBack = vi.fn<ImportTarget['takeBack']>(async () => ({ state: 'done', count: 1 }));
  const importing = createImport({
    ...{ metrics: () => METRICS, prefer: () => undefined, today: () => TODAY, stored: async () => stored },
    ...{ target: () => ({ id: 'import-a', send, takeBack }), changed: vi.fn() },
  });
  const answers = createAnswersImport({
    ...{
      homes: async () => [],
      sites: () => [],
      ticketAt: () => undefined,
      stored: async () => new Map(),
      records: async () => [],
      now: () => `${TODAY}T12:00:00.000Z`,
    },
    ...{ target: () => ({ id: 'answers-a', send: vi.fn(), takeBack: vi.fn() }), changed: vi.fn() },
  });
  const imports = createImports(importing, answers);
  const view = <ImportView imports={imports} framework={framework ?? undefined} today={TODAY} onSaveRows={vi.fn()} />;
  return { ...render(view), importing, send, takeBack };
}
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const press = (name: string | RegExp): void => void fireEvent.click(button(name));
async function paste(text: string): Promise<void> {
  fireEvent.input(screen.getByLabelText('Paste rows from a spreadsheet'), { target: { value: text } });
  press('Continue');
  await waitFor(() => button('See what changes'));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
}
const pick = (label: string, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const cellsOf = (region: string): string[][] =>
  within(screen.getByRole('region', { name: region }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => plain(cell.textContent)),
    );

describe('the first step', () => {
  it('has a box to paste into and a way to a file, and goes on only with something in it', () => {
    const { importing } = show();
    expect(button('Continue').getAttribute('aria-disabled')).toBe('true');
    press('Continue');
    expect(importing.step.value.at).toBe('begin');
    expect(screen.getByText('Into Planner. Nothing is stored until you have seen what changes.')).toBeTruthy();
  });

  it('keeps a long text beside the box, which would take seconds to draw it', () => {
    show();
    const long = `Date,Activation\n${'2026-11-22,32\n'.repeat(10_000)}`;
    fireEvent.paste(screen.getByLabelText('Paste rows from a spreadsheet'), { clipboardData: { getData: () => long } });
    expect(screen.getByText('10,001 lines pasted')).toBeTruthy();
    expect(screen.queryByLabelText('Paste rows from a spreadsheet')).toBeNull();
    expect(button('Continue').getAttribute('aria-disabled')).toBe('false');
    press('Clear');
    expect(screen.getByLabelText('Paste rows from a spreadsheet')).toBeTruthy();
  });

  it('keeps what was pasted, to be mended: where it is not read, and where one starts over', async () => {
    const { importing } = show();
    const box = (): HTMLTextAreaElement => screen.getByLabelText<HTMLTextAreaElement>('Paste rows from a spreadsheet');
    const text = 'Date\tActivation\n2026-11-15\t"31';
    fireEvent.input(box(), { target: { value: text } });
    press('Continue');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('What was pasted was not read.'));
    expect(box().value).toBe(text);
    await paste(text.replace('"', ''));
    press('Start over');
    expect(box().value).toBe(text.replace('"', ''));
    await paste(box().value);
    press('See what changes');
    await waitFor(() => button('Import 1 reading'));
    press('Import 1 reading');
    await waitFor(() => expect(importing.pasted.value).toBe(''));
  });

  it('takes a file that is chosen, and says why one is not read', async () => {
    const { container } = show();
    const input = container.querySelector('input[type=file]');
    if (!(input instanceof HTMLInputElement)) throw new Error('no way to a file');
    Object.defineProperty(input, 'files', { value: [new File([new Uint8Array([0x50, 0x4b, 3, 4])], 'numbers.xlsx')] });
    fireEvent.change(input);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('“numbers.xlsx” was not read. Nothing was changed.'));
    expect(screen.getByRole('alert').textContent).toContain('Save it as CSV UTF-8');
  });

  it('says what is missing without a framework', () => {
    show(new Map(), null);
    expect(screen.getByText('Readings belong to a metric, and there is no framework yet.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'New framework' }).getAttribute('href')).toBe('#/framework?framework=new');
  });
});

describe('the columns', () => {
  it('show below each cell what is read from it', async () => {
    show();
    await paste('Date,Activation,Notes\n22.11.2026,"31,5 %",x\n15.11.2026,=A1,');
    expect(cellsOf('First rows')).toEqual([
      ['22.11.2026Nov 22', '31,5 %31.5 %', 'x'],
      ['15.11.2026Nov 15', '=A1Not read', ''],
    ]);
    expect(button('See what changes').getAttribute('aria-disabled')).toBe('false');
  });

  it('ask what has two meanings, with both of them to choose from', async () => {
    show();
    await paste('Date,Weekly active teams\n03/04/2026,"6,702"');
    expect(screen.getByText('“03/04/2026” in “Date” can be two days. Choose what comes first.')).toBeTruthy();
    expect(screen.getByText('“6,702” in “Weekly active teams” can be two numbers. Choose which.')).toBeTruthy();
    const words = (label: string): string[] =>
      within(screen.getByLabelText(label))
        .getAllByRole('option')
        .map(({ textContent }) => textContent ?? '');
    expect(words('How the days of Date are written').slice(0, 4)).toEqual([
      'Choose one',
      '2026-11-22',
      'Day first: Apr 3',
      'Month first: Mar 4',
    ]);
    expect(words('How the numbers of Weekly active teams are written')).toEqual([
      'Choose one',
      'Decimal point: 6,702',
      'Decimal comma: 6.702',
    ]);
    expect(screen.getByLabelText('How the days of Date are written').getAttribute('aria-invalid')).toBe('true');
    press('See what changes');
    expect(screen.queryByText('What changes')).toBeNull();
    pick('How the days of Date are written', 'dmy');
    pick('How the numbers of Weekly active teams are written', 'point');
    await waitFor(() => expect(button('See what changes').getAttribute('aria-disabled')).toBe('false'));
    expect(cellsOf('First rows')).toEqual([['03/04/2026Apr 3', '6,7026,702']]);
  });

  it('ask whether rates below 1 are shares', async () => {
    const { importing } = show();
    await paste('Date,Activation\n2026-11-22,0.32');
    const shares = screen.getByRole('group', { name: /“0\.32” for New team activation means/ });
    expect(
      within(shares)
        .getAllByRole('radio')
        .map((radio) => plain(radio.parentElement?.textContent)),
    ).toEqual(['0.32 %', '32 %']);
    fireEvent.click(within(shares).getAllByRole('radio')[1] as HTMLElement);
    await waitFor(() => expect(importing.planned.value?.ok).toBe(true));
    expect(cellsOf('First rows')[0]?.map(plain)).toEqual(['2026-11-22Nov 22', '0.3232 %']);
  });

  it('can be put to other uses, one column for each', async () => {
    show();
    await paste('Date,A,B\n2026-11-22,31,32');
    expect(screen.getByText('Choose at least one column of values.')).toBeTruthy();
    pick('What A holds', '=activation');
    await waitFor(() => expect(button('See what changes').getAttribute('aria-disabled')).toBe('false'));
    pick('What B holds', '=activation');
    await waitFor(() => expect((screen.getByLabelText('What A holds') as HTMLSelectElement).value).toBe('nothing'));
  });

  it('of a long table have its names beside them, and what is not known is chosen', async () => {
    const { importing } = show();
    await paste('Date,Metric,Value\n2026-11-22,Activation,32\n2026-11-22,Sign-ups,5');
    expect((screen.getByLabelText('The metric called Activation') as HTMLSelectElement).value).toBe('activation');
    expect((screen.getByLabelText('The metric called Sign-ups') as HTMLSelectElement).value).toBe('');
    pick('The metric called Sign-ups', 'teams');
    await waitFor(() => expect(importing.mapping.value?.names.get('signups')).toBe('teams'));
  });

  it('show a hostile heading as text', async () => {
    const { container } = show();
    await paste('Date,<img src=x onerror=alert(1)>,__proto__\n2026-11-22,1,2');
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByLabelText('What <img src=x onerror=alert(1)> holds')).toBeTruthy();
    expect(screen.getByLabelText('What __proto__ holds')).toBeTruthy();
  });
});

describe('what would change', () => {
  const stored = new Map([
    [
      'activation',
      new Map([
        ['2026-11-15', 31],
        ['2026-11-08', 30],
      ]),
    ],
  ]);

  it('is counted, shown from what to what, with the rows that are not read', async () => {
    show(stored);
    await paste('Date,Activation\n2026-11-22,32\n2026-11-15,33\n2026-11-08,30\nsoon,5\n2026-11-01,=1');
    press('See what changes');
    await waitFor(() => screen.getByText('What changes'));
    expect(screen.getByRole('status').textContent).toBe('1 new, 1 changed, 1 stored already, 2 not read');
    expect(cellsOf('What changes')).toEqual([
      ['New team activation', 'Nov 15', '31 %', '33 %', '3'],
      ['New team activation', 'Nov 22', '–', '32 %', '2'],
    ]);
    expect(cellsOf('Rows not read')).toEqual([
      ['5', '“Date”', '“soon” is not a day.'],
      ['6', '“Activation”', '“=1” is a formula. Paste its value instead.'],
    ]);
    expect(button('Import 2 readings')).toBeTruthy();
  });

  it('takes the last of two values for a day only when that is said', async () => {
    const { importing } = show();
    await paste('Date,Activation\n2026-11-22,32\n2026-11-22,33');
    press('See what changes');
    await waitFor(() => screen.getByText('Nothing to import: no row could be read.'));
    expect(cellsOf('Rows not read')).toEqual([['3', '“Activation”', 'Nov 22 has another value in row 2. Neither is taken.']]);
    fireEvent.click(screen.getByLabelText(/Take the last value/));
    await waitFor(() => button('Import 1 reading'));
    expect(importing.mapping.value?.twice).toBe('last');
    expect(cellsOf('What changes')).toEqual([['New team activation', 'Nov 22', '–', '33 %', '3']]);
  });

  it('draws the first 200 and says how many there are', async () => {
    show();
    const days = Array.from({ length: 250 }, (_, i) => new Date(Date.parse('2026-01-01') + i * 86_400_000).toISOString().slice(0, 10));
    await paste(`Date,Activation,Collaboration\n${days.map((date) => `${date},1,x`).join('\n')}`);
    press('See what changes');
    await waitFor(() => screen.getByText('What changes'));
    expect(cellsOf('What changes')).toHaveLength(200);
    expect(cellsOf('Rows not read')).toHaveLength(200);
    expect(screen.getAllByText('The first 200 of 250')).toHaveLength(2);
  });

  it('is nothing when all is stored', async () => {
    show(stored);
    await paste('Date,Activation\n2026-11-15,31');
    press('See what changes');
    await waitFor(() => screen.getByText('Nothing to import: these values are stored already.'));
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
    press('Back to columns');
    expect(button('See what changes')).toBeTruthy();
  });
});

describe('the last step', () => {
  const toStore = async (): Promise<void> => {
    await paste('Date,Activation\n2026-11-22,32');
    press('See what changes');
    await waitFor(() => button('Import 1 reading'));
    press('Import 1 reading');
  };

  it('says what is stored, and takes it back', async () => {
    const { send, takeBack } = show();
    await toStore();
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 reading imported.'));
    expect(send.mock.calls[0]?.[1]).toEqual([{ metric: 'activation', date: '2026-11-22', value: 32, origin: ':2' }]);
    press('Undo');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Taken back. Every reading is as it was.'));
    expect(takeBack.mock.calls.map(([of]) => of)).toEqual(['import-a-0']);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    press('Import more');
    expect(button('Continue')).toBeTruthy();
  });

  it('says how much is stored and why no more, and offers the rest', async () => {
    const { send } = show();
    send.mockImplementationOnce(async () => ({ state: 'refused', why: 'disk-full' }));
    await toStore();
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Stopped. 0 of 1 readings are stored.'));
    expect(screen.getByRole('alert').textContent).toBe('The disk is full, so the browser refused to store more.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    press('Store the rest');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 reading imported.'));
  });

  it('shows how far it has come, and can be stopped', async () => {
    const { send } = show();
    let go: () => void = () => {};
    send.mockImplementationOnce(() => new Promise((resolve) => (go = () => resolve({ state: 'done', count: 1 }))));
    await toStore();
    await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('aria-label')).toBe('0 of 1 readings stored'));
    press('Stop');
    expect(button('Stop').getAttribute('aria-disabled')).toBe('true');
    go();
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 reading imported.'));
  });
});
