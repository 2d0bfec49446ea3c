// Classes of impact and words of confidence: nothing of them is an effect or a chance by itself. Each has a default for somebody to
// look at and to change: an input's quick sizes for the first, what RICE was published with for the second.
import { quickSizes } from '../impact/quick.ts';
import type { HomeMetric } from './answers.ts';
import { keyOf } from './readings-columns.ts';

/** More are no classes. */
export const MOST_CLASSES = 20;

const SIZES: readonly RegExp[] = [
  /^(minimal|tiny|trivial|verylow|lowest|low|small|minor|xxs|xs|s|gering|klein|niedrig)$/,
  /^(medium|moderate|normal|mid|m|mittel)$/,
  /^(high|large|big|major|veryhigh|highest|massive|huge|critical|l|xl|xxl|hoch|gross|groß|massiv)$/,
];
/** The tiers that RICE was published with. */
const RICE = [0.25, 0.5, 1, 2, 3];
const CHANCES: readonly (readonly [RegExp, number])[] = [
  [/^(high|veryhigh|highest|hoch|sehrhoch)$/, 100],
  [/^(medium|moderate|mid|mittel)$/, 80],
  [/^(low|niedrig|gering)$/, 50],
  [/^(moonshot|verylow|lowest|minimal|sehrniedrig)$/, 20],
];

const numberIn = (text: string): number => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN);

/** In order: numbers by size, words by the rank they have, the rest as they come. */
export const inClassOrder = (classes: Iterable<string>): string[] =>
  [...classes].toSorted((a, b) => {
    const [x, y] = [numberIn(a), numberIn(b)];
    if (!Number.isNaN(x) && !Number.isNaN(y)) return y - x;
    return (rankOf(b) ?? -1) - (rankOf(a) ?? -1);
  });

const rankOf = (text: string): number | undefined => {
  const rank = SIZES.findIndex((words) => words.test(keyOf(text)));
  return rank < 0 ? undefined : rank;
};

/** Which of the three quick sizes a class most likely is. @param all the sheet's classes */
export function likelySize(text: string, all: readonly string[]): number | undefined {
  const rank = rankOf(text);
  if (rank !== undefined) return rank;
  const value = numberIn(text);
  const values = all.map(numberIn).filter((one) => !Number.isNaN(one));
  if (Number.isNaN(value) || value <= 0) return undefined;
  if (values.every((one) => RICE.includes(one))) return value < 1 ? 0 : value > 1 ? 2 : 1;
  if (values.every((one) => Number.isInteger(one) && one >= 0 && one <= 5)) return value < 3 ? 0 : value > 3 ? 2 : 1;
  const sorted = [...new Set(values)].toSorted((a, b) => a - b);
  return Math.min(2, Math.floor((sorted.indexOf(value) * 3) / sorted.length));
}

/** What a class may mean for an input, as it would be typed; empty where nothing is at hand. */
export function likelyRange(text: string, all: readonly string[], input: HomeMetric): string {
  const size = likelySize(text, all);
  return (size !== undefined && quickSizes(input)?.[size]?.text) || '';
}

/** What a word or rating of confidence may mean, in per cent as it would be typed. */
export function likelyChance(text: string, all: readonly string[]): string {
  const word = CHANCES.find(([words]) => words.test(keyOf(text)));
  if (word) return String(word[1]);
  const value = numberIn(text);
  const values = all.map(numberIn);
  if (values.every((one) => one === 1)) return '100';
  return Number.isInteger(value) && value >= 1 && value <= 5 ? String(value * 20) : '';
}

/** A chance, 0 to 1, where cells of a column say it themselves; `undefined` where they need to be told what they mean. */
export function chanceIn(text: string, all: 'percent' | 'share'): number | undefined {
  const percent = /%\s*$/.test(text);
  const value = numberIn(text.replace(/\s*%\s*$/, ''));
  if (Number.isNaN(value)) return undefined;
  return percent || all === 'percent' ? value / 100 : value;
}

/** How a column of confidence is written: chances by themselves, or words and ratings. @param cells its different ones */
export function chanceForm(cells: readonly string[]): 'percent' | 'share' | 'words' {
  const bare = cells.filter((cell) => !/%\s*$/.test(cell));
  const values = cells.map((cell) => numberIn(cell.replace(/\s*%\s*$/, '')));
  if (cells.length === 0 || values.some(Number.isNaN)) return 'words';
  const loose = bare.map(numberIn);
  if (loose.length === 0) return 'percent';
  if (loose.every((value) => value <= 1) && loose.some((value) => value < 1)) return 'share';
  return loose.some((value) => value > 10) && loose.every((value) => value > 1 || value === 0) ? 'percent' : 'words';
}
