// The key guard, and our keys. Registered before any script of the page, at the first place an event passes:
// no listener of the host, not even one in window capture, learns of a key that belongs to the panel.
// The price: our own key listeners inside the panel never fire either, so every key of ours is handled here.

const GUARDED = ['keydown', 'keyup', 'keypress', 'paste', 'copy', 'cut', 'focus', 'blur', 'focusin', 'focusout'] as const;

/**
 * Keeps events of our elements from the page.
 * @param ours whether a node is an element of this script
 * @param heard called with each event that happened inside one
 */
export function guardKeys(ours: (node: EventTarget | null) => boolean, heard: (event: Event) => void, signal: AbortSignal): void {
  // A key that went down in the panel is ours until it comes up, wherever the focus has gone meanwhile.
  const held = new Set<string>();
  const guard = (event: Event): void => {
    // A focus trap acts on what loses focus to us as well as on what we do ourselves.
    const inside = event.composedPath().some(ours) || ours((event as FocusEvent).relatedTarget ?? null);
    const { code } = event as KeyboardEvent;
    // Pressed anew outside, it is the page's: its keyup in the panel never came, as on macOS while Cmd is down.
    if (!inside && event.type === 'keydown' && !(event as KeyboardEvent).repeat) held.delete(code);
    const released = event.type === 'keyup' && held.delete(code);
    const repeated = event.type === 'keydown' && held.has(code);
    if (!inside && !released && !repeated) return;
    event.stopImmediatePropagation();
    if (!inside) return;
    if (event.type === 'keydown') held.add(code);
    heard(event);
  };
  for (const type of GUARDED) addEventListener(type, guard, { capture: true, signal });
}

/** What one of our keys does. Digits carry their number, arrows their step. */
export type Command =
  | { readonly do: 'pick'; readonly index: number }
  | { readonly do: 'other' | 'save' | 'leave' | 'undo' | 'edit' }
  | { readonly do: 'step'; readonly by: -1 | 1 };

/** Where in the panel a key was pressed. */
export type Where = 'choice' | 'sized' | 'text' | 'long-text' | 'button';

interface Key {
  readonly key: RegExp;
  readonly in: readonly Where[];
  command(key: string): Command;
}

const KEYS: readonly Key[] = [
  { key: /^[1-9]$/, in: ['choice', 'button'], command: (key) => ({ do: 'pick', index: Number(key) - 1 }) },
  { key: /^0$/, in: ['choice', 'button'], command: () => ({ do: 'other' }) },
  { key: /^ArrowLeft$/, in: ['sized'], command: () => ({ do: 'step', by: -1 }) },
  { key: /^ArrowRight$/, in: ['sized'], command: () => ({ do: 'step', by: 1 }) },
  { key: /^Enter$/, in: ['choice', 'sized', 'text'], command: () => ({ do: 'save' }) },
  { key: /^Escape$/, in: ['choice', 'sized', 'text', 'long-text', 'button'], command: () => ({ do: 'leave' }) },
  { key: /^u$/, in: ['choice', 'button'], command: () => ({ do: 'undo' }) },
  { key: /^e$/, in: ['choice', 'button'], command: () => ({ do: 'edit' }) },
];

/**
 * What a key means where it was pressed; `undefined` leaves it to the browser (typing, Tab, Space on a button).
 * Sized: the text box while it is empty or holds a quick size, and the reasons; there arrows choose.
 */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>,
  where: Where,
): Command | undefined {
  if (event.isComposing) return undefined;
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return { do: 'save' };
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return KEYS.find((entry) => entry.key.test(event.key) && entry.in.includes(where))?.command(event.key);
}
