// Another North Star: at most once a year, unless there is a pivot. What justifies it is asked, never demanded (requirement 77).
import { useId } from 'preact/hooks';
import { say } from '../../lib/say.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import { northStarOf } from '../../lib/state/framework-form.ts';
import { asksForPivot, starSince } from '../../lib/state/star-change.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { Field } from './field.tsx';

export function StarQuestion({ editor, today, onSave }: { editor: Editor; today: string; onSave: () => void }) {
  const id = useId();
  const star = editor.star.value;
  if (star === 'same' || editor.phase.value === 'saving') return null;
  const { changes } = editor.form.value;
  const since = starSince(changes);
  const { name } = northStarOf(editor.form.value);
  if (star === 'renamed') {
    return (
      <section class="banner small" aria-labelledby={id}>
        <span id={id}>{say('frameStarRenamed', name || say('frameUnnamed'))}</span>
        <button type="button" class="btn" onClick={() => (editor.judged.value = 'same')}>
          {say('frameStarSame')}
        </button>
        <button type="button" class="btn" onClick={() => (editor.judged.value = 'other')}>
          {say('frameStarOther')}
        </button>
      </section>
    );
  }
  const asks = asksForPivot(since, today);
  return (
    <section class="banner small star-question" aria-labelledby={id}>
      <p id={id}>{asks ? (since ? say('frameStarSince', formatDay(since, today)) : say('frameStarUnknown')) : say('frameStarChanged')}</p>
      {asks && (
        <Field
          label={say('framePivot')}
          value={editor.pivot.value}
          placeholder={say('framePivotSuch')}
          onInput={(typed) => (editor.pivot.value = typed)}
        />
      )}
      <Field label={say('frameReason')} value={editor.reason.value} onInput={(typed) => (editor.reason.value = typed)} />
      <button type="button" class="btn main" onClick={onSave}>
        {say('frameStarStore')}
      </button>
      <button type="button" class="btn ghost" onClick={editor.undo}>
        {say('undo')}
      </button>
    </section>
  );
}
