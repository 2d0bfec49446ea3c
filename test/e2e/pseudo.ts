// The built extension in a language nobody speaks: text that passes by _locales stays readable in it, and what has too
// little room is cut. Its words are about 40 % longer, in brackets, with every letter replaced by one that looks like it.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION } from './stage.ts';

type Messages = Record<string, { message: string }>;

const LATIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'àƀčďéƒĝĥíĵķļɱñöþɋŕšťûṽŵẋýžÀɃČĎÉƑĜĤÍĴĶĻṀÑÖÞɊŔŠŤÛṼŴẊÝŽ';
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשתאבגדאבגדהוזחטיכלמנסעפצקרשתאבגד';

/** Tells what the program needs, not what people read. */
const NO_WORDS = new Set(['language', 'direction']);

const spelled = (text: string, letters: string): string =>
  text.replace(/[a-z]/gi, (letter) => [...letters][LATIN.indexOf(letter)] ?? letter);

/** Slots and marks of stress stay; the text grows by words, since that is how languages grow. */
function changed(message: string, letters: string, longer: number): string {
  if (!/[a-z]/i.test(message)) return message;
  const text = message
    .split(/(\$\d)/)
    .map((part, i) => (i % 2 ? part : spelled(part, letters)))
    .join('');
  const more = Math.round(message.replace(/\$\d/g, '').trim().length * longer) - 2;
  const filling = spelled('lorem ipsum dolor sit amet ', letters).repeat(20).slice(0, Math.max(0, more)).trim();
  const [, before = '', inner = ''] = /^(\s*)(.*)$/s.exec(text) ?? [];
  return `${before}[${inner}${filling && ` ${filling}`}]`;
}

export const accented = (message: string): string => changed(message, ACCENTED, 0.4);
/** Right to left, as long as the English. The arrows of a sentence point where it runs. */
export const mirrored = (message: string): string => changed(message, HEBREW, 0).replaceAll('→', '←');

export interface Speaking {
  readonly extensionDir: string;
  readonly words: Messages;
  remove(): void;
}

/** A copy of the built extension whose words in a language are made from the English ones. */
export function speakingCopy(language: string, change: (message: string) => string, marks: Partial<Record<string, string>> = {}): Speaking {
  const dir = mkdtempSync(join(tmpdir(), 'azimuth-words-'));
  cpSync(EXTENSION, dir, { recursive: true });
  const english = JSON.parse(readFileSync(join(EXTENSION, '_locales/en/messages.json'), 'utf8')) as Messages;
  const words = Object.fromEntries(
    Object.entries(english).map(([name, { message }]) => [
      name,
      { message: marks[name] ?? (NO_WORDS.has(name) ? message : change(message)) },
    ]),
  );
  // A manifest's name has a limit of its own.
  for (const [name, most] of [
    ['name', 75],
    ['description', 132],
  ] as const) {
    const entry = words[name];
    if (entry) entry.message = entry.message.slice(0, most);
  }
  mkdirSync(join(dir, '_locales', language), { recursive: true });
  writeFileSync(join(dir, '_locales', language, 'messages.json'), JSON.stringify(words));
  return { extensionDir: dir, words, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
