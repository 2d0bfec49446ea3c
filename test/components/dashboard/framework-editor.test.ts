import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Framework } from '../../../lib/model/framework.ts';
import { sampleFramework } from '../../../lib/sample/planner.ts';
import { type ChangeNote, createEditor, type Editor, REST_MS, type SaveReply } from '../../../lib/state/framework-editor.ts';
import { type FrameworkForm, newForm, ofRole, toForm } from '../../../lib/state/framework-form.ts';

const TODAY = '2026-11-22';
const open: Editor[] = [];
afterEach(() => open.splice(0).forEach((editor) => editor.dispose()));

function edit(
  stored: FrameworkForm = toForm(sampleFramework(TODAY), TODAY),
  draft?: FrameworkForm,
  reply: SaveReply | Promise<SaveReply> = { version: 2 },
) {
  const save = vi.fn<(framework: Framework, over: boolean, note: ChangeNote | undefined) => Promise<SaveReply>>(async () => reply);
  const keep = vi.fn<(form: FrameworkForm | undefined) => void>();
  const editor = createEditor(stored, draft, TODAY, { save, keep });
  open.push(editor);
  return { editor, save, keep };
}

describe('the framework being edited', () => {
  it('says Saved only after the reply, and not when something was typed meanwhile', async () => {
    let answer: (reply: SaveReply) => void = () => {};
    const { editor } = edit(undefined, undefined, new Promise<SaveReply>((resolve) => (answer = resolve)));
    editor.edit({ name: 'Renamed' });
    const saving = editor.save();
    expect(editor.phase.value).toBe('saving');
    editor.edit({ name: 'Renamed again' });
    answer({ version: 2 });
    await saving;
    expect([editor.phase.value, editor.dirty.value, editor.form.value.name]).toEqual(['editing', true, 'Renamed again']);
    await editor.save();
    expect([editor.phase.value, editor.dirty.value]).toEqual(['saved', false]);
  });

  it('keeps what is not stored, and lets go of it once it is', async () => {
    const { editor, keep } = edit();
    expect(keep).toHaveBeenLastCalledWith(undefined);
    editor.change('activation', { owner: 'Sales' });
    expect(keep.mock.lastCall?.[0]?.metrics[1]?.owner).toBe('Sales');
    await editor.save();
    expect(keep).toHaveBeenLastCalledWith(undefined);
  });

  it('starts from a draft, as changed', () => {
    const stored = toForm(sampleFramework(TODAY), TODAY);
    const { editor } = edit(stored, { ...stored, name: 'Half typed' });
    expect([editor.form.value.name, editor.dirty.value]).toEqual(['Half typed', true]);
  });

  it('stores a new framework under ids that later names do not change', async () => {
    const { editor, save } = edit(newForm(TODAY), undefined, { version: 1 });
    editor.edit({ name: 'My product' });
    editor.change('north-star', { name: 'Weekly buyers' });
    editor.add();
    editor.change(editor.selected.value, { name: 'Activation' });
    await editor.save();
    const [first] = save.mock.calls[0] ?? [];
    expect(editor.form.value).toMatchObject({
      id: first?.id,
      version: 1,
      metrics: [{ id: 'weekly-buyers' }, { id: 'activation' }],
    });
    editor.edit({ name: 'Another name' });
    editor.change(editor.selected.value, { name: 'Another input' });
    await editor.save();
    const [second] = save.mock.calls[1] ?? [];
    expect(second?.id).toBe(first?.id);
    expect(second?.metrics.map(({ id, name }) => `${id}: ${name}`)).toEqual(['weekly-buyers: Weekly buyers', 'activation: Another input']);
  });

  it('does not store what is to be mended, and goes to it', async () => {
    const { editor, save } = edit();
    editor.change('completion', { sensitivity: 'many' });
    expect(editor.faultOf('completion', 'sensitivity')).toBeUndefined();
    await editor.save();
    expect(save).not.toHaveBeenCalled();
    expect(editor.selected.value).toBe('completion');
    expect(editor.faultOf('completion', 'sensitivity')?.fault).toBe('not-a-number');
    editor.change('completion', { sensitivity: '60' });
    expect(editor.faultOf('completion', 'sensitivity')).toBeUndefined();
  });

  it('says what is wrong with a field once it was left', () => {
    const { editor } = edit();
    editor.change('activation', { name: '' });
    editor.left('activation', 'name');
    expect(editor.faultOf('activation', 'name')?.fault).toBe('missing');
  });

  it('takes back a removed input and a move', () => {
    const { editor } = edit();
    const names = (): string =>
      ofRole(editor.form.value, 'input')
        .map(({ id }) => id[0])
        .join('');
    editor.move('activation', 1);
    expect([names(), editor.undoable.value?.what]).toEqual(['tacc', 'moved/New team activation']);
    editor.undo();
    expect([names(), editor.undoable.value, editor.dirty.value]).toEqual(['atcc', undefined, false]);
    editor.redo();
    expect(names()).toBe('tacc');
    editor.undo();
    editor.selected.value = 'templates';
    editor.remove('templates');
    expect([names(), editor.undoable.value?.what, editor.selected.value]).toEqual(['acc', 'removed/Template adoption', 'collaboration']);
    editor.undo();
    expect(names()).toBe('atcc');
  });

  it('asks before it stores over a change made elsewhere, and says why where it is refused', async () => {
    const { editor, save } = edit(undefined, undefined, 'changed');
    editor.edit({ name: 'Mine' });
    await editor.save();
    expect([editor.phase.value, editor.dirty.value]).toEqual(['changed', true]);
    await editor.save(true);
    expect(save.mock.calls.map(([, over]) => over)).toEqual([false, true]);
    const refused = edit(undefined, undefined, 'disk-full').editor;
    refused.edit({ name: 'Mine' });
    await refused.save();
    expect([refused.phase.value, refused.refusal.value, refused.dirty.value]).toEqual(['refused', 'disk-full', true]);
  });
});

describe('a save that breaks off', () => {
  it('counts as refused, and can be tried again', async () => {
    const broken = Promise.reject<SaveReply>(new DOMException('', 'InvalidStateError'));
    const { editor, save } = edit(undefined, undefined, broken);
    editor.edit({ name: 'Mine' });
    await editor.save();
    expect([editor.phase.value, editor.refusal.value, editor.dirty.value]).toEqual(['refused', 'failed', true]);
    await editor.save();
    expect(save).toHaveBeenCalledTimes(2);
  });
});

describe('a framework that stores itself', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const rest = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('waits for a rest, and makes one version of a burst', async () => {
    const { editor, save } = edit();
    editor.change('activation', { owner: 'S' });
    await rest(REST_MS - 100);
    editor.change('activation', { owner: 'Sales' });
    await rest(REST_MS - 100);
    expect(save).not.toHaveBeenCalled();
    await rest(100);
    expect(save.mock.calls.map(([framework]) => framework.metrics[1]?.owner)).toEqual(['Sales']);
    expect([editor.phase.value, editor.dirty.value, editor.form.value.version]).toEqual(['saved', false, 2]);
    await rest(10 * REST_MS);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('never stores what is to be mended, and does once it is', async () => {
    const { editor, save } = edit();
    editor.change('activation', { sensitivity: 'many' });
    await rest(10 * REST_MS);
    expect(save).not.toHaveBeenCalled();
    editor.change('activation', { sensitivity: '50' });
    await rest(REST_MS);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('stores at once when it is left, and nothing once it is put away', async () => {
    const { editor, save } = edit();
    editor.edit({ name: 'Left' });
    editor.flush();
    expect(save).toHaveBeenCalledTimes(1);
    await rest(0);
    editor.edit({ name: 'Put away' });
    editor.dispose();
    await rest(10 * REST_MS);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('does not try again by itself where it was refused or changed elsewhere', async () => {
    for (const reply of ['disk-full', 'changed'] as const) {
      const { editor, save } = edit(undefined, undefined, reply);
      editor.edit({ name: 'Mine' });
      await rest(10 * REST_MS);
      expect([save.mock.calls.length, editor.dirty.value]).toEqual([1, true]);
    }
  });

  it('notes the reason with the version, and the first version without one', async () => {
    const { editor, save } = edit();
    editor.change('activation', { owner: 'Sales' });
    editor.reason.value = ' Growth was split. ';
    await rest(REST_MS);
    expect(save.mock.lastCall?.[2]).toEqual({ date: TODAY, reason: 'Growth was split.' });
    expect(editor.reason.value).toBe('');
    editor.change('activation', { owner: 'Growth' });
    await rest(REST_MS);
    expect(save.mock.lastCall?.[2]).toBeUndefined();
    const first = edit(newForm(TODAY), undefined, { version: 1, changes: [{ version: 1, date: TODAY, reason: '' }] });
    first.editor.edit({ name: 'New' });
    first.editor.change('north-star', { name: 'Buyers' });
    await rest(10 * REST_MS);
    // A name that is still being typed would become an id for good.
    expect(first.save).not.toHaveBeenCalled();
    first.editor.left('', 'name');
    first.editor.left('north-star', 'name');
    await rest(REST_MS);
    expect(first.save.mock.lastCall?.[2]).toEqual({ date: TODAY, reason: '' });
    expect(first.editor.form.value.changes).toHaveLength(1);
    expect(first.editor.dirty.value).toBe(false);
  });

  it('asks whether a renamed North Star is another one, and notes the pivot', async () => {
    const { editor, save } = edit();
    editor.change('weekly-active-teams', { name: `  ${editor.form.value.metrics[0]?.name.toUpperCase()} ` });
    expect(editor.star.value).toBe('same');
    editor.change('weekly-active-teams', { name: 'Tasks done' });
    await rest(10 * REST_MS);
    await editor.save();
    expect([editor.star.value, save.mock.calls.length]).toEqual(['renamed', 0]);
    editor.judged.value = 'other';
    await rest(10 * REST_MS);
    expect(save).not.toHaveBeenCalled();
    editor.pivot.value = 'Agencies';
    await editor.save();
    expect(save.mock.lastCall?.[2]).toEqual({ date: TODAY, reason: '', northStar: true, pivot: 'Agencies' });
    expect(editor.star.value).toBe('same');
    editor.change('weekly-active-teams', { name: 'Tasks completed' });
    editor.judged.value = 'same';
    await rest(REST_MS);
    expect(save.mock.lastCall?.[2]).toBeUndefined();
  });

  it('takes back a whole burst at once, also after it was stored, and stores that too', async () => {
    const { editor, save } = edit();
    for (const owner of ['S', 'Sa', 'Sal']) editor.change('activation', { owner });
    await rest(REST_MS);
    editor.undo();
    expect([editor.form.value.metrics[1]?.owner, editor.selected.value]).toEqual(['Growth', 'activation']);
    expect([editor.form.value.version, editor.dirty.value]).toEqual([2, true]);
    await rest(REST_MS);
    expect(save.mock.lastCall?.[0].metrics[1]?.owner).toBe('Growth');
    editor.redo();
    expect(editor.form.value.metrics[1]?.owner).toBe('Sal');
    editor.edit({ name: 'Another way' });
    expect(editor.redoable.value).toBeUndefined();
  });

  it('keeps the ids of what was stored when its making is taken back and done again', async () => {
    const { editor } = edit();
    editor.add();
    const key = editor.selected.value;
    editor.change(key, { name: 'New input' });
    editor.left(key, 'name');
    await rest(REST_MS);
    editor.undo();
    editor.undo();
    expect(editor.form.value.metrics.some((metric) => metric.key === key)).toBe(false);
    editor.redo();
    editor.redo();
    expect(editor.form.value.metrics.at(-1)).toMatchObject({ key, id: 'new-input' });
  });
});
