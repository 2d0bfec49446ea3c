// A button with something to choose under it. It takes the focus when it opens, and gives it back.
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface MenuProps {
  /** Its name among those of which one is open. */
  readonly name: string;
  readonly open: Signal<string | undefined>;
  readonly label: ComponentChildren;
  /** What the panel is called; the label's text by default. */
  readonly title?: string;
  readonly end?: boolean;
  readonly class?: string;
  readonly children: () => ComponentChildren;
}

const FIRST = 'input:not([type=hidden]), select, textarea, button, a[href]';

export function Menu({ name, open, label, title, end = false, class: more = 'btn', children }: MenuProps) {
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const on = open.value === name;
  useEffect(() => {
    if (!on) return;
    place.current?.querySelector<HTMLElement>(`.menu ${FIRST.replaceAll(', ', ', .menu ')}`)?.focus({ preventScroll: true });
    const away = ({ target }: Event): void => {
      if (open.peek() === name && target instanceof Node && target.isConnected && !place.current?.contains(target)) open.value = undefined;
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [on]);
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !on) return;
    event.stopPropagation();
    open.value = undefined;
    button.current?.focus();
  };
  return (
    <div class="menu-place" ref={place} onKeyDown={escape}>
      <button
        type="button"
        ref={button}
        class={more}
        aria-expanded={on}
        aria-controls={on ? id : undefined}
        onClick={() => (open.value = on ? undefined : name)}
      >
        {label}
      </button>
      {on && (
        <div class={`menu${end ? ' end' : ''}`} id={id} role="group" aria-label={title}>
          {children()}
        </div>
      )}
    </div>
  );
}
