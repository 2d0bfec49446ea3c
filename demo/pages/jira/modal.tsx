/** @jsxImportSource react */
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { jiraClass as j } from '../deploy.ts';
import { SHORTCUT } from '../probe/window.ts';
import { useMounted } from '../react/clock.ts';

/** The item over the board: a portal in the body, a focus trap, closed by Escape. */
export function Modal({ close, children }: { close: () => void; children: ReactNode }) {
  const mounted = useMounted();
  const dialog = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!mounted) return;
    const inside = () => dialog.current?.querySelector<HTMLElement>('button:not([disabled]), a[href], input');
    inside()?.focus();
    const trap = (event: FocusEvent) => {
      if (dialog.current && event.target instanceof Node && !dialog.current.contains(event.target)) inside()?.focus();
    };
    const onShortcut = (event: Event) => (event as CustomEvent<string>).detail === 'close' && close();
    document.addEventListener('focusin', trap);
    window.addEventListener(SHORTCUT, onShortcut);
    return () => {
      document.removeEventListener('focusin', trap);
      window.removeEventListener(SHORTCUT, onShortcut);
    };
  }, [mounted, close]);
  if (!mounted) return null;
  return createPortal(
    <div className={`atlaskit-portal ${j('blanket')}`} onClick={(event) => event.target === event.currentTarget && close()}>
      <section
        ref={dialog}
        role="dialog"
        aria-modal="true"
        aria-label="Work item"
        className={j('modal')}
        data-testid="issue.views.issue-details.issue-modal.modal-dialog"
      >
        {children}
      </section>
    </div>,
    portalContainer(),
  );
}

function portalContainer(): Element {
  const found = document.querySelector('.atlaskit-portal-container');
  if (found) return found;
  const made = document.createElement('div');
  made.className = 'atlaskit-portal-container';
  document.body.append(made);
  return made;
}
