// What Jira's external import takes back (Settings, System, External system import, CSV): the gains of one project's
// tickets, into number fields that the project already has.
//
// The importer updates a ticket by its key, and insists on a summary, which it writes: so the file holds the titles as they
// were last seen, unchanged. A title that a spreadsheet would take for a formula can neither be changed nor be armed: that
// ticket is left out, and said to be. One file is for one project, so that a key is never looked for in another.
import { type Cell, opensFormula, storable } from './cell.ts';
import { six } from './column.ts';
import type { Estimate } from './estimates.ts';
import { each, type ExportContext, type Format, inPieces, type Rows } from './format.ts';

/** Columns that go into fields of the user's own. The importer stumbles over punctuation in a head. */
export const JIRA_FIELDS = ['NSM gain', 'NSM gain low', 'NSM gain high', 'NSM chance', 'NSM effort'] as const;
const HEAD = ['Issue Key', 'Summary', ...JIRA_FIELDS];

/** `jira:HOST[/CONTEXT]/KEY` of a ticket there. */
const projectOf = (ticket: string): string | undefined => /^(jira:.+\/[A-Za-z][A-Za-z0-9_]*)-\d+$/.exec(ticket)?.[1];

const cell = (value: Cell): string => {
  if (value === undefined) return '';
  return typeof value === 'number' ? String(value) : `"${storable(value).replace(/\s+/g, ' ').trim().replaceAll('"', '""')}"`;
};
const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

function row({ ticket, title, gain, effort }: Estimate): string {
  const key = ticket.slice(ticket.lastIndexOf('/') + 1);
  return line([key, title, six(gain?.mean), six(gain?.p10), six(gain?.p90), six(gain?.chance), effort]);
}

async function* lines(rows: Rows, context: ExportContext): AsyncGenerator<string> {
  yield line(HEAD);
  for await (const estimate of each(rows, context, jira)) yield row(estimate);
}

const mapped = (to: Readonly<Record<string, string>>) => ({ ...to, userChanged: 'false', manualMapping: 'false' });

/** Which column goes where, as the importer itself saves it. A column without a field's number is left to the importer's own page. */
function configuration({ site = '', fields = {} }: ExportContext): string {
  const own = JIRA_FIELDS.flatMap((name) => {
    const id = /\d+$/.exec(fields[name]?.trim() ?? '')?.[0];
    return id ? [[name, mapped({ 'existing.custom.field': id })]] : [];
  });
  const config = {
    'config.version': '2.0',
    'config.project.from.csv': 'false',
    'config.encoding': 'UTF-8',
    'config.email.suffix': '@',
    'config.field.mappings': {
      'Issue Key': mapped({ 'jira.field': 'issuekey' }),
      Summary: mapped({ 'jira.field': 'summary' }),
      ...Object.fromEntries(own),
    },
    'config.value.mappings': {},
    'config.delimiter': ',',
    'config.project': {
      'project.type': null,
      'project.key': site.slice(site.lastIndexOf('/') + 1).toUpperCase(),
      'project.description': null,
      'project.url': null,
      'project.name': '',
      'project.lead': null,
    },
    'config.date.format': 'yyyy-MM-dd HH:mm',
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

export const jira: Format = {
  id: 'jira',
  stem: 'jira',
  extension: 'csv',
  type: 'text/csv;charset=utf-8',
  site: (ticket) => projectOf(ticket)?.toLowerCase(),
  leavesOut: ({ title }) => title.trim() === '' || opensFormula(title),
  companion: { extension: 'txt', type: 'text/plain;charset=utf-8', write: configuration },
  write: (rows, context) => inPieces(lines(rows, context)),
};
