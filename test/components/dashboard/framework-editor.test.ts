import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Framework } from '../../../lib/model/framework.ts';
import { sampleFramework } from '../../../lib/sample/planner.ts';
import { createEditor, type Editor, type SaveReply } from '../../../lib/state/framework-editor.ts';
import { type FrameworkForm, newForm, toForm } from '../../../lib/state/framework-form.ts';

const TODAY = '2026-11-22';
const open: Editor[] = [];
afterEach(() => open.splice(0).forEach((editor) => editor.dispose()));

function edit(
  stored: FrameworkForm = toForm(sampleFramework(TODAY), TODAY),
  draft?: FrameworkForm,
  reply: SaveReply | Promise<SaveReply> = { version: 2 },
) {
  const save = vi.fn<(framework: Framework, over: boolean) => Promise<SaveReply>>(async () => reply);
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
    expect(keep.mock.lastCall?.[0]?.inputs[0]?.owner).toBe('Sales');
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
      northStar: { id: 'weekly-buyers' },
      inputs: [{ id: 'activation' }],
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
    const names = (): string => editor.form.value.inputs.map(({ id }) => id[0]).join('');
    editor.move('activation', 1);
    expect([names(), editor.undoable.value?.what]).toEqual(['tacc', 'moved']);
    editor.undo();
    expect([names(), editor.undoable.value, editor.dirty.value]).toEqual(['atcc', undefined, false]);
    editor.selected.value = 'templates';
    editor.remove('templates');
    expect([names(), editor.undoable.value?.name, editor.selected.value]).toEqual(['acc', 'Template adoption', 'collaboration']);
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
