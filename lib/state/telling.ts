// Answers as exported tables and reports say them, in the language of the page.
import { type Extra, USUAL_EXTRAS } from '../formats/beside.ts';
import type { Cell } from '../formats/cell.ts';
import type { Estimate, UsedFramework } from '../formats/estimates.ts';
import type { Aside, ExportRow, MoreTold, Telling, Told } from '../formats/format.ts';
import { formatChance, formatNumber, formatSigned, roundShown } from '../impact/shown.ts';
import { shortTicket } from '../model/ticket.ts';
import { effectPhrase, rangePhrase, reasonPhrase, shortName } from '../phrases/answer.ts';
import { formatDay } from '../phrases/verdict.ts';
import { direction, language, say, type Word } from '../say.ts';

const UNKNOWN = { kind: 'count', unit: '' } as const;

function workOf({ answer }: Estimate, metrics: UsedFramework['metrics']): string {
  if (answer.kind === 'not-north-star') return say('backlogOtherBecause', reasonPhrase(answer.reason));
  return answer.effects
    .map((effect) => {
      const metric = metrics.find(({ id }) => id === effect.input);
      return say('cause', metric ? shortName(metric) : say('inputGone'), effectPhrase(effect, metric ?? UNKNOWN));
    })
    .join('; ');
}

const STATES = { open: 'stateOpen', done: 'stateDone', dropped: 'stateDropped' } as const;
const stateOf = ({ beside }: ExportRow): string | undefined => {
  const { state, status } = beside?.facts ?? {};
  return status ?? (state && say(STATES[state]));
};
const joined = (values: readonly string[] | undefined): string | undefined => (values?.length ? values.join(', ') : undefined);
/** Two digits: what is believed is no surer than that. */
const two = (value: number | undefined): number | undefined => (value === undefined ? undefined : Number(value.toPrecision(2)));
const believed = ({ gain, beside }: ExportRow): number | undefined =>
  beside?.corrected === undefined ? undefined : gain ? roundShown({ ...gain, mean: beside.corrected }).mean : two(beside.corrected);

const MORE: readonly (readonly [extra: Extra, head: Word, cell: (row: ExportRow) => Cell])[] = [
  ['state', 'facetState', stateOf],
  ['type', 'facetType', ({ beside }) => beside?.facts?.type],
  ['assignee', 'facetAssignee', ({ beside }) => joined(beside?.facts?.assignees)],
  ['label', 'facetLabel', ({ beside }) => joined(beside?.facts?.labels)],
  ['milestone', 'facetMilestone', ({ beside }) => beside?.facts?.milestone],
  ['priority', 'exportPriority', ({ beside }) => beside?.facts?.priority],
  ['parent', 'exportParent', ({ beside }) => beside?.facts?.parent && shortTicket(beside.facts.parent)],
  ['answers', 'backlogAnswers', ({ beside }) => beside?.answers],
  ['agreement', 'backlogAgreement', ({ beside }) => two(beside?.agreement)],
  ['gain', 'exportCorrected', believed],
  ['point', 'backlogPerPoint', ({ beside }) => two(beside?.point)],
  ['next', 'backlogBeatsNext', ({ beside }) => two(beside?.next)],
  ['age', 'exportAge', ({ beside }) => beside?.age],
];

function asideOf(row: ExportRow, wanted: ReadonlySet<Extra>): Aside {
  const { facts, next, point } = row.beside ?? {};
  const only = <T>(extra: Extra, value: T | undefined): T | undefined => (wanted.has(extra) ? value : undefined);
  const about = [
    ...[only('state', stateOf(row)), only('type', facts?.type), only('assignee', joined(facts?.assignees))],
    ...[only('milestone', facts?.milestone), only('label', joined(facts?.labels))],
  ];
  const [gain, chance] = [only('gain', believed(row)), only('next', next)];
  const lines = [
    gain !== undefined && say('exportBelieved', formatSigned(gain)),
    chance !== undefined && say('exportBeats', formatChance(chance)),
  ];
  const each = two(only('point', point));
  return {
    about: about.filter(Boolean).join(' · '),
    believed: lines.filter(Boolean).join(' · '),
    point: each === undefined ? '' : say('exportEach', formatSigned(each)),
  };
}

/** @param today ISO day @param extras what is wanted besides; the usual where absent */
export function tellingOf(frameworks: readonly UsedFramework[], today: string, extras: readonly Extra[] = USUAL_EXTRAS): Telling {
  const wanted = new Set(extras);
  const metrics = new Map(frameworks.map((framework) => [framework.id, framework.metrics]));
  return {
    language: language(),
    direction: direction(),
    heads: {
      ...{ short: say('backlogTicket'), url: say('exportAddress'), title: say('exportTitle'), work: say('exportMoves') },
      ...{ gain: say('backlogExpected'), range: say('exportRange'), effort: say('backlogEffort'), day: say('backlogAnswered') },
    },
    tell: (estimate): Told => {
      const shown = estimate.gain && roundShown(estimate.gain);
      const short = shortTicket(estimate.ticket);
      return {
        ...{ short, title: estimate.title || short, work: workOf(estimate, metrics.get(estimate.answer.framework) ?? []) },
        gain: shown ? formatSigned(shown.mean) : '',
        range: shown ? rangePhrase(shown.p10, shown.p90) : '',
        effort: estimate.effort === undefined ? '' : formatNumber(estimate.effort),
        day: formatDay(estimate.at.slice(0, 10), today),
      };
    },
    more: MORE.flatMap(([extra, head, cell]): MoreTold[] => (wanted.has(extra) ? [{ extra, head: say(head), cell }] : [])),
    aside: (row) => asideOf(row, wanted),
  };
}
