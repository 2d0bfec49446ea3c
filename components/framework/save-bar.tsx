// Whether the framework is stored: it stores itself, and says "Saved" only once it is on disk.
import type { Refusal } from '../../lib/ask.ts';
import { say, type Word } from '../../lib/say.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import { Icon } from '../shell/icons.tsx';

const REFUSED: Readonly<Partial<Record<Refusal, Word>>> = { 'disk-full': 'frameDiskFull', 'storage-refused': 'frameStorage' };

function Said({ editor }: { editor: Editor }) {
  const phase = editor.phase.value;
  const { version } = editor.form.value;
  const mend = editor.checked.value.mend.length;
  const [what = '', name] = editor.undoable.value?.what.split('/') ?? [];
  if (phase === 'saving') return <>{say('saving')}</>;
  const stored = !editor.dirty.value && version > 0;
  const done = what === 'removed' ? say('frameRemoved', name || say('frameUnnamed')) : undefined;
  if (stored && phase === 'saved') {
    return (
      <span class="ok">
        <Icon name="check" />
        {say('saved')}
      </span>
    );
  }
  if (!editor.dirty.value) return null;
  if (mend > 0 && version > 0) return <>{mend === 1 ? say('frameWaitsOne') : say('frameWaits', mend)}</>;
  return <>{done ?? say('shellUnsaved')}</>;
}

export function SaveBar({ editor, onSave, onReload }: { editor: Editor; onSave: (over?: boolean) => void; onReload: () => void }) {
  const phase = editor.phase.value;
  // One in the making can always be saved, if only to hear what is missing.
  const idle = phase !== 'saving' && (editor.dirty.value || editor.form.value.version === 0);
  const [undo, redo] = [editor.undoable.value, editor.redoable.value];
  return (
    <>
      <span class="said small muted" role="status">
        <Said editor={editor} />
      </span>
      <button type="button" class="icon" aria-label={say('undo')} title={say('frameUndoKeys')} aria-disabled={!undo} onClick={editor.undo}>
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="icon"
        aria-label={say('frameRedo')}
        title={say('frameRedoKeys')}
        aria-disabled={!redo}
        onClick={editor.redo}
      >
        <Icon name="redo" />
      </button>
      <button type="button" class="btn main" aria-disabled={!idle} onClick={() => idle && onSave()}>
        {say('save')}
      </button>
      {phase === 'changed' && (
        <p class="banner small" role="alert">
          <span>{say('frameChanged')}</span>
          <button type="button" class="btn" onClick={() => onSave(true)}>
            {say('frameSaveOver')}
          </button>
          <button type="button" class="btn" onClick={onReload}>
            {say('frameLoadNewer')}
          </button>
        </p>
      )}
      {phase === 'refused' && (
        <p class="banner small bad" role="alert">
          {say(REFUSED[editor.refusal.value ?? 'failed'] ?? 'frameFailed')}
        </p>
      )}
    </>
  );
}
