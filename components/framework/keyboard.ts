// The editor's keys that hold everywhere in it, and the way from a finding to the field it is about.
import type { RefObject } from 'preact';
import type { Told } from '../../lib/phrases/told-finding.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';

/** Save, undo and redo; Escape leads from the editor back to the tree. @returns what ends it */
export function editorKeys(document: Document, view: RefObject<HTMLElement | null>, editor: Editor, save: () => void): () => void {
  const act = (event: KeyboardEvent): void => {
    if (document.querySelector('dialog[open]')) return;
    const deed = deedOf(event, view.current, editor, save);
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  document.addEventListener('keydown', act);
  return () => document.removeEventListener('keydown', act);
}

function deedOf(event: KeyboardEvent, view: HTMLElement | null, editor: Editor, save: () => void): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === 's') return save;
    // The form's own undo: the browser's knows one field only, and nothing of what a press has done.
    if (key === 'z') return event.shiftKey ? editor.redo : editor.undo;
    return key === 'y' ? editor.redo : undefined;
  }
  const inside = event.target instanceof Element && event.target.closest('aside');
  if (key !== 'escape' || !inside) return undefined;
  return () => view?.querySelector<HTMLElement>('.tree [tabindex="0"]')?.focus();
}

/** What rests is stored at once where the page is left, for another view or another tab. @returns what ends it */
export function storeOnLeaving(document: Document, editor: Editor): () => void {
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') editor.flush();
  };
  document.addEventListener('visibilitychange', hidden);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    editor.flush();
  };
}

/** Brings the field a finding is about into view, with the focus in it. */
export function goTo(view: HTMLElement | null, { metric, field }: Pick<Told, 'metric' | 'field'>): void {
  const place = [...(view?.querySelectorAll<HTMLElement>('[data-place]') ?? [])].find(({ dataset }) =>
    (dataset['place'] ?? '').split(' ').includes(`${metric}/${field ?? ''}`),
  );
  const target = place ?? view?.querySelector<HTMLElement>('aside h2');
  const box = target?.querySelector<HTMLElement>('input:not([type=date]), textarea, select, button') ?? target;
  // A folded part opens before anything in it can have the focus.
  for (let at = target?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true;
  box?.scrollIntoView?.({ block: 'center' });
  box?.focus();
}
