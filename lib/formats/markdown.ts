// Markdown: a table for an issue, a pull request, a page of a wiki. Titles are text of unknown origin: nothing in them
// becomes markup, a link or an image, and nobody named in them is called.
import type { Extra } from './beside.ts';
import { escaped, isWebAddress } from './html-text.ts';
import { each, type ExportContext, type Format, inPieces, type Rows } from './format.ts';

const MARKUP = /[\\`*_{}[\]()#+\-.!|~>:]/g;
// A joiner of no width: GitHub, Jira and Linear call whoever stands behind an @, and escaping it does not stop them.
const CALL = /@(?=[\p{L}\p{N}_])/gu;

/** Text within one cell: one line, no markup. */
export const plain = (text: string): string =>
  escaped(text.replace(/\s+/gu, ' ').trim())
    .replace(MARKUP, '\\$&')
    // Entities are not to be taken apart again.
    .replace(/&\\#(\d+);/g, '&#$1;')
    .replace(CALL, '@\u2060');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

/** What an issue or a wiki has room for of what is told besides. */
const ROOM: readonly Extra[] = ['gain', 'next', 'state', 'assignee', 'milestone'];

async function* lines(rows: Rows, context: ExportContext): AsyncGenerator<string> {
  const { heads, tell } = context.telling;
  const more = context.telling.more.filter(({ extra }) => ROOM.includes(extra));
  const names = [heads.short, heads.title, heads.work, heads.gain, heads.range, heads.effort, heads.day];
  yield row([...names, ...more.map(({ head }) => head)].map(plain));
  yield row(['---', '---', '---', '---:', '---:', '---:', '---', ...more.map(() => '---')]);
  for await (const estimate of each(rows, context)) {
    const { short, title, work, gain, range, effort, day } = tell(estimate);
    const name = plain(short);
    const link = isWebAddress(estimate.url) ? `[${name}](<${estimate.url}>)` : name;
    const besides = more.map(({ cell }) => String(cell(estimate) ?? ''));
    yield row([link, ...[title, work, gain, range, effort, day, ...besides].map(plain)]);
  }
}

export const markdown: Format = {
  id: 'markdown',
  extension: 'md',
  type: 'text/markdown;charset=utf-8',
  tellsBeside: true,
  write: (rows, context) => inPieces(lines(rows, context)),
};
