// The columns of the table: what each is called, how wide it is, by what it sorts, and what stands in it.
import type { ComponentChildren } from 'preact';
import { formatAge, formatChance, formatNumber, formatSigned, roundShown } from '../../lib/impact/shown.ts';
import { QUADRANTS } from '../../lib/impact/scores.ts';
import { rangePhrase } from '../../lib/phrases/answer.ts';
import { say, type Word } from '../../lib/say.ts';
import type { Column, Scoring } from '../../lib/state/backlog-view.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { SortKey } from '../../lib/state/order.ts';
import { type BacklogRow, correctedImpact, impactOfRow } from '../../lib/state/ranking.ts';
import { EVIDENCE_WORDS, valueWords } from './facet-words.ts';
import { QUADRANT_WORDS, SCORING_WORDS } from './scoring-words.ts';

export interface CellProps {
  readonly row: BacklogRow;
  readonly basis: Basis;
  readonly scoring: Scoring;
  /** P(it beats the next), worked out when the row is drawn. */
  readonly next: () => number | undefined;
  /** ms since 1970. */
  readonly now: number;
}

interface Kind {
  readonly word: Word;
  /** px. */
  readonly width: number;
  readonly sort?: SortKey;
  readonly text?: true;
  readonly cell: (props: CellProps) => ComponentChildren;
}

const DAY_MS = 86_400_000;
const isPriced = ({ group, gain }: BacklogRow): boolean => group === 'ranked' || (group === 'closed' && gain !== 0);
const one = (value: string | undefined): ComponentChildren => value && <span dir="auto">{value.slice(0, 80)}</span>;
const list = (values: readonly string[] | undefined): ComponentChildren => values && values.length > 0 && one(values.join(', '));

function Gain({ row, basis }: CellProps) {
  if (!isPriced(row)) return null;
  const impact = impactOfRow(row, basis);
  const given = roundShown(impact);
  const corrected = roundShown({ ...impact, mean: row.gain }).mean;
  return (
    <>
      <b>{formatSigned(corrected)}</b>
      <span class="micro muted">{say('backlogAsGiven', formatSigned(given.mean))}</span>
    </>
  );
}

function Point({ row, basis }: CellProps) {
  if (!isPriced(row) || !row.effort) return null;
  const { p10, p90 } = impactOfRow(row, basis);
  return <>{formatSigned(roundShown({ p10: p10 / row.effort, mean: row.gain / row.effort, p90: p90 / row.effort }).mean)}</>;
}

function Score({ row, scoring }: CellProps) {
  if (row.score === undefined) return null;
  if (scoring !== 'value') return <>{formatNumber(Number(row.score.toPrecision(2)))}</>;
  const quadrant = QUADRANTS[QUADRANTS.length - row.score];
  return quadrant ? <span class="cut">{say(QUADRANT_WORDS[quadrant])}</span> : null;
}

function Agreement({ row }: CellProps) {
  if (row.agreement === undefined) return null;
  return (
    <span class="agreement" title={row.agreement < 0.5 ? say('backlogDisagree') : undefined}>
      {formatChance(row.agreement)}
      <span class="meter" aria-hidden="true">
        <i style={{ inlineSize: `${Math.round(row.agreement * 24)}px` }} />
      </span>
    </span>
  );
}

/** `range` is drawn by the row itself: what stands in its place where nothing is known takes two more columns. */
export const KINDS: Readonly<Record<Exclude<Column, 'range'>, Kind>> = {
  gain: { word: 'backlogExpected', width: 108, sort: 'gain', cell: Gain },
  score: { word: 'scoringScore', width: 72, sort: 'score', cell: Score },
  point: { word: 'backlogPerPoint', width: 52, sort: 'point', cell: Point },
  effort: { word: 'backlogEffort', width: 52, sort: 'effort', cell: ({ row }) => row.effort !== undefined && formatNumber(row.effort) },
  next: {
    ...{ word: 'backlogBeatsNext', width: 56, sort: 'next' },
    cell: ({ next }) => {
      const chance = next();
      return chance !== undefined && formatChance(chance);
    },
  },
  agreement: { word: 'backlogAgreement', width: 84, sort: 'agreement', cell: Agreement },
  answers: {
    word: 'backlogAnswers',
    width: 64,
    sort: 'answers',
    cell: ({ row }) => <span class="muted">{formatNumber(row.tags.length)}</span>,
  },
  age: {
    ...{ word: 'backlogAge', width: 44, sort: 'age' },
    cell: ({ row, now }) => <span class="muted">{formatAge(Math.max(0, Math.floor((now - Date.parse(row.at)) / DAY_MS)))}</span>,
  },
  assignee: { word: 'facetAssignee', width: 104, sort: 'assignee', text: true, cell: ({ row }) => list(row.facts?.assignees) },
  label: { word: 'facetLabel', width: 104, sort: 'label', text: true, cell: ({ row }) => list(row.facts?.labels) },
  milestone: { word: 'facetMilestone', width: 96, sort: 'milestone', text: true, cell: ({ row }) => one(row.facts?.milestone) },
  type: { word: 'facetType', width: 80, sort: 'type', text: true, cell: ({ row }) => one(row.facts?.type) },
  state: {
    ...{ word: 'facetState', width: 80, sort: 'state', text: true },
    cell: ({ row: { facts }, basis }) => one(facts?.status ?? (facts?.state && valueWords('state', facts.state, basis.inputs))),
  },
  evidence: {
    ...{ word: 'backlogFieldEvidence', width: 88, sort: 'evidence', text: true },
    cell: ({ row: { tag } }) => tag.evidence && say(EVIDENCE_WORDS[tag.evidence]),
  },
};

export const headWords = (column: Exclude<Column, 'range'>, scoring: Scoring): string =>
  say(column === 'score' ? SCORING_WORDS[scoring] : KINDS[column].word);

/** What a reader's software says of the range. */
export function rangeWords(row: BacklogRow, basis: Basis): string {
  const shown = roundShown(impactOfRow(row, basis));
  return rangePhrase(shown.p10, shown.p90);
}
/** A range as given, and as wide as such ranges turned out; of a row without a worth nothing. */
export function rangesOf(row: BacklogRow, basis: Basis, width: number | undefined): string | undefined {
  const wider = width !== undefined && isPriced(row) ? correctedImpact(row, basis, width) : undefined;
  if (!wider) return undefined;
  const shown = roundShown(wider);
  return say('backlogRanges', rangeWords(row, basis), rangePhrase(shown.p10, shown.p90));
}
export { isPriced };

/** Fixed columns: the box to select by, rank, ticket, and the button to its history. */
const [PICK, RANK, HISTORY, GAP] = [20, 24, 28, 8];
/** Least px of the ticket's column. */
const TICKET = 190;
/** What goes first where there is not room for all; what somebody asked for beyond the usual goes last. */
const GO_FIRST: readonly Column[] = ['answers', 'agreement', 'next', 'point', 'age', 'range', 'effort', 'score'];

/** The columns there is room for, and their template. @param width px of the table @param bar px of a range */
export function fitted(
  chosen: readonly Column[],
  scoring: Scoring,
  width: number,
  bar: number,
): { readonly columns: readonly Column[]; readonly template: string } {
  const scored = scoring !== 'gain' && scoring !== 'point';
  let columns = chosen.filter((column) => column !== 'score' || scored);
  const px = (column: Column): number => (column === 'range' ? bar + 4 : KINDS[column].width);
  const needed = (): number => {
    const all = [PICK, RANK, ...columns.map(px), HISTORY];
    return all.reduce((sum, one_) => sum + one_ + GAP, Math.min(TICKET, width / 3));
  };
  const going = [...GO_FIRST, ...columns.filter((column) => !GO_FIRST.includes(column)).toReversed()];
  for (const column of going) {
    if (needed() <= width) break;
    if (column !== 'gain') columns = columns.filter((other) => other !== column);
  }
  const template = [`${PICK}px`, `${RANK}px`, 'minmax(0, 1fr)', ...columns.map((column) => `${px(column)}px`), `${HISTORY}px`];
  return { columns, template: template.join(' ') };
}
