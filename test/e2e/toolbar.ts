// The extension's button in the browser's own toolbar, and the popup it opens: neither is a page to Playwright.
import type { CDPSession } from 'playwright-core';
import type { Display } from '../../setup/display.ts';
import type { Stage } from './stage.ts';

/** Where the button may be: it moves with what else stands in the toolbar. Window px. */
const PLACES = [1129, 1099, 1069, 1159, 1039, 1009, 1189].map((x) => [x, 62] as const);
const OPENS_WITHIN_MS = 4000;

export interface ToolbarPopup {
  text(): Promise<string>;
  /** A press on the button with these words, as a person's: what only a press may do is allowed. */
  press(words: string): Promise<void>;
  /** Whether the browser still shows it. */
  open(): Promise<boolean>;
}

/** Presses the extension's button, with whatever page is in front. @throws when no popup comes */
export async function openToolbarPopup({ context, address }: Stage, display: Display): Promise<ToolbarPopup> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser has no protocol session.');
  const find = async (): Promise<string | undefined> =>
    (await session.send('Target.getTargets')).targetInfos.find(({ type, url }) => type === 'page' && url === address('popup.html'))
      ?.targetId;
  for (const [x, y] of PLACES) {
    await display.click(x, y);
    const end = Date.now() + OPENS_WITHIN_MS;
    while (Date.now() < end) {
      const target = await find();
      if (target) return popupOf(session, target, find);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await display.press('Escape');
  }
  throw new Error('No press in the toolbar has opened the popup.');
}

async function popupOf(session: CDPSession, target: string, find: () => Promise<string | undefined>): Promise<ToolbarPopup> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target, flatten: false });
  let id = 0;
  const evaluate = async (expression: string): Promise<unknown> => {
    const mine = ++id;
    const answered = new Promise<unknown>((resolve) => {
      const heard = (event: { sessionId: string; message: string }): void => {
        const message = JSON.parse(event.message) as { id?: number; result?: { result?: { value?: unknown } } };
        if (event.sessionId !== sessionId || message.id !== mine) return;
        session.off('Target.receivedMessageFromTarget', heard);
        resolve(message.result?.result?.value);
      };
      session.on('Target.receivedMessageFromTarget', heard);
    });
    const params = { expression, userGesture: true, returnByValue: true };
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id: mine, method: 'Runtime.evaluate', params }),
    });
    return answered;
  };
  return {
    text: async () => String(await evaluate('document.body.innerText')),
    press: async (words) => {
      const found = await evaluate(`(() => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(words)});
        button?.click();
        return Boolean(button);
      })()`);
      if (!found) throw new Error(`The popup has no button "${words}".`);
    },
    open: async () => (await find()) === target,
  };
}
