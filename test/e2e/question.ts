// The browser's own question for a permission, answered as a person does.
import { vi } from 'vitest';
import type { Display, Part } from '../../setup/display.ts';

/** A strip of the browser's toolbar: the browser darkens all of its window while it asks. */
const STRIP: Part = [100, 55, 400, 12];
/** Where in a window of 1280 by 900 the question has its second button. */
const ALLOW_X = 808;
const ALLOW_Y = [256, 236, 276, 246, 266, 226, 286, 296];
const DARKENED = 0.8;
const SEEN_WITHIN_MS = 700;
const MOST_PRESSES = 24;

const mean = (pixels: Buffer): number => pixels.reduce((sum, one) => sum + one, 0) / pixels.length;

/** @param display with the window on it, while nothing is asked */
export function questions(display: Display) {
  const bright = mean(display.pixels(STRIP));
  const asking = (): boolean => mean(display.pixels(STRIP)) < bright * DARKENED;
  const seen = (happened: () => boolean, words: string, timeout = 10_000): Promise<void> =>
    vi.waitFor(
      () => {
        if (!happened()) throw new Error(words);
      },
      { timeout, interval: 50 },
    );

  /** For a moment the browser takes no press, so that nobody answers by accident: it is pressed until it is seen to work. */
  async function until(answered: (round: number) => Promise<void>): Promise<void> {
    await seen(asking, 'The browser asks nothing.');
    for (let round = 0; round < MOST_PRESSES && asking(); round++) {
      await answered(round);
      await seen(() => !asking(), '', SEEN_WITHIN_MS).catch(() => {});
    }
    if (asking()) throw new Error("The browser's question took no answer.");
  }

  return {
    /** "Deny" has the focus from the first. */
    deny: () => until(() => display.press('Return')),
    /** "Allow" is at the right, as far down as the words above it are long; a press beside it does nothing. */
    allow: () => until((round) => display.click(ALLOW_X, ALLOW_Y[round % ALLOW_Y.length] ?? 0)),
  };
}
