// A shell script that writes the gains into number fields of a GitHub project, with the user's own `gh`. It changes nothing
// until it is told to: without --apply it prints what it would do, and calls nothing.
//
// Whoever runs it reads it first. So every line says which ticket it is about, and a title can neither end its quotes, nor
// its line, nor turn the order of what is read.
import { six } from './column.ts';
import type { Estimate } from './estimates.ts';
import { each, type ExportContext, type Format, inPieces, type Rows } from './format.ts';
import { SCRIPT_END, SCRIPT_START } from './github-script-text.ts';

const ADDRESS = /^(https:\/\/[a-z0-9.-]+(?::\d+)?)\/[\w.-]+\/[\w.-]+\/issues\/\d+$/i;
const LONGEST = 80;

/** One word of a shell: within single quotes nothing means anything but their end. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A title on one line, without the signs that hide or turn what is read (Unicode's formats and controls). */
export const readable = (title: string): string =>
  Array.from(
    title
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim(),
  )
    .slice(0, LONGEST)
    .join('');

const number = (value: number | undefined): string => quoted(value === undefined || !Number.isFinite(value) ? '' : String(six(value)));

function call({ url = '', title, gain, effort }: Estimate): string {
  const numbers = [gain?.mean, gain?.p10, gain?.p90, effort].map(number);
  return `item ${quoted(url)} ${numbers.join(' ')} ${quoted(readable(title))}\n`;
}

/** `github:HOST`. */
const hostOf = (ticket: string): string | undefined => {
  const [, host, repo] = /^github:(?:([^/]+[.:][^/]+)\/)?([^/:]+\/[^/#]+)#\d+$/.exec(ticket) ?? [];
  return repo === undefined ? undefined : `github:${(host ?? 'github.com').toLowerCase()}`;
};

async function* lines(rows: Rows, context: ExportContext): AsyncGenerator<string> {
  const host = context.site?.replace(/^github:/, '') ?? 'github.com';
  yield SCRIPT_START(quoted(host), context.exportedAt.slice(0, 10));
  for await (const estimate of each(rows, context, github)) yield call(estimate);
  yield SCRIPT_END;
}

export const github: Format = {
  id: 'github',
  stem: 'github-fields',
  extension: 'sh',
  type: 'text/x-shellscript;charset=utf-8',
  site: hostOf,
  leavesOut: ({ url = '', gain, effort }) => !ADDRESS.test(url) || (gain === undefined && effort === undefined),
  write: (rows, context) => inPieces(lines(rows, context)),
};
