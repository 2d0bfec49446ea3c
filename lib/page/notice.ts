// One line at the edge of the page for when the background does not answer: silence would look like "no ticket".
import { template as say } from '../words.ts';

const STYLE =
  'position:fixed;right:16px;bottom:16px;z-index:2147483000;padding:8px 12px;border-radius:8px;border:1px solid #868e9b;' +
  'background:#fff;color:#171a20;font:13px/20px system-ui,sans-serif';

/** Draws the line, unless the ticket was left meanwhile; it goes when the ticket is left or on another try. */
export function drawNotice(ticket: string, signal: AbortSignal, again: () => void): void {
  if (signal.aborted || document.querySelector('azimuth-panel')) return;
  const element = document.createElement('azimuth-panel');
  element.dataset['ticket'] = ticket;
  element.dataset['place'] = 'dock';
  element.dataset['rung'] = 'notice';
  const line = document.createElement('div');
  line.style.cssText = STYLE;
  line.setAttribute('role', 'status');
  line.dir = 'auto';
  const button = document.createElement('button');
  button.textContent = say('again');
  line.append(say('noAnswer'), ' ', button);
  element.attachShadow({ mode: 'open' }).append(line);
  const remove = (): void => element.remove();
  button.onclick = () => {
    remove();
    again();
  };
  signal.addEventListener('abort', remove);
  document.body.append(element);
}
