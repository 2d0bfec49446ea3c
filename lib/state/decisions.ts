// The decision log: what was decided, with the numbers of that day beside those of today.
import type { Decision } from '../model/record.ts';
import { ticketKey } from '../model/ticket.ts';
import type { Weighed } from './overview.ts';

export interface Numbers {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Decided {
  readonly ticket: string;
  readonly title: string;
  /** When it was decided. */
  readonly before: Numbers | undefined;
  /** Undefined where it has no number now: the answer is gone, or is another. */
  readonly now: Numbers | undefined;
}

export interface DecisionEntry {
  readonly key: string;
  readonly decision: Decision;
  readonly tickets: readonly Decided[];
}

/** Newest first. @param now numbers of today, by ticket key */
export function decisionEntries(
  rows: readonly { readonly key: string; readonly record: Decision }[],
  now: (ticket: string) => Numbers | undefined,
): DecisionEntry[] {
  return rows
    .toSorted((a, b) => (a.record.at < b.record.at ? 1 : a.record.at > b.record.at ? -1 : 0))
    .map(({ key, record }) => ({
      key,
      decision: record,
      tickets: record.tickets.map(({ ticket, title, mean, low, high }) => ({
        ...{ ticket, title },
        before: mean === undefined || low === undefined || high === undefined ? undefined : { mean, low, high },
        now: now(ticketKey(ticket)),
      })),
    }));
}

/** Those that have all the words asked for, in what was said, by whom, or about which tickets. */
export function findDecisions(entries: readonly DecisionEntry[], find: string): readonly DecisionEntry[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const text = ({ decision: { words: said, who, tickets } }: DecisionEntry): string =>
    [said, who, ...tickets.flatMap(({ ticket, title }) => [ticket, title])].join('\n').toLowerCase();
  return words.length === 0 ? entries : entries.filter((entry) => words.every((word) => text(entry).includes(word)));
}

/** A record of the numbers of today. @param at ISO time */
export function decisionOf(
  pair: readonly (Pick<Weighed, 'shown' | 'title' | 'effort'> & { readonly numbers: Numbers | undefined })[],
  said: { readonly words: string; readonly who: string; readonly chance: number | undefined; readonly net: number | undefined },
  { framework, version, at }: Pick<Decision, 'framework' | 'version' | 'at'>,
): Decision {
  return {
    ...{ kind: 'decision', framework, version, at },
    words: said.words.trim().slice(0, 2000),
    who: said.who.trim().slice(0, 120),
    tickets: pair.map(({ shown, title, effort, numbers }) => ({
      ...{ ticket: shown, title: title.slice(0, 300) },
      ...numbers,
      ...(effort !== undefined && { effort }),
    })),
    ...(said.chance !== undefined && { chance: said.chance }),
    ...(said.net !== undefined && { net: said.net }),
  };
}
