// Focus and keys in the panel: where the caret is, what our keys do there, and giving the page its focus back.
import { direction } from '../say.ts';
import { OTHER } from '../state/draft.ts';
import type { PanelState } from '../state/panel.ts';
import { first } from '../trackers/tracker.ts';
import { commandOf, type Where } from './keys.ts';

/** Moves the focus to where an answer begins: the chosen input, else the first, else the panel's main button. */
export function focusPanel(root: ShadowRoot): void {
  const target =
    root.querySelector<HTMLElement>('input[type="radio"]:checked') ??
    root.querySelector<HTMLElement>('input[type="radio"]') ??
    root.querySelector<HTMLElement>('[data-main]') ??
    root.querySelector<HTMLElement>('button');
  target?.focus();
  root.host.scrollIntoView({ block: 'nearest' });
}

function whereOf(element: Element | null): Where {
  if (!element) return 'choice';
  const marked = (element as HTMLElement).dataset['where'];
  if (marked) return marked as Where;
  return element instanceof HTMLButtonElement ? 'button' : 'choice';
}

/** Once what is under way is drawn, and before the next key, however fast: the first of the selectors that finds something gets the focus. */
function focusSoon(root: ShadowRoot, ...selectors: string[]): void {
  queueMicrotask(() => (first(root, selectors) as HTMLElement | undefined)?.focus());
}

/** What the panel does when asked by a key or a button, with the focus going where one goes on. */
export function actionsOn(root: ShadowRoot, state: () => PanelState | undefined) {
  const then = (work: Promise<void> | undefined, ...selectors: string[]): void => {
    // Somebody who went back to the page meanwhile is left there.
    void work?.then(() =>
      document.activeElement === root.host || document.activeElement === document.body ? focusSoon(root, ...selectors) : undefined,
    );
  };
  return {
    save: () => then(state()?.save(), '[data-main]'),
    undo: () => then(state()?.undo(), '[data-main]', 'input[type="radio"]:checked', 'input[type="radio"]'),
    edit: () => {
      state()?.edit();
      focusSoon(root, '#amount', '[aria-pressed="true"]', '[data-where="sized"]');
    },
  };
}

/** Does what a key pressed in the panel means. Called by the key guard, before and instead of any other listener. */
export function actOn(event: KeyboardEvent, root: ShadowRoot, state: PanelState | undefined): void {
  // Only a person's keys: the page could raise events in our open root as well.
  const command = event.isTrusted ? commandOf(event, whereOf(root.activeElement)) : undefined;
  if (!command || (event.repeat && command.do !== 'step')) return;
  if (command.do === 'leave') {
    if (root.activeElement instanceof HTMLElement) root.activeElement.blur();
    event.preventDefault();
  }
  if (!state) return;
  const asking = state.phase.value === 'asking';
  const actions = actionsOn(root, () => state);
  switch (command.do) {
    case 'pick': {
      const input = state.question.inputs[command.index];
      if (!asking || !input) return;
      state.choose(input.id);
      focusSoon(root, '#amount');
      break;
    }
    case 'other':
      if (!asking) return;
      state.choose(OTHER);
      focusSoon(root, '[data-where="sized"][aria-pressed="true"]', '[data-where="sized"]');
      break;
    case 'step':
      // The next size lies where our words run to.
      state.step(direction() === 'rtl' ? (-command.by as -1 | 1) : command.by);
      if (state.pick.value === OTHER) focusSoon(root, '[data-where="sized"][aria-pressed="true"]');
      break;
    case 'save':
      // Where the arithmetic is not there yet, saving waits for it.
      if (!asking || (state.meaning.value && !state.meaning.value.answer)) return;
      actions.save();
      break;
    case 'undo':
      if (!state.fresh.value || state.phase.value !== 'answered') return;
      actions.undo();
      break;
    case 'edit':
      if (state.phase.value !== 'answered') return;
      actions.edit();
      break;
    case 'leave':
      return;
  }
  event.preventDefault();
}

/** Remembers where the caret was, since a host that draws its column anew takes the panel and its focus with it. */
export function keepFocus(element: HTMLElement, root: ShadowRoot, signal: AbortSignal) {
  let last: HTMLElement | undefined;
  let caret: [number | null, number | null] | undefined;
  const note = (): void => {
    last = root.activeElement instanceof HTMLElement ? root.activeElement : undefined;
    caret = last instanceof HTMLInputElement && last.type === 'text' ? [last.selectionStart, last.selectionEnd] : undefined;
  };
  root.addEventListener('input', note, { signal });
  return {
    /** To be told of each key and focus event in the panel. */
    noticed: (event: Event): void => {
      if (event.type === 'focusin' || event.type === 'keydown') note();
      // Being thrown out by the host also looks like leaving, until one sees that the panel is gone.
      else if (event.type === 'focusout') setTimeout(() => element.isConnected && !root.activeElement && (last = undefined));
    },
    inside: (): boolean => root.activeElement !== null,
    /** Puts the caret back after the panel was put back, unless the page has taken the focus for itself. */
    restore: (): void => {
      if (!last || root.activeElement || document.activeElement !== document.body) return;
      last.focus({ preventScroll: true });
      if (caret && last instanceof HTMLInputElement) last.setSelectionRange(...caret);
    },
  };
}
