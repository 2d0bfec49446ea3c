// A person's hands on what the browser itself draws, in the browser of this run: the extension's button in the toolbar and
// the popup it opens, and the question for a permission.
import { openDisplay } from '../../setup/display.ts';
import { FIREFOX } from './browsers.ts';
import { firefoxHands } from './firefox-hands.ts';
import { questions } from './question.ts';
import type { Stage } from './stage.ts';
import { openToolbarPopup, type ToolbarPopup } from './toolbar.ts';

export interface Hands {
  /** Presses the extension's button, with whatever page is in front. */
  openPopup(): Promise<ToolbarPopup>;
  readonly question: { allow(): Promise<void>; deny(): Promise<void> };
  /** Shuts what stands open over the page. */
  escape(): Promise<void>;
  /** Takes every site away, the three trackers known by name as well, as on the browser's own page about extensions. */
  takeAllAway(): Promise<void>;
}

/** How the stage has to be set for them. */
interface Way {
  readonly options: { readonly headless: boolean; readonly args?: string[] };
  /** @param stage set, while nothing is asked */
  on(stage: () => Stage): Hands;
  close(): void;
}

/** Chromium draws its own parts only in a real window, on a screen that nobody sees; says in words why there is none. */
async function inWindow(): Promise<Way | { readonly missing: string }> {
  const opened = await openDisplay();
  if ('missing' in opened) return opened;
  const { display } = opened;
  process.env['DISPLAY'] = display.name;
  return {
    options: { headless: false, args: ['--window-size=1280,900', '--window-position=0,0'] },
    on: (stage) => ({
      openPopup: () => openToolbarPopup(stage(), display),
      question: questions(display),
      escape: () => display.press('Escape'),
      takeAllAway: async () => {
        const page = await stage().context.newPage();
        await page.goto(`chrome://extensions/?id=${stage().extensionId}`);
        // "Automatically allow access on the following sites".
        await page.locator('extensions-host-permissions-toggle-list #allHostsToggle').click();
        await page.close();
      },
    }),
    close: display.close,
  };
}

/** Firefox has its toolbar and its questions also without a screen. */
const inFirefox = (): Way => ({ options: { headless: true }, on: firefoxHands, close: () => {} });

export const handsFor = async (): Promise<Way | { readonly missing: string }> => (FIREFOX ? inFirefox() : inWindow());
