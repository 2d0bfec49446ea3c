// What an export does to the world outside: downloads, the clipboard, the printer.
import { browser } from '../../lib/browser.ts';
import { say } from '../../lib/say.ts';
import { createExporting, type ExportChoice, type ExportedView, type Exporting } from '../../lib/state/exporting.ts';
import { ticketsIn } from '../../lib/state/arranged.ts';
import type { Backlog } from '../../lib/state/backlog.ts';
import { besidesOf, extrasShown } from '../../lib/state/besides.ts';
import type { Desk } from './desk.ts';
import { save } from './download.ts';

/** Prints a page of its own without showing it: the browser's dialog shows what will come. */
async function print(page: Blob): Promise<void> {
  const url = URL.createObjectURL(page);
  const frame = document.createElement('iframe');
  // Not hidden by `display`: what is not laid out is not printed.
  Object.assign(frame, { src: url, tabIndex: -1, title: '' });
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:fixed;inset-inline-end:0;inset-block-end:0;inline-size:1px;block-size:1px;border:0;opacity:0';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const inside = frame.contentWindow;
  inside?.addEventListener('afterprint', () => {
    frame.remove();
    URL.revokeObjectURL(url);
  });
  inside?.focus();
  inside?.print();
}

/** @param view the view exported from, where it is one */
export const exportingFrom = (desk: () => Desk, view: () => ExportedView | undefined, first: Partial<ExportChoice> = {}): Exporting =>
  createExporting(
    {
      database: () => desk().database(),
      view,
      framework: () => desk().chosen.peek()?.id,
      version: browser.runtime.getManifest().version,
      now: () => new Date(),
      save,
      copy: (parts) => navigator.clipboard.write([new ClipboardItem(parts)]),
      print,
    },
    first,
  );

/** The backlog as it stands: its rows in their order, as far as its filter leaves them, and the columns it shows. */
export function exportedView(backlog: Backlog, name: string): ExportedView {
  const rows = ticketsIn(backlog.groups.peek());
  const { scoring, columns } = backlog.view.peek();
  const [basis, beliefs] = [backlog.basis.peek(), backlog.beliefs.peek()];
  const ranked = basis && beliefs && { rows, inRank: backlog.inRank.peek(), scoring, basis, beliefs };
  return {
    ...{ name, tags: rows.map(({ tags }) => tags), extras: extrasShown(columns) },
    ...(ranked && { besides: besidesOf([ranked], new Date()) }),
  };
}

/** Puts the address of the view as it stands on the clipboard. @returns what became of it, in words */
export const copyLink = (): Promise<string> =>
  navigator.clipboard.writeText(location.href).then(
    () => say('exportLinkCopied'),
    () => say('exportLinkNotCopied'),
  );
