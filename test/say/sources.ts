// The program's own text, for tests that read it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['entrypoints', 'components', 'lib'];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => /\.tsx?$/.test(name) && statSync(join(ROOT, name)).isFile()),
);

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Every file of the program without its comments; and what else may name a word. */
export const SOURCES: readonly Source[] = [...files, 'wxt.config.ts'].map((file) => ({
  file,
  text: readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, ''),
}));

/** The text between a bracket and its fellow, from just behind the opening one. */
export function inBrackets(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if ('([{'.includes(text[at] ?? '')) depth++;
    if (')]}'.includes(text[at] ?? '') && --depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

/** The first of several arguments: up to the first comma that stands in no bracket and no quotes. */
export function firstArgument(inside: string): string {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < inside.length; at++) {
    const sign = inside[at] ?? '';
    if (quote) quote = sign === quote ? '' : quote;
    else if (`'"\``.includes(sign)) quote = sign;
    else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
    else if (sign === ',' && depth === 0) return inside.slice(0, at);
  }
  return inside;
}
