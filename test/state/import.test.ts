// An import from text to store: what is asked, what is given up, what is sent, and what comes back.
import { describe, expect, it, vi } from 'vitest';
import { BUSY } from '../busy.ts';
import type { Done } from '../../lib/ask.ts';
import type { StoredValues } from '../../lib/formats/readings-table.ts';
import { createImport, type ImportTarget, type ImportVerbs } from '../../lib/state/import.ts';
import type { ReadableFile } from '../../lib/state/import-source.ts';
import { CHUNK } from '../../lib/state/import-store.ts';
import { METRICS, TODAY } from '../formats/readings-stage.ts';

const DAY_MS = 86_400_000;
const day = (i: number): string => new Date(Date.parse('2020-01-01') + i * DAY_MS).toISOString().slice(0, 10);
const rows = (count: number): string => ['Date,Activation', ...Array.from({ length: count }, (_, i) => `${day(i)},${i % 100}`)].join('\n');
const file = (text: string, more: Partial<ReadableFile> = {}): ReadableFile => ({
  ...{ name: 'weekly.csv', size: text.length, arrayBuffer: async () => new TextEncoder().encode(text).buffer as ArrayBuffer },
  ...more,
});

function open(more: Partial<ImportVerbs> = {}, stored: StoredValues = new Map()) {
  const done = (count?: number): Done => ({ state: 'done', ...(count === undefined ? {} : { count }) });
  const send = vi.fn<ImportTarget['send']>(async (_, readings) => done(readings.length));
  const takeBack = vi.fn<ImportTarget['takeBack']>(async () => done(CHUNK));
  const changed = vi.fn();
  const verbs: ImportVerbs = {
    metrics: () => METRICS,
    prefer: () => undefined,
    today: () => TODAY,
    stored: async () => stored,
    target: () => ({ id: 'import-a', send, takeBack }),
    changed,
    ...more,
  };
  return { importing: createImport(verbs), send, takeBack, changed, done };
}
type Opened = ReturnType<typeof open>;
const at = ({ importing }: Opened): string => importing.step.value.at;
const storing = ({ importing }: Opened) => {
  const step = importing.step.value;
  if (step.at !== 'store') throw new Error(step.at);
  return step.store.state.value;
};
async function checked(text: string, opened = open()): Promise<Opened> {
  await opened.importing.readText(text);
  await opened.importing.check();
  return opened;
}

describe('reading', () => {
  it('goes from a file to its columns to what would change', async () => {
    const opened = open({}, new Map([['activation', new Map([[day(0), 0]])]]));
    await opened.importing.readFile(file(rows(3)));
    expect(at(opened)).toBe('columns');
    expect(opened.importing.source.value).toMatchObject({ name: 'weekly.csv', encoding: 'utf-8' });
    expect(opened.importing.planned.value?.ok).toBe(true);
    await opened.importing.check();
    const step = opened.importing.step.value;
    if (step.at !== 'check') throw new Error(step.at);
    expect(step.outcome.changes.map(({ kind }) => kind)).toEqual(['same', 'new', 'new']);
  });

  it('says why a file is not read, and does not even open one that is too large', async () => {
    const opened = open();
    const arrayBuffer = vi.fn();
    await opened.importing.readFile(file('', { size: 25_000_001, arrayBuffer }));
    expect(opened.importing.step.value).toEqual({ at: 'begin', refused: { why: 'too-large', name: 'weekly.csv' } });
    expect(arrayBuffer).not.toHaveBeenCalled();
    await opened.importing.readFile(file('Date,Activation\n"2026-11-22,3'));
    expect(opened.importing.step.value).toEqual({ at: 'begin', refused: { why: 'open-quote', line: 2, name: 'weekly.csv' } });
    vi.spyOn(console, 'error').mockImplementationOnce(() => {});
    await opened.importing.readFile(file('', { arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }));
    expect(opened.importing.step.value).toEqual({ at: 'begin', refused: { why: 'unreadable', name: 'weekly.csv' } });
    await opened.importing.readText('\n\n');
    expect(opened.importing.step.value).toMatchObject({ at: 'begin', refused: { why: 'empty', name: '' } });
  });

  it('can be given up, and what comes late changes nothing', async () => {
    const opened = open();
    const reading = opened.importing.readText(rows(20_000));
    expect(at(opened)).toBe('reading');
    opened.importing.cancel();
    await reading;
    expect([opened.importing.step.value, opened.importing.source.value]).toEqual([{ at: 'begin' }, undefined]);
    const [slow, quick] = [opened.importing.readText(rows(20_000)), opened.importing.readText(rows(2))];
    await Promise.all([slow, quick]);
    expect(opened.importing.source.value?.table.rows.length).toBe(3);
  });

  it('reads by another separator, and stays where that one does not do', async () => {
    const opened = open();
    await opened.importing.readText(`Date|Activation,x\n2026-11-22|3,${'y,'.repeat(300)}`);
    expect(opened.importing.source.value?.table.separator).toBe('|');
    await opened.importing.separate(',');
    expect(opened.importing.step.value).toMatchObject({ at: 'columns', refused: { why: 'too-many-columns', line: 2 } });
    expect(opened.importing.source.value?.table.separator).toBe('|');
    await opened.importing.separate(';');
    expect([at(opened), opened.importing.source.value?.table.separator]).toEqual(['columns', ';']);
  });

  it('looks at the cells anew when a column is put to another use, and not when a form is chosen', async () => {
    const opened = open();
    await opened.importing.readText('Date,Activation\n03/04/2026,3');
    const [found, mapping] = [opened.importing.found.value, opened.importing.mapping.value];
    if (!mapping) throw new Error('no mapping');
    expect(opened.importing.planned.value).toMatchObject({ ok: false, questions: [{ about: 'form' }] });
    await opened.importing.choose({ ...mapping, form: 'mdy' });
    expect(opened.importing.found.value).toBe(found);
    expect(opened.importing.planned.value?.ok).toBe(true);
    await opened.importing.choose({ ...mapping, uses: [{ as: 'nothing' }, { as: 'nothing' }] });
    expect(opened.importing.found.value).not.toBe(found);
    expect(opened.importing.planned.value).toMatchObject({ ok: false, questions: [{ about: 'date' }, { about: 'value' }] });
  });

  it('does not go on while something is to be chosen', async () => {
    const opened = await checked('Date,Activation\n03/04/2026,3');
    expect(at(opened)).toBe('columns');
  });

  it('guesses anew for another framework, wherever it stands', async () => {
    let metrics = METRICS;
    const opened = await checked(rows(3), open({ metrics: () => metrics }));
    expect(at(opened)).toBe('check');
    metrics = METRICS.filter(({ id }) => id !== 'activation');
    opened.importing.retarget();
    await vi.waitFor(() => expect(opened.importing.found.value).toBeDefined(), BUSY);
    expect([at(opened), opened.importing.mapping.value?.uses.map(({ as }) => as)]).toEqual(['columns', ['date', 'nothing']]);
  });
});

describe('storing', () => {
  it('sends chunks by names of their own, with where each value stands, and only what is new', async () => {
    const opened = await checked(rows(CHUNK + 3), open({}, new Map([['activation', new Map([[day(1), 1]])]])));
    await opened.importing.store();
    expect(opened.send.mock.calls.map(([request, readings]) => [request, readings.length])).toEqual([
      ['import-a-0', CHUNK],
      ['import-a-1', 2],
    ]);
    expect(opened.send.mock.calls[0]?.[1].slice(0, 2)).toEqual([
      { metric: 'activation', date: day(0), value: 0, origin: ':2' },
      { metric: 'activation', date: day(2), value: 2, origin: ':4' },
    ]);
    expect(storing(opened)).toEqual({ at: 'stored', total: CHUNK + 2, stored: CHUNK + 2 });
    expect(opened.changed).toHaveBeenCalledTimes(1);
  });

  it('sends one metric after the other', async () => {
    const text = ['Date,Activation,Teams', ...Array.from({ length: CHUNK }, (_, i) => `${day(i)},${i % 100},${i}`)].join('\n');
    const opened = await checked(text);
    await opened.importing.store();
    expect(opened.send.mock.calls.map(([, readings]) => [...new Set(readings.map(({ metric }) => metric))])).toEqual([
      ['activation'],
      ['teams'],
    ]);
  });

  it('stops between two chunks, says what is stored, and goes on from there', async () => {
    const opened = await checked(rows(3 * CHUNK));
    opened.send.mockImplementationOnce(async () => {
      opened.importing.cancel();
      expect(storing(opened).at).toBe('stopping');
      return opened.done(CHUNK);
    });
    await opened.importing.store();
    expect(storing(opened)).toEqual({ at: 'stopped', total: 3 * CHUNK, stored: CHUNK });
    expect(opened.send).toHaveBeenCalledTimes(1);
    await opened.importing.goOn();
    expect(opened.send.mock.calls.map(([request]) => request)).toEqual(['import-a-0', 'import-a-1', 'import-a-2']);
    expect(storing(opened)).toEqual({ at: 'stored', total: 3 * CHUNK, stored: 3 * CHUNK });
  });

  it('stops where it is refused, with the reason, and sends that chunk again by its name', async () => {
    const opened = await checked(rows(2 * CHUNK));
    opened.send
      .mockImplementationOnce(async () => opened.done(CHUNK))
      .mockImplementationOnce(async () => ({ state: 'refused', why: 'disk-full' }));
    await opened.importing.store();
    expect(storing(opened)).toEqual({ at: 'stopped', total: 2 * CHUNK, stored: CHUNK, why: 'disk-full' });
    await opened.importing.goOn();
    expect(opened.send.mock.calls.map(([request]) => request)).toEqual(['import-a-0', 'import-a-1', 'import-a-1']);
    expect(storing(opened)).toMatchObject({ at: 'stored', stored: 2 * CHUNK });
  });

  it('goes where it began, whichever framework is looked at meanwhile', async () => {
    const target = vi.fn((): ImportTarget => ({ id: 'import-b', send: opened.send, takeBack: opened.takeBack }));
    const opened: Opened = open({ target });
    await checked(rows(2 * CHUNK), opened);
    await opened.importing.store();
    opened.importing.retarget();
    await opened.importing.undo();
    expect(target).toHaveBeenCalledTimes(1);
    expect(at(opened)).toBe('store');
  });

  it('takes back chunk by chunk what is stored, and says what was changed since', async () => {
    const opened = await checked(rows(2 * CHUNK));
    await opened.importing.store();
    opened.takeBack.mockImplementationOnce(async () => opened.done(CHUNK - 2));
    await opened.importing.undo();
    expect(opened.takeBack.mock.calls.map(([of]) => of)).toEqual(['import-a-0', 'import-a-1']);
    expect(storing(opened)).toEqual({ at: 'undone', total: 2 * CHUNK, stored: 0, left: 2 });
    expect(opened.changed).toHaveBeenCalledTimes(2);
  });

  it('says what is still stored where taking back is refused, and takes back the rest on the next try', async () => {
    const opened = await checked(rows(2 * CHUNK));
    await opened.importing.store();
    opened.takeBack
      .mockImplementationOnce(async () => opened.done(CHUNK))
      .mockImplementationOnce(async () => ({ state: 'refused', why: 'failed' }));
    await opened.importing.undo();
    expect(storing(opened)).toEqual({ at: 'kept', total: 2 * CHUNK, stored: CHUNK, why: 'failed' });
    await opened.importing.undo();
    expect(opened.takeBack.mock.calls.map(([of]) => of)).toEqual(['import-a-0', 'import-a-1', 'import-a-1']);
    expect(storing(opened)).toEqual({ at: 'undone', total: 2 * CHUNK, stored: 0, left: 0 });
  });
});
