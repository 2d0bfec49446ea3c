// Deleting a framework: what goes and what stays.
import { say } from '../../lib/say.ts';
import { Dialog } from '../shell/dialog.tsx';

export function DeleteFramework({
  name,
  answers,
  onDelete,
  onClose,
}: {
  name: string;
  answers: number;
  onDelete: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={say('frameDeleteAsk', name)} onClose={onClose}>
      <p>{say(answers === 0 ? 'frameDeleteNone' : answers === 1 ? 'frameDeleteOne' : 'frameDeleteKeeps', answers)}</p>
      <div class="acts">
        <button type="button" class="btn main" onClick={onDelete}>
          {say('frameDelete')}
        </button>
        <button type="button" class="btn ghost" onClick={onClose}>
          {say('cancel')}
        </button>
      </div>
    </Dialog>
  );
}
