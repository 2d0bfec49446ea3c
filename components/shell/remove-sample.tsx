// Removing the sample when some of what would go is the user's own: how much it is, and a way to keep it first.
import { say } from '../../lib/say.ts';
import { hashOf } from '../../lib/state/route.ts';
import { Dialog } from './dialog.tsx';

export interface RemoveSampleProps {
  readonly own: { readonly answers: number; readonly readings: number };
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

export function RemoveSample({ own: { answers, readings }, onRemove, onClose }: RemoveSampleProps) {
  return (
    <Dialog title={say('shellRemoveSampleAsk')} onClose={onClose}>
      <p>
        {say(readings > 0 ? 'shellRemoveSampleBoth' : answers === 1 ? 'shellRemoveSampleOne' : 'shellRemoveSampleOwn', answers, readings)}
      </p>
      <div class="acts">
        <a class="btn main" href={hashOf('data', { sample: '1' })} onClick={onClose}>
          {say('shellExportFirst')}
        </a>
        <button type="button" class="btn" onClick={onRemove}>
          {say('shellRemoveAll')}
        </button>
        <button type="button" class="btn ghost" onClick={onClose}>
          {say('cancel')}
        </button>
      </div>
    </Dialog>
  );
}
