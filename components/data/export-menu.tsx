// "Export" in a view's head: opens the same choices as the page Import and export, for the rows the view shows, in its order.
import { useSignal } from '@preact/signals';
import { say } from '../../lib/say.ts';
import type { Exporting } from '../../lib/state/exporting.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Icon } from '../shell/icons.tsx';
import { ExportForm } from './data.tsx';

export interface ExportMenuProps {
  /** Made with the view's own rows (`exportingFrom` in the dashboard). */
  readonly exporting: Exporting;
  /** The view's name as it is shown. */
  readonly name: string;
  /** Puts the address of the view on the clipboard. */
  readonly onCopyLink: () => void;
}

export function ExportMenu({ exporting, name, onCopyLink }: ExportMenuProps) {
  const open = useSignal(false);
  const close = (): void => {
    exporting.cancel();
    open.value = false;
  };
  return (
    <>
      <button
        type="button"
        class="btn"
        aria-haspopup="dialog"
        onClick={() => {
          open.value = true;
          void exporting.look();
        }}
      >
        <Icon name="data" />
        {say('backlogExport')}
      </button>
      {open.value && (
        <Dialog title={say('exportTitleOf', name)} wide onClose={close}>
          <div class="data out-of-view">
            <ExportForm exporting={exporting} view={name} />
            <div class="acts">
              <button type="button" class="btn ghost" onClick={onCopyLink}>
                {say('exportLink')}
              </button>
              <span class="gap" />
              <button type="button" class="btn" onClick={close}>
                {say('shellClose')}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
