// What changed and why: noted with the version that is stored next, and never demanded.
import { say } from '../../lib/say.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import { Field } from './field.tsx';

export function Reason({ editor }: { editor: Editor }) {
  const { reason, phase } = editor;
  return (
    <form
      class={`reason${editor.dirty.value || phase.value === 'saved' ? ' asked' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        void editor.save();
      }}
    >
      <Field
        label={say('frameReason')}
        value={reason.value}
        placeholder={say('frameReasonSuch')}
        onInput={(typed) => (reason.value = typed)}
      />
      {reason.value.trim() !== '' && (
        <button type="submit" class="btn" aria-disabled={phase.value === 'saving'}>
          {say('frameReasonNote')}
        </button>
      )}
    </form>
  );
}
