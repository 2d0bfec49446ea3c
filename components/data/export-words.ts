// What each export format is called and is good for.
import type { FormatId } from '../../lib/formats/format.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { locale } from '../../lib/impact/locale.ts';
import { say, type Word } from '../../lib/say.ts';

export const FORMAT_NAMES: Readonly<Record<FormatId, Word>> = {
  xlsx: 'exportXlsx',
  csv: 'dataCsv',
  tsv: 'exportTsv',
  rich: 'exportRich',
  markdown: 'exportMarkdown',
  report: 'exportReport',
  json: 'dataJson',
  jira: 'exportJira',
  github: 'exportGithub',
};
export const FORMAT_USES: Readonly<Record<FormatId, Word>> = {
  xlsx: 'exportXlsxWhat',
  csv: 'dataCsvWhat',
  tsv: 'exportTsvWhat',
  rich: 'exportRichWhat',
  markdown: 'exportMarkdownWhat',
  report: 'exportReportWhat',
  json: 'dataJsonWhat',
  jira: 'exportJiraWhat',
  github: 'exportGithubWhat',
};

type Group = 'sheets' | 'paste' | 'share' | 'keep' | 'trackers';
export const GROUP_NAMES: Readonly<Record<Group, Word>> = {
  sheets: 'exportSheets',
  paste: 'exportPaste',
  share: 'exportShare',
  keep: 'exportKeep',
  trackers: 'exportTrackers',
};
export const GROUPS: readonly (readonly [Group, readonly FormatId[]])[] = [
  ['sheets', ['xlsx', 'csv', 'tsv']],
  ['paste', ['rich', 'markdown']],
  ['share', ['report']],
  ['keep', ['json']],
  ['trackers', ['jira', 'github']],
];

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "12 kB" in the language of the page, in two digits: it is a guess. @param bytes at least 0 */
export function sizePhrase(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = Number((bytes / 1000 ** power).toPrecision(2));
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: UNITS[power], maximumFractionDigits: 1 }).format(value);
}

/** "1,234 answered tickets, as FILE, about 1.2 MB". */
export function holdsPhrase(count: number, file: string, size: number): string {
  const counted = say(count === 1 ? 'dataCountOne' : 'dataCount', formatNumber(count), file);
  return say('exportSize', counted, sizePhrase(size));
}
