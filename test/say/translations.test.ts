// Every language says all of it: what is missing is listed by name, so that whoever adds a word sees where else it goes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayNumber, sayDay } from './spoken.ts';

type Messages = Readonly<Record<string, { readonly message: string }>>;
const FOLDER = join(import.meta.dirname, '../../public/_locales');
const wordsOf = (language: string): Messages => JSON.parse(readFileSync(join(FOLDER, language, 'messages.json'), 'utf8'));

const ENGLISH = wordsOf('en');
const NAMES = Object.keys(ENGLISH);
const OTHERS = readdirSync(FOLDER).filter((name) => name !== 'en');

/** Said alike in both: names, units, formats, and words of the field that are used untranslated. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...['North Star', 'North Star Metric', 'Input', 'Inputs', 'Input $1', 'Framework', 'Frameworks', 'Status', 'Backlog', 'Dashboard'],
    ...['Ticket', '1 ticket', '$1 tickets', 'Pivot: $1', 'Version $1', 'Objective', 'Stretch', 'Details', 'optional', 'Name', 'Format'],
    ...['Filter', 'Test', 'Export', 'CSV', 'JSON', 'JSON Schema', 'Compliance', '$1 MB', 'null', 'true or false', 'Start', 'Panel'],
    ...['2026-11-22', 'orders * items_per_order * on_time', 'North Star: $1. $2', 'r $1 ($2), n $3', 'ltr', 'key result', 'name'],
    ...['Team', 'Admin', 'Server', 'Framework: $1'],
    ...['RICE', 'ICE', 'WSJF', 'Label', 'TSV', 'Excel (XLSX)', 'Markdown'],
    ...['Sites', 'Jira Cloud', 'Jira Data Center', 'GitHub Enterprise Cloud', 'GitHub Enterprise Server'],
  ],
};

const slots = (text: string): string[] => [...new Set(text.match(/\$\d/g))].toSorted();
const marks = (text: string): number => text.split('*').length;
/** Without a word in it there is nothing to translate. */
const wordless = (text: string): boolean => !/[a-z]{2}/i.test(text.replace(/\$\d/g, ''));

it('finds the other languages', () => {
  expect(OTHERS).toContain('de');
});

describe.each(OTHERS)('%s', (language) => {
  const words = wordsOf(language);
  const both = NAMES.filter((name) => words[name]);
  const english = (name: string): string => ENGLISH[name]?.message ?? '';
  const said = (name: string): string => words[name]?.message ?? '';

  it('has every word, and none that nobody says', () => {
    expect({ missing: NAMES.filter((name) => !words[name]), more: Object.keys(words).filter((name) => !ENGLISH[name]) }).toEqual({
      missing: [],
      more: [],
    });
  });

  it('fills in the same values, and lays the same stress', () => {
    expect(both.filter((name) => String(slots(said(name))) !== String(slots(english(name))))).toEqual([]);
    expect(both.filter((name) => marks(said(name)) !== marks(english(name)))).toEqual([]);
  });

  it('says something, and begins and ends where the English does', () => {
    const edges = (text: string): string => `${/^\s*/.exec(text)?.[0].length} ${/\s*$/.exec(text)?.[0].length}`;
    expect(both.filter((name) => said(name).trim() === '' || edges(said(name)) !== edges(english(name)))).toEqual([]);
    expect(both.filter((name) => english(name).endsWith('.') !== said(name).endsWith('.'))).toEqual([]);
  });

  it('leaves nothing in English but what is said so', () => {
    const alike = new Set(ALIKE[language]?.map((text) => text.toLowerCase()));
    expect(both.filter((name) => said(name) === english(name) && !wordless(said(name)) && !alike.has(said(name).toLowerCase()))).toEqual(
      [],
    );
  });

  it('is plain', () => {
    expect(
      both.filter((name) => /!|\.\.\.| {2}| [,.;:](?!\S)|<\/?[a-z]|&[a-z]+;|\b(bitte|leider|hoppla|erfolgreich)\b/i.test(said(name))),
    ).toEqual([]);
    // Whoever reads it is not addressed by du or Sie: Sie begins sentences about several things, and those only.
    expect(both.filter((name) => /\b(du|dich|dir|dein\w*|Ihnen|Ihre?[mnrs]?)\b/.test(said(name).replace(/(^|[.:?] )Ihre/g, '')))).toEqual(
      [],
    );
  });

  it('says which language it is', () => {
    expect(said('language')).toBe(language.replace('_', '-'));
    expect(['ltr', 'rtl']).toContain(said('direction'));
  });
});

describe('numbers and days', () => {
  it('are written in the language of the words around them', async () => {
    expect([await sayNumber('de', wordsOf('de')), await sayDay('de', wordsOf('de'))]).toEqual(['−6.840,5', '22. Nov.']);
    expect([await sayNumber('en-US', ENGLISH), await sayDay('en-US', ENGLISH)]).toEqual(['−6,840.5', 'Nov 22']);
  });

  it('are of the browser’s own kind of that language', async () => {
    expect(await sayNumber('de-CH', wordsOf('de'))).toMatch(/^−6['’]840\.5$/);
    expect(await sayDay('en-GB', ENGLISH)).toBe('22 Nov');
  });

  it('are English where the browser’s language has no words of ours', async () => {
    expect(await sayNumber('fr', ENGLISH)).toBe('−6,840.5');
    expect(await sayNumber('ar', ENGLISH)).toBe('−6,840.5');
  });

  it('stay in order among right-to-left words', async () => {
    const hebrew = { ...ENGLISH, language: { message: 'he' }, direction: { message: 'rtl' } };
    expect(await sayNumber('he', hebrew)).toBe('\u2066−6,840.5\u2069');
  });
});
