// The colours of chips: the host's, by the theme in force where they stand; ours where the host's cannot be read.
import type { Shown } from './chip-list.ts';
import { listsHere } from './chip-rows.ts';
import { readable, themeAt, watchTheme } from './theme.ts';

export function createDress(document: Document, shown: () => Iterable<Shown>, signal: AbortSignal) {
  let words: string | undefined;
  let measured = false;

  function look(): string {
    const at = [...shown()].find(({ element }) => element.isConnected)?.row ?? document.body;
    return (words = `${listsHere(document)?.id ?? ''} ${themeAt(at)}`);
  }

  const face = (one: HTMLElement, tip = false): void => {
    one.className = `chip ${words ?? look()}${tip ? ' tip' : ''}`;
  };

  /** Once the chips are drawn: whether the host's colours can be read on the ground there. */
  function measure(): void {
    measured = true;
    requestAnimationFrame(() => {
      const answered = [...shown()].find(({ element, value }) => element.isConnected && value?.kind === 'effects');
      if (!answered) return void (measured = false);
      if (readable(answered.face, answered.face.children)) return;
      words = `${words} own`;
      all();
    });
  }

  const all = (): void => {
    for (const chip of shown()) face(chip.face);
  };
  watchTheme(
    document,
    () => {
      look();
      all();
      measure();
    },
    signal,
  );
  return {
    face,
    chip: (chip: Shown): void => {
      if (!words) look();
      face(chip.face);
      if (!measured) measure();
    },
  };
}
