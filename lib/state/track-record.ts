// The record: estimates of work that was done, as they stood when it was, against what their inputs did since. Width and level are
// learned from it. Source: impact.md, Record and Against reality.
import { guessOf, type Sized } from '../impact/believed.ts';
import { Z } from '../impact/effect.ts';
import { daysBetween } from '../impact/pace.ts';
import { type Class, classOf, type Guess, shrunk } from '../impact/rank.ts';
import { type Bundle, bundlesOf, type Measured, measure, type Windows, windowsOf } from '../impact/reality.ts';
import { type Frozen, type Hits, hitsOf, type Item, type Learned, learn, resolvedOf, UNLEARNED } from '../impact/record.ts';
import { teamAnswer } from '../impact/team.ts';
import type { Answer, Tag } from '../model/tag.ts';
import type { Dated } from '../model/metric.ts';
import type { Operation } from '../model/operation.ts';
import { whenGiven } from '../sync/clock.ts';
import type { Basis } from './basis.ts';
import type { BacklogRow } from './ranking.ts';
import type { Readings } from './stale.ts';

/** Work that was done, with its effects as they were estimated when it was. */
export interface Finished {
  readonly row: BacklogRow;
  /** ISO day. */
  readonly done: string;
  readonly effects: readonly Sized[];
}

/** What came of a bundle, in its input's unit. */
export interface Outcome {
  readonly bundle: Bundle;
  readonly rows: readonly BacklogRow[];
  /** As typed, and as corrected by the whole record. */
  readonly promised: number;
  readonly corrected: number;
  readonly measured: Measured;
}

export interface TrackRecord {
  readonly learned: Learned;
  /** Newest first. */
  readonly outcomes: readonly Outcome[];
  readonly hits: readonly Hits[];
  /** Bundles that cannot be judged yet: their weeks are not over, or too little was read before. */
  readonly open: number;
}

export const NO_RECORD: TrackRecord = { learned: UNLEARNED, outcomes: [], hits: [], open: 0 };

/** One's answer as it stood at a time; `undefined` where there was none. @param operations of one tag, oldest first @param until ISO time */
export function answerAt(operations: readonly Pick<Operation, 'hlc' | 'set'>[], until: string): Answer | undefined {
  let found: { readonly at: string; readonly answer: Answer } | undefined;
  for (const { hlc, set } of operations) {
    if (!set['answer']) continue;
    const at = whenGiven(hlc, set['given']);
    if (at <= until && (!found || at >= found.at)) found = { at, answer: set['answer'] as Answer };
  }
  return found?.answer;
}

/**
 * The estimates of what was done, frozen at the time it was. An answer given later is no estimate.
 * @param history operations of a tag, oldest first; asked for only where its answer was changed afterwards
 */
export async function finished(
  rows: readonly BacklogRow[],
  framework: string,
  history: (tag: Tag) => Promise<readonly Pick<Operation, 'hlc' | 'set'>[]>,
): Promise<readonly Finished[]> {
  const found: Finished[] = [];
  for (const row of rows) {
    const done = row.facts?.state === 'done' ? row.facts.done : undefined;
    if (done === undefined || !row.counted || row.group === 'orphan') continue;
    const answers = await Promise.all(row.tags.map(async (tag) => (tag.at <= done ? tag.answer : answerAt(await history(tag), done))));
    const given = answers.filter((answer) => answer?.framework === framework).filter((answer) => answer !== undefined);
    const [only] = given;
    const effects = given.length > 1 ? teamAnswer(given).effects : only?.kind === 'effects' ? only.effects : [];
    if (effects.length > 0) found.push({ row, done: done.slice(0, 10), effects });
  }
  return found;
}

/** Days between readings, in the middle: a week's are 5 to 9. */
const [WEEK_LEAST, WEEK_MOST] = [5, 9];

/** Weekly readings, oldest first; the means of whole weeks of daily ones. `undefined` of what is read more seldom. @param today ISO day */
export function weeklyOf(readings: readonly Dated[], today: string): readonly Dated[] | undefined {
  const gaps = readings.slice(1).map(({ date }, i) => daysBetween(readings[i]?.date ?? date, date));
  const middle = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 7;
  if (middle > WEEK_MOST) return undefined;
  if (middle >= WEEK_LEAST) return readings;
  const endOf = (date: string): string => {
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + ((7 - day.getUTCDay()) % 7));
    return day.toISOString().slice(0, 10);
  };
  return [...Map.groupBy(readings, ({ date }) => endOf(date))].flatMap(([date, own]) =>
    date <= today ? [{ date, value: own.reduce((sum, { value }) => sum + value, 0) / own.length }] : [],
  );
}

/** A main effect, and from when to when its ticket was live. */
interface Member extends Guess {
  readonly from: string;
  readonly to: string | undefined;
}

/** Everybody's main effects on an input, worked out once. */
function membersOf(rows: readonly BacklogRow[], input: string, basis: Basis): readonly Member[] {
  const members: Member[] = [];
  for (const { effects, at, facts, group, counted } of rows) {
    const [main] = effects;
    if (main?.input !== input || !counted || group === 'orphan') continue;
    members.push({ ...guessOf(main, basis), from: at, to: facts?.state === 'open' ? undefined : facts?.done });
  }
  return members;
}

/** The class as it was on a day, by the width that is taken before anything is learned. */
const classOn = (members: readonly Member[], day: string): Class | undefined =>
  classOf(
    members.filter(({ from, to }) => from.slice(0, 10) <= day && (to === undefined || to.slice(0, 10) >= day)),
    UNLEARNED.width,
  );

/** What is known of a bundle before anything is learned from it. */
interface Judged {
  readonly bundle: Bundle;
  readonly rows: readonly BacklogRow[];
  readonly windows: Windows;
  readonly item: Item;
}

/** The record of what was finished; yields as it goes. @param today ISO day */
export function* trackRecord(
  done: readonly Finished[],
  rows: readonly BacklogRow[],
  basis: Basis,
  { readings, today }: { readonly readings: Readings; readonly today: string },
): Generator<void, TrackRecord> {
  if (done.length === 0) return NO_RECORD;
  const shipped = done.flatMap(({ row, done: date, effects }) =>
    effects.flatMap(({ input }) => (basis.inputs.some(({ id }) => id === input) ? [{ ticket: row.tag.ticket, input, date }] : [])),
  );
  const byTicket = new Map(done.map((one) => [one.row.tag.ticket, one]));
  const members = new Map<string, readonly Member[]>();
  const judged: Judged[] = [];
  let open = 0;
  for (const bundle of bundlesOf(shipped)) {
    yield;
    const input = basis.inputs.find(({ id }) => id === bundle.input);
    const weekly = weeklyOf(
      (readings.get(bundle.input) ?? []).filter(({ date }) => date <= today),
      today,
    );
    const windows = weekly && windowsOf(weekly, bundle, input?.lag ?? 0);
    const measured = windows && measure(windows, 0);
    if (!windows || !measured || 'refused' in measured) {
      open++;
      continue;
    }
    let own = members.get(bundle.input);
    if (!own) members.set(bundle.input, (own = membersOf(rows, bundle.input, basis)));
    const kin = classOn(own, bundle.first);
    const of = bundle.tickets.flatMap((ticket) => byTicket.get(ticket) ?? []);
    const tags = of.flatMap(({ effects }): Frozen[] =>
      effects.flatMap((effect, i) =>
        effect.input === bundle.input ? [{ ...guessOf(effect, basis), kin: i === 0 ? kin : undefined }] : [],
      ),
    );
    judged.push({ bundle, rows: of.map(({ row }) => row), windows, item: { tags, actual: measured.change, noise: measured.noise } });
  }
  const learned = learn(judged.map(({ item }) => item));
  const outcomes = judged.flatMap(({ bundle, rows: own, windows, item }): Outcome[] => {
    const corrected = learned.level * item.tags.reduce((sum, tag) => sum + tag.chance * shrunk(tag, learned.width, tag.kin).mean, 0);
    const measured = measure(windows, corrected);
    return 'refused' in measured ? [] : [{ bundle, rows: own, promised: resolvedOf(item).mean, corrected, measured }];
  });
  return {
    ...{ learned, open },
    outcomes: outcomes.toSorted((a, b) => (a.bundle.last < b.bundle.last ? 1 : a.bundle.last > b.bundle.last ? -1 : 0)),
    hits: hitsOf(judged.map(hitOf), learned.width),
  };
}

/** The range that a bundle's estimates make together, as they were typed. */
function hitOf({ bundle: { input }, item }: Judged): Parameters<typeof hitsOf>[0][number] {
  const { mean, spread, chances, actual } = resolvedOf(item);
  const half = Z * Math.sqrt(spread + chances);
  return { input, actual, size: { low: mean - half, mid: mean, high: mean + half, chance: 1 } };
}
