// What answers of a file would change here: each goes to a framework of this place, its inputs by id, then by name; what is newer
// here stays unless somebody says otherwise; what the file does not say of an answer stays as it is.
import { tidy } from '../impact/numeral.ts';
import { parseEffect } from '../impact/typed.ts';
import type { Answer, Effect, Remarks } from '../model/tag.ts';
import { ticketKey } from '../model/ticket.ts';
import { type AnswerFault, faultAt, type Foreign, type ForeignMetric, type Given, type Home, type HomeMetric } from './answers.ts';
import { metricNamed, metricNames } from './readings-columns.ts';

/** What is stored for a ticket. */
export interface StoredAnswer extends Remarks {
  readonly answer: Answer;
  readonly at: string;
}
/** By team and ticket, as `storedKey` has them. */
export type StoredAnswers = ReadonlyMap<string, StoredAnswer>;
export const storedKey = (team: string, ticket: string): string => `${team}/${ticketKey(ticket)}`;

export interface AnswerChange {
  /** `older`: what is here is newer, and stays. */
  readonly kind: 'new' | 'changed' | 'same' | 'older';
  readonly row: number;
  readonly team: string;
  /** As it is to be stored. */
  readonly tag: Omit<Given, 'row'>;
  readonly before?: StoredAnswer;
}

export interface AnswersOutcome {
  readonly changes: readonly AnswerChange[];
  readonly faults: readonly AnswerFault[];
}

export interface AnswersPlan {
  /** Frameworks of the file, and where each one's answers go; absent for nowhere. */
  readonly homes: ReadonlyMap<string, Home>;
  readonly frameworks: readonly Foreign[];
  /** Take the file's answer also where the one here is newer. */
  readonly replace: boolean;
  /** ISO time; an answer of a day to come is a fault. */
  readonly now: string;
  /** The file tells numbers only, and times to the second. */
  readonly rough?: boolean | undefined;
}

const STEP = 256;
/** Clocks differ. */
const EARLY_MS = 86_400_000;
const REMARKS = ['note', 'effort', 'evidence'] as const;

/**
 * Where a file's frameworks go by themselves: to the one of the same id here, the earlier of `homes` first.
 * @param named the file knows frameworks by their names, and where there is none means the first
 */
export const homesOf = (ids: Iterable<string>, homes: readonly Home[], named = false): Map<string, Home> =>
  new Map(
    [...ids].flatMap((id) => {
      const home = named ? homes.find(({ name }) => name === id || id === '') : homes.find((one) => one.id === id);
      return home ? [[id, home] as const] : [];
    }),
  );

/** Compares in steps; yields the share done. Never throws. */
export function* planAnswers(given: readonly Given[], plan: AnswersPlan, stored: StoredAnswers): Generator<number, AnswersOutcome> {
  const changes: AnswerChange[] = [];
  const faults: AnswerFault[] = [];
  const seen = new Map<string, number>();
  const foreign = new Map(plan.frameworks.map((one) => [one.id, one]));
  const latest = Date.parse(plan.now) + EARLY_MS;
  for (const [i, one] of given.entries()) {
    if (i % STEP === STEP - 1) yield i / given.length;
    const { row, ...tag } = one;
    const home = plan.homes.get(tag.answer.framework);
    if (!home) {
      const name = foreign.get(tag.answer.framework)?.name ?? tag.answer.framework;
      faults.push(faultAt(row, 'framework', 'no-framework', name));
      continue;
    }
    const key = storedKey(home.team, tag.ticket);
    const other = seen.get(key);
    if (other !== undefined) faults.push(faultAt(row, 'ticket', 'twice', tag.ticket, other));
    else if (tag.at !== undefined && Date.parse(tag.at) > latest) faults.push(faultAt(row, 'at', 'future', tag.at));
    else {
      const moved = answerAt(tag.answer, home, foreign.get(tag.answer.framework), plan.rough);
      if ('what' in moved) faults.push(faultAt(row, 'input', moved.what, moved.text));
      else {
        seen.set(key, row);
        changes.push(changeOf({ row, team: home.team, tag: { ...tag, answer: moved } }, stored.get(key), plan));
      }
    }
  }
  return { changes, faults };
}

function changeOf(
  { row, team, tag }: Omit<AnswerChange, 'kind'>,
  before: StoredAnswer | undefined,
  { replace, rough }: AnswersPlan,
): AnswerChange {
  if (!before) return { kind: 'new', row, team, tag };
  if (rough) tag = refined(tag, before);
  const kept = Object.fromEntries(REMARKS.flatMap((field) => (before[field] === undefined ? [] : [[field, before[field]]])));
  const merged = { ...kept, ...tag };
  if (meaning(before.answer) === meaning(tag.answer) && REMARKS.every((field) => before[field] === merged[field]))
    return { kind: 'same', row, team, tag: merged, before };
  const older = !replace && tag.at !== undefined && tag.at < before.at;
  return { kind: older ? 'older' : 'changed', row, team, tag: merged, before };
}

/** Numbers only, for comparing. */
const numbers = (answer: Answer): string =>
  JSON.stringify(
    answer.kind === 'effects' ? answer.effects.map(({ input, low, mid, high, chance }) => [input, low, mid, high, chance]) : answer.reason,
  );

/** What a table tells, with what it cannot: the words, where the numbers are theirs, and the time's end. */
function refined(tag: AnswerChange['tag'], before: StoredAnswer): AnswerChange['tag'] {
  const same = tag.answer.framework === before.answer.framework && numbers(tag.answer) === numbers(before.answer);
  return {
    ...tag,
    ...(same && { answer: before.answer }),
    ...(tag.at?.slice(0, 19) === before.at.slice(0, 19) && { at: before.at }),
  };
}

/** How the numbers would be typed, so that editing starts from them; empty where no words say just these. */
function wordsFor({ low, mid, high, chance }: Effect, input: HomeMetric): string {
  const said = [low, ...(mid === undefined ? [] : [mid]), high].join('..');
  const text = `${low > 0 ? '+' : ''}${said}${input.kind === 'rate' ? 'pp' : ''}${chance < 1 ? ` ${tidy(chance * 100)}%` : ''}`;
  const read = parseEffect(text, input);
  const same = read.ok && read.effect.low === low && read.effect.high === high && read.effect.mid === mid && read.effect.chance === chance;
  return same ? text : '';
}

/** An answer without the version it was given under, which says nothing of what was answered. */
const meaning = (answer: Answer): string => JSON.stringify({ ...answer, version: 0 });

type Misfit = { readonly what: 'unknown-input' | 'other-unit'; readonly text: string };

/** The same answer under a framework here. */
function answerAt(answer: Answer, home: Home, foreign: Foreign | undefined, rough = false): Answer | Misfit {
  const own = answer.framework === home.id;
  const place = { framework: home.id, version: own && !rough ? Math.min(answer.version, home.version) : home.version };
  if (answer.kind === 'not-north-star') return { ...answer, ...place };
  const effects: Effect[] = [];
  for (const effect of answer.effects) {
    const there = foreign?.metrics.find(({ id }) => id === effect.input);
    const input = inputAt(effect.input, there, home.inputs);
    if (!input) return { what: 'unknown-input', text: there?.name ?? effect.input };
    if (there && !measuredAlike(there, input)) return { what: 'other-unit', text: input.name };
    effects.push({ ...effect, input: input.id, ...(rough && { text: wordsFor(effect, input) }) });
  }
  return { ...answer, effects, ...place };
}

/** Where a file does not say a metric's kind, points are a rate's. */
function measuredAlike({ kind, unit }: ForeignMetric, input: HomeMetric): boolean {
  if (kind === undefined) return input.kind === 'rate' ? unit === 'pp' || unit === '' : unit === input.unit;
  return kind === input.kind && (kind === 'rate' || unit === input.unit);
}

function inputAt(id: string, there: ForeignMetric | undefined, inputs: readonly HomeMetric[]): HomeMetric | undefined {
  const named = there && metricNamed(there.name, metricNames(inputs));
  return inputs.find((one) => one.id === id) ?? inputs.find((one) => one.id === named);
}
