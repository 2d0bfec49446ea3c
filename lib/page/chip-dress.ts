// The colours of chips: the host's, by the theme in force where they stand; ours where the host's cannot be read.
import type { Shown } from './chip-list.ts';
import { readable, themeAt, watchTheme } from './theme.ts';

/** @param tracker whose pages these are */
export function createDress(document: Document, tracker: string, shown: () => Iterable<Shown>, signal: AbortSignal) {
  let words: string | undefined;
  let measured = false;

  function look(): string {
    const at = [...shown()].find(({ element }) => element.isConnected)?.row ?? document.body;
    return (words = `${tracker} ${themeAt(at)}`);
  }

  const face = (one: HTMLElement): void => {
    one.className = `chip ${words ?? look()}`;
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
