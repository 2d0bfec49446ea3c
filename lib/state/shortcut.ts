// The keys that lead to the panel, and the browser's page where they are set.
import { browser } from '../browser.ts';

const FOCUS = 'focus-panel';
const CHROME_SHORTCUTS = 'chrome://extensions/shortcuts';

/** The keys as the browser names them, `Alt+Shift+S`; empty where another program or nobody has set them. */
export async function panelKeys(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === FOCUS)?.shortcut ?? '';
}

/** Opens the browser's page for shortcuts; `undefined` where no page can open it, so that one can say where it is. */
export function shortcutSettings(): (() => Promise<unknown>) | undefined {
  // Firefox has a call of its own, from 137 on; the types do not know it yet.
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) return openShortcutSettings;
  return location.protocol === 'moz-extension:' ? undefined : () => browser.tabs.create({ url: CHROME_SHORTCUTS });
}
