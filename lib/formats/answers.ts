// Answers on their way in, whatever file they come from, and what can be wrong with a row of it.
import type { Metric } from '../model/metric.ts';
import type { Answer, Remarks } from '../model/tag.ts';
import { ticketUrl } from '../model/ticket.ts';

/** One row of a file, read. */
export interface Given extends Remarks {
  /** Line of the text, or row of the table, from 1. */
  readonly row: number;
  readonly ticket: string;
  readonly title: string;
  /** Under the file's own framework, where it has one. */
  readonly answer: Answer;
  /** When it was given, ISO; absent where the file does not say. */
  readonly at?: string;
}

/** What is wrong with a row, and where: a field of the JSON, a heading of the table. */
export interface AnswerFault {
  readonly row: number;
  readonly field: string;
  readonly what:
    | ('invalid' | 'not-json' | 'not-a-ticket' | 'several-tickets' | 'no-ticket' | 'twice' | 'sample' | 'other-person' | 'no-framework')
    | ('unknown-input' | 'other-unit' | 'future' | 'formula' | 'not-a-number' | 'outside' | 'unknown-reason' | 'no-effect')
    | ('no-range' | 'no-input' | 'not-an-effect' | 'no-chance' | 'too-many-cells' | 'too-long' | 'left-out' | 'not-a-time');
  /** What stands there, cut. */
  readonly text: string;
  /** `twice`: the row before. */
  readonly other?: number;
}

const SHOWN = 80;
const LONGEST_ID = 300;

export const faultAt = (row: number, field: string, what: AnswerFault['what'], text = '', other?: number): AnswerFault => ({
  ...{ row, field, what, text: text.slice(0, SHOWN).toWellFormed() },
  ...(other === undefined ? {} : { other }),
});

/** A ticket's id as the store takes it; `undefined` for what names none. */
export const ticketId = (text: string): string | undefined => {
  const url = text.length <= LONGEST_ID && /^(github|jira|linear):[^\s]+(#|-)\d+$/.test(text) ? ticketUrl(text) : undefined;
  return url !== undefined && URL.canParse(url) ? text : undefined;
};

/** A metric with its newest reading. */
export type HomeMetric = Metric & { readonly current?: number | undefined };

/** A framework here that answers can go to. */
export interface Home {
  readonly team: string;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly claims: readonly string[];
  readonly inputs: readonly HomeMetric[];
}

/** A metric as a file tells of it; its kind, where it says. */
export type ForeignMetric = Pick<Metric, 'id' | 'name' | 'unit'> & Partial<Pick<Metric, 'kind'>>;

/** A framework as a file tells of it. */
export interface Foreign {
  readonly id: string;
  readonly name: string;
  readonly metrics: readonly ForeignMetric[];
}
