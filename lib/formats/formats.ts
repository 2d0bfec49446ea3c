// Every export format there is, in the order they are offered.
import { csv } from './csv.ts';
import type { Format, FormatId } from './format.ts';
import { github } from './github-script.ts';
import { jira } from './jira-csv.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { report } from './report.ts';
import { rich } from './rich-table.ts';
import { tsv } from './tsv.ts';
import { xlsx } from './xlsx.ts';

export const FORMATS: Readonly<Record<FormatId, Format>> = { xlsx, csv, tsv, rich, markdown, report, json, jira, github };
