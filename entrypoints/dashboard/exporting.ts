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

/** The older way, for a browser that refuses the newer: what is copied stands ready, and a listener puts it there. */
function copyByEvent(texts: Readonly<Record<string, string>>): boolean {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    for (const [type, text] of Object.entries(texts)) event.clipboardData?.setData(type, text);
  };
  document.addEventListener('copy', put);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', put);
  }
}

/** @throws why the browser refuses, where both ways are closed */
async function copy(parts: Readonly<Record<string, Promise<Blob>>>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  } catch (refusal) {
    const texts = await Promise.all(Object.entries(parts).map(async ([type, part]) => [type, await (await part).text()] as const));
    if (!copyByEvent(Object.fromEntries(texts))) throw refusal;
  }
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
      copy,
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
    () => say(copyByEvent({ 'text/plain': location.href }) ? 'exportLinkCopied' : 'exportLinkNotCopied'),
  );
