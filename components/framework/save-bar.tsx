// Whether the framework is stored, and the way to store it. It says "Saved" only once it is on disk.
import type { Refusal } from '../../lib/ask.ts';
import { say, type Word } from '../../lib/say.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import { Icon } from '../shell/icons.tsx';

const REFUSED: Readonly<Partial<Record<Refusal, Word>>> = { 'disk-full': 'frameDiskFull', 'storage-refused': 'frameStorage' };

function Said({ editor }: { editor: Editor }) {
  const phase = editor.phase.value;
  const undoable = editor.undoable.value;
  if (phase === 'saving') return <>{say('saving')}</>;
  if (phase === 'saved') {
    return (
      <span class="ok">
        <Icon name="check" />
        {say('saved')}
      </span>
    );
  }
  if (undoable) {
    return (
      <>
        {say(undoable.what === 'removed' ? 'frameRemoved' : 'frameMoved', undoable.name || say('frameUnnamed'))}{' '}
        <button type="button" class="link" onClick={editor.undo}>
          {say('undo')}
        </button>
      </>
    );
  }
  return <>{editor.dirty.value ? say('shellUnsaved') : ''}</>;
}

export function SaveBar({ editor, onSave, onReload }: { editor: Editor; onSave: (over?: boolean) => void; onReload: () => void }) {
  const phase = editor.phase.value;
  // One in the making can always be saved, if only to hear what is missing.
  const idle = phase !== 'saving' && (editor.dirty.value || editor.form.value.version === 0);
  return (
    <>
      <span class="said small muted" role="status">
        <Said editor={editor} />
      </span>
      {editor.dirty.value && phase !== 'saving' && (
        <button type="button" class="btn ghost" onClick={onReload}>
          {say('frameDiscard')}
        </button>
      )}
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
