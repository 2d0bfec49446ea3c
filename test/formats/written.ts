// Writing a document by a format, in one go: for tests.
import { tableShape } from '../../lib/formats/columns.ts';
import type { Estimate, Estimates } from '../../lib/formats/estimates.ts';
import type { ExportContext, Format, Piece } from '../../lib/formats/format.ts';

/** The usual table's head. */
export const { head: HEAD } = tableShape({ frameworks: [] });

/** What a document may have and a context need not. */
interface Document {
  readonly decisions?: ExportContext['decisions'] | undefined;
  readonly budgets?: ExportContext['budgets'] | undefined;
  readonly views?: ExportContext['views'] | undefined;
}

const plain = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** What a page would give besides the rows, without a browser's words. */
export const contextOf = (
  {
    frameworks,
    generator,
    exportedAt,
    decisions = [],
    budgets = [],
    views = [],
  }: Pick<ExportContext, 'frameworks' | 'generator' | 'exportedAt'> & Document,
  more: Partial<ExportContext> = {},
): ExportContext => ({
  ...{ frameworks, generator, exportedAt, decisions, budgets, views },
  telling: {
    language: 'en',
    direction: 'ltr',
    heads: {
      ...{ short: 'Ticket', url: 'Address', title: 'Title', work: 'What it moves', gain: 'Expected gain' },
      ...{ range: 'Range', effort: 'Effort', day: 'Answered' },
    },
    tell: ({ ticket, title, answer, gain, effort, at }: Estimate) => ({
      short: ticket.slice(ticket.lastIndexOf('/') + 1),
      title,
      work: answer.kind === 'effects' ? answer.effects.map(({ input }) => input).join('; ') : answer.reason,
      ...{ gain: plain(gain?.mean), range: gain ? `${gain.p10} to ${gain.p90}` : '', effort: plain(effort), day: at.slice(0, 10) },
    }),
    more: [
      { extra: 'assignee', head: 'Assignee', cell: ({ beside }) => beside?.facts?.assignees?.join(', ') },
      { extra: 'gain', head: 'Corrected', cell: ({ beside }) => beside?.corrected },
    ],
    aside: ({ beside }) => ({ about: beside?.facts?.status ?? '', believed: plain(beside?.corrected), point: plain(beside?.point) }),
  },
  page: {
    good: 'up',
    words: {
      ...{ title: 'Report', made: 'Made', list: 'Backlog', nothing: 'Nothing', sample: 'sample', meaning: 'Means' },
      ...{ byInput: 'By input', byReason: 'By reason', tickets: (count: number) => `${count} tickets` },
      cut: (shown, all) => `The first ${shown} of ${all}.`,
      reason: (reason) => reason,
      gain: (value, unit) => `${value} ${unit}`,
      effort: (value) => `${value} points`,
    },
  },
  ...more,
});

export async function joined(pieces: AsyncIterable<Piece>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  return Buffer.concat(all);
}

/** The file as text. */
export const writtenText = async (format: Format, document: Estimates, more: Partial<ExportContext> = {}): Promise<string> =>
  (await joined(format.write(document.estimates, contextOf(document, more)))).toString('utf8');

export const writtenBytes = (format: Format, document: Estimates, more: Partial<ExportContext> = {}): Promise<Buffer> =>
  joined(format.write(document.estimates, contextOf(document, more)));
