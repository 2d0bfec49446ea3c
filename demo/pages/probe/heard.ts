import type { Heard } from './window.ts';

const TYPES = ['keydown', 'keyup', 'keypress', 'paste', 'copy', 'cut', 'focusin'] as const;

/** Writes down every key, clipboard and focus event that reaches the page, where hosts are known to listen. */
export function recordHeard(heard: Heard[]): void {
  for (const type of TYPES) {
    window.addEventListener(type, (event) => heard.push(note(event, 'window-capture')), true);
    document.addEventListener(type, (event) => heard.push(note(event, 'document-bubble')));
  }
}

function note(event: Event, phase: Heard['phase']): Heard {
  const key = event instanceof KeyboardEvent ? event.key : '';
  const target = event.target instanceof Element ? event.target.localName : 'document';
  return { type: event.type, key, phase, target };
}
