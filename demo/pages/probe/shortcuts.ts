import type { Fired, Heard } from './window.ts';
import { SHORTCUT } from './window.ts';

export interface ShortcutTable {
  /**
   * Which element decides whether somebody is typing: the event's target as the page sees it (a guest's whole shadow
   * tree is then one plain element, and typing in it fires shortcuts), or the innermost element of an open tree.
   */
  typing: 'target' | 'path';
  /** Spelled key or "first second" to what it does. */
  keys: Readonly<Record<string, string>>;
}

const SEQUENCE_MS = 1500;

/**
 * A tracker's shortcut layer, in the two places such layers are found: capture on window and bubble on document. Both write
 * what they would do into `fired`; only the first does it.
 */
export function bindShortcuts(table: ShortcutTable, fired: Fired[]): void {
  const capture = reader(table);
  const bubble = reader(table);
  const run = (event: KeyboardEvent, phase: Heard['phase'], read: (event: KeyboardEvent) => string | undefined) => {
    const name = read(event);
    if (name === undefined) return;
    fired.push({ name, phase });
    if (phase === 'window-capture') window.dispatchEvent(new CustomEvent(SHORTCUT, { detail: name }));
  };
  window.addEventListener('keydown', (event) => run(event, 'window-capture', capture), true);
  document.addEventListener('keydown', (event) => run(event, 'document-bubble', bubble));
}

function reader(table: ShortcutTable): (event: KeyboardEvent) => string | undefined {
  let before: { key: string; at: number } | undefined;
  return (event) => {
    if (event.isComposing || isTyping(event, table.typing)) return undefined;
    const key = spell(event);
    if (key === undefined) return undefined;
    const pair = before && event.timeStamp - before.at < SEQUENCE_MS ? table.keys[`${before.key} ${key}`] : undefined;
    before = pair === undefined ? { key, at: event.timeStamp } : undefined;
    return pair ?? table.keys[key];
  };
}

function isTyping(event: KeyboardEvent, typing: ShortcutTable['typing']): boolean {
  const element = typing === 'path' ? event.composedPath()[0] : event.target;
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || /^(?:input|textarea|select)$/.test(element.localName);
}

/** "mod+k", "shift+s", "g", "?": the character for what a keyboard layout shifts, the modifier for letters. */
function spell(event: KeyboardEvent): string | undefined {
  const { key } = event;
  if (/^(?:Control|Shift|Alt|Meta|Dead)$/.test(key)) return undefined;
  const letter = /^\p{L}$/u.test(key);
  const parts = [
    event.ctrlKey || event.metaKey ? 'mod+' : '',
    event.altKey ? 'alt+' : '',
    event.shiftKey && (letter || key.length > 1) ? 'shift+' : '',
    letter ? key.toLowerCase() : key === ' ' ? 'Space' : key,
  ];
  return parts.join('');
}
