// One line at the edge of the page for what silence would hide: the background does not answer, or the browser no
// longer lets us be here.
import type { Word } from '../words.ts';
import { api } from './runtime.ts';

const STYLE =
  'position:fixed;right:16px;bottom:16px;z-index:2147483000;padding:8px 12px;border:1px solid;' +
  'background:#fff;color:#171a20;font:13px/20px system-ui';

// The browser's own words, without what `say` adds: this is in the script on every page, where each byte counts.
const say = (word: Word, ...values: string[]): string => api.i18n.getMessage(word, values);

/** Draws the line with one button; it goes when `signal` says so, or when the button is pressed. */
export function drawLine(text: readonly [Word, ...string[]], act: Word, signal: AbortSignal, acted: () => void, ticket = ''): void {
  if (signal.aborted || !document.body || document.querySelector('azimuth-panel')) return;
  const element = document.createElement('azimuth-panel');
  element.dataset['ticket'] = ticket;
  element.dataset['place'] = 'dock';
  element.dataset['rung'] = 'notice';
  const line = document.createElement('div');
  line.style.cssText = STYLE;
  line.setAttribute('role', 'status');
  line.dir = 'auto';
  const button = document.createElement('button');
  button.textContent = say(act);
  line.append(say(...text), ' ', button);
  element.attachShadow({ mode: 'open' }).append(line);
  const remove = (): void => element.remove();
  button.onclick = () => {
    remove();
    acted();
  };
  signal.addEventListener('abort', remove);
  document.body.append(element);
}
