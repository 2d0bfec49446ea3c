// The toolbar's button, its popup and the question for a permission in Firefox: asked for from inside the browser, drawn
// and answered as always.
import { vi } from 'vitest';
import { VIEW } from '../../setup/firefox-launch.ts';
import { wireOf } from '../../setup/firefox-wire.ts';
import type { Hands } from './hands.ts';
import type { Stage } from './stage.ts';

const POPUP = { context: VIEW.popup };
const WITHIN_MS = 10_000;

/** An expression of the browser's own, with its window and our extension at hand. */
const inside = (body: string): string => `(() => {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const { extension } = WebExtensionPolicy.getByHostname(HOST);
  const view = [...extension.views].find(({ viewType }) => viewType === 'popup');
  const asked = window.PopupNotifications.isPanelOpen
    && window.document.getElementById('addon-webext-permissions-notification');
  ${body}
})()`;

/** @param stage set */
export function firefoxHands(stage: () => Stage): Hands {
  const wire = () => wireOf(stage().context);
  const browser = (body: string): Promise<unknown> =>
    wire().evaluate(inside(body).replace('HOST', JSON.stringify(stage().extensionId)), 'browser');
  const until = (body: string, words: string): Promise<void> =>
    vi.waitFor(
      async () => {
        if (!(await browser(body))) throw new Error(words);
      },
      { timeout: WITHIN_MS, interval: 50 },
    );
  const open = async (): Promise<boolean> => Boolean(await browser('return Boolean(view)'));

  /** A press anywhere else does that. */
  async function shut(): Promise<void> {
    await browser("view?.xulBrowser?.closest('panel')?.hidePopup()");
    await until('return !view', 'The popup stays open.');
  }

  async function answer(button: 'button' | 'secondaryButton'): Promise<void> {
    await until('return Boolean(asked)', 'The browser asks nothing.');
    await shut();
    // For a moment it takes no press, so that nobody answers by accident: it is pressed until it is seen to work.
    await until(`if (!asked) return true; asked.${button}.click(); return false;`, "The browser's question took no answer.");
  }

  return {
    question: { allow: () => answer('button'), deny: () => answer('secondaryButton') },
    escape: shut,
    takeAllAway: async () => {
      // What that page does for each site that is switched off there.
      await browser(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const origins = extension.allowedOrigins.patterns.map(({ pattern }) => pattern);
        return ExtensionPermissions.remove(extension.id, { permissions: [], origins }, extension).then(() => {});
      `);
    },
    openPopup: async () => {
      await shut();
      await browser(`
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      `);
      await until("return view?.xulBrowser?.closest('panel')?.state === 'open'", 'No popup has opened.');
      return {
        open,
        text: async () => String(await wire().evaluate('document.body.innerText', POPUP)),
        press: async (words) => {
          const middle = (await wire().evaluate(
            `(() => {
              const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(words)});
              button?.scrollIntoView({ block: 'nearest' });
              const { left, top, width, height } = button?.getBoundingClientRect() ?? {};
              return button && { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
            })()`,
            POPUP,
          )) as { x: number; y: number } | undefined;
          if (!middle) throw new Error(`The popup has no button "${words}".`);
          const press = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
          const actions = [{ type: 'pointer', id: 'hand', actions: [{ type: 'pointerMove', ...middle }, ...press] }];
          await wire().send('input.performActions', { ...POPUP, actions });
        },
      };
    },
  };
}
