// The browser's own question for a permission, answered as a person does: by the keys.
import { vi } from 'vitest';
import type { Display, Part } from '../../setup/display.ts';

/** A strip of the browser's toolbar: the browser darkens all of its window while it asks. */
const STRIP: Part = [100, 55, 400, 12];
/** Where in a window of 1280 by 900 the question is drawn. */
const QUESTION: Part = [400, 80, 480, 260];
const DARKENED = 0.8;
const STILL_MS = 200;
const SWALLOWED_MS = 1000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const mean = (pixels: Buffer): number => pixels.reduce((sum, one) => sum + one, 0) / pixels.length;

/** @param display with the window on it, while nothing is asked */
export function questions(display: Display) {
  const bright = mean(display.pixels(STRIP));
  const asking = (): boolean => mean(display.pixels(STRIP)) < bright * DARKENED;
  const drawn = (): string => display.pixels(QUESTION).toString('base64');
  const until = (happened: () => boolean, words: string, timeout = 10_000): Promise<void> =>
    vi.waitFor(
      () => {
        if (!happened()) throw new Error(words);
      },
      { timeout, interval: 50 },
    );

  /** For a moment the browser takes no press, so that nobody answers by accident: a key is pressed until it is seen to work. */
  async function press(key: string, worked: () => boolean): Promise<void> {
    for (let left = 5; left > 0 && !worked(); left--) {
      await display.press(key);
      await until(worked, key, SWALLOWED_MS).catch(() => {});
    }
    if (!worked()) throw new Error(`The browser's question took no ${key}.`);
  }

  async function shown(): Promise<void> {
    await until(asking, 'The browser asks nothing.');
    // It comes in a movement.
    for (let before = ''; before !== drawn(); await pause(STILL_MS)) before = drawn();
  }

  return {
    /** "Deny" has the focus. */
    deny: async (): Promise<void> => {
      await shown();
      await press('Return', () => !asking());
    },
    /** "Allow" comes after it. */
    allow: async (): Promise<void> => {
      await shown();
      const before = drawn();
      await press('Tab', () => drawn() !== before);
      await press('Return', () => !asking());
    },
  };
}
