// npm run check:framework FILE
//
// Says what is wrong with a framework's file and what the linter finds in it. Ends with 0 where there is nothing or only
// notes, 1 where there are errors (with --strict also for warnings), 2 where the file cannot be read as a framework.
import './words.ts';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { MOST_BYTES } from '../lib/formats/framework-json.ts';
import { dayHere } from '../lib/model/day.ts';
import { type Entry, type Report, reportOn } from './framework-report.ts';

const USAGE = `npm run check:framework FILE
npm run -s check:framework -- FILE [--strict] [--json]

FILE      a framework as saved by Azimuth: azimuth-framework/v1, see public/schema
--strict  ends with 1 for warnings too, and not for errors only
--json    for other programs: one JSON document
`;

const { env } = process;
const given = process.argv.slice(2);
/** What npm takes for its own where no -- stands before it, it hands on in the environment. */
const viaNpm = env['npm_lifecycle_event'] === 'check:framework';
const asked = (option: string): boolean => given.includes(`--${option}`) || (viaNpm && env[`npm_config_${option}`] === 'true');
const files = given.filter((one) => !one.startsWith('--'));
const unknown = given.filter((one) => one.startsWith('--') && !['--strict', '--json'].includes(one));

/** Ends with `code`, once everything is written. */
function end(code: 0 | 1 | 2, output: string, stream: NodeJS.WriteStream = process.stdout): void {
  process.exitCode = code;
  stream.write(output);
}

/** The text of a file, or why there is none. */
function textOf(file: string): { readonly text: string } | { readonly why: string } {
  const path = resolve(viaNpm ? (env['INIT_CWD'] ?? '') : '', file);
  try {
    // One more than may be read is enough to be told that it is too large.
    if (statSync(path).size > MOST_BYTES) return { text: ' '.repeat(MOST_BYTES + 1) };
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      why: { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code ?? ''] ?? String(error),
    };
  }
}

/** Somebody else's text on one line, without what would steer a terminal. */
const tame = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');

const isOpen = ({ muted }: Entry): boolean => muted === undefined;
const count = (entries: readonly Entry[], level: Entry['level']): number =>
  entries.filter((entry) => isOpen(entry) && entry.level === level).length;
const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** Text of the file stands behind a label and never first: build servers take some lines for orders. */
function entryLines(file: string, { level, rule, requirement, source, about, path, line, what, todo }: Entry): string {
  const cited =
    requirement.length > 0 ? ` (${requirement.length > 1 ? 'requirements' : 'requirement'} ${requirement.join(', ')}; ${source})` : '';
  return [
    `${file}:${line} ${level} ${rule}${cited}`,
    ...(path === '' ? [] : [`  at:    ${path}`]),
    ...(about ? [`  about: ${about.name}`] : []),
    `  what:  ${what}`,
    ...(todo === undefined ? [] : [`  do:    ${todo}`]),
  ]
    .map((one) => `${tame(one)}\n`)
    .join('');
}

function written(file: string, { framework, entries }: Report): string {
  const open = entries.filter(isOpen);
  const muted = entries.length - open.length;
  const told = open.map((entry) => `${entryLines(file, entry)}\n`).join('');
  if (!framework) return `${told}${file} cannot be read: ${many(open.length, 'problem')}\n`;
  const sums = (['error', 'warning', 'note'] as const).map((level) => many(count(entries, level), level));
  const sum = [...sums, ...(muted > 0 ? [`${muted} muted`] : [])].join(', ');
  return `${told}${tame(`${file}: ${framework.name}, version ${framework.version}: ${sum}`)}\n`;
}

function codeOf({ framework, entries }: Report): 0 | 1 | 2 {
  if (!framework) return 2;
  return count(entries, 'error') > 0 || (asked('strict') && count(entries, 'warning') > 0) ? 1 : 0;
}

const [file, ...more] = files;
if (file === undefined || more.length > 0 || unknown.length > 0) end(2, USAGE, process.stderr);
else {
  const found = textOf(file);
  if ('why' in found) end(2, `${file} cannot be read: ${found.why}.\n`, process.stderr);
  else {
    const report = reportOn(found.text, dayHere(new Date()));
    end(codeOf(report), asked('json') ? `${JSON.stringify({ file, ...report }, undefined, 2)}\n` : written(file, report));
  }
}
