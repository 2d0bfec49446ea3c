// What was just done, with its undo: it stays until the next deed, or until it is put away.
import { say } from '../../lib/say.ts';
import { Icon } from './icons.tsx';

export interface Toast {
  readonly text: string;
  /** Takes it back; absent for what cannot be. */
  readonly undo?: () => void;
  readonly tone?: 'bad';
}

/** The element is always there, so that what appears in it is announced. */
export function ToastBar({ toast, onClose }: { toast: Toast | undefined; onClose: () => void }) {
  return (
    <div role={toast?.tone === 'bad' ? 'alert' : 'status'} class="toast-place">
      {toast && (
        <div class="toast">
          <span class={toast.tone ?? ''}>{toast.text}</span>
          {toast.undo && (
            <button type="button" class="link" onClick={toast.undo}>
              {say('undo')}
            </button>
          )}
          <button type="button" class="icon" aria-label={say('shellClose')} onClick={onClose}>
            <Icon name="cross" />
          </button>
        </div>
      )}
    </div>
  );
}
