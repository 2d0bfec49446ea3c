// The report's own page, in words: how the North Star and its inputs do, and what the list below them holds.
import type { Course, ReportFigure, ReportMetric, ReportPage, ReportStatus } from '../formats/report-page.ts';
import { formatNumber, formatReading, formatSigned } from '../impact/shown.ts';
import { NOT_NSM_REASONS } from '../model/tag.ts';
import { reasonPhrase } from '../phrases/answer.ts';
import {
  agePhrase,
  formatDay,
  goalsPhrase,
  pacePhrase,
  rulePhrase,
  shownPace,
  spanPhrase,
  toGoPhrase,
  verdictTone,
  verdictWord,
} from '../phrases/verdict.ts';
import { say } from '../say.ts';
import type { MetricStatus, StatusModel } from './status.ts';

/** Half a year is enough to see a course. */
const DAYS = 182;
const DAY_MS = 86_400_000;

function courseOf({ metric, readings, today }: MetricStatus): Course {
  const from = Date.parse(today) - DAYS * DAY_MS;
  const { baseline, target } = metric;
  return {
    points: readings.map(({ date, value }) => [Date.parse(date), value] as const).filter(([time]) => time >= from),
    ...(baseline &&
      target &&
      Date.parse(baseline.date) >= from && {
        pace: [
          [Date.parse(baseline.date), baseline.value],
          [Date.parse(target.date), target.value],
        ] as const,
      }),
  };
}

function figures(status: MetricStatus): ReportFigure[] {
  const { metric, last, today, stale, verdict } = status;
  const pace = shownPace(status);
  return [
    {
      ...{ name: say('statusNow'), value: last ? formatReading(metric, last.value) : '–' },
      ...{ note: last ? (stale ? agePhrase(status) : spanPhrase(metric, last.date, today)) : '', tone: stale ? 'warn' : 'muted' },
    },
    {
      ...{ name: say('statusTablePace'), value: pace ? formatReading(metric, pace.pace) : '–' },
      ...{ note: pacePhrase(status, 'short') ?? '', tone: stale ? 'muted' : verdictTone(verdict.word) },
    },
    {
      ...{ name: say('statusTarget'), value: metric.target ? formatReading(metric, metric.target.value) : '–' },
      ...{ note: toGoPhrase(status) ?? '', tone: 'muted' },
    },
  ];
}

const metricOf = (status: MetricStatus): ReportMetric => ({
  ...{
    name: status.metric.name,
    owner: status.metric.owner ?? '',
    now: status.last ? formatReading(status.metric, status.last.value) : '–',
  },
  ...{ goals: goalsPhrase(status.metric), word: verdictWord(status.verdict.word), tone: verdictTone(status.verdict.word) },
  ...{ age: agePhrase(status), stale: status.stale, course: courseOf(status) },
});

function statusOf({ northStar, inputs }: StatusModel): ReportStatus {
  const { metric, verdict } = northStar;
  return {
    ...{ northStar: metric.name, question: say('statusAreWeWinning'), word: verdictWord(verdict.word), tone: verdictTone(verdict.word) },
    ...{ rule: rulePhrase(northStar), figures: figures(northStar), course: courseOf(northStar), chart: say('exportChart', metric.name) },
    heads: {
      ...{ input: say('exportInputs'), now: say('statusNow'), goals: say('exportGoals') },
      ...{ verdict: say('exportVerdict'), age: say('backlogAge') },
    },
    inputs: inputs.map(metricOf),
  };
}

export interface Reported {
  /** Of the framework looked at; none where there is none. */
  readonly status: StatusModel | undefined;
  /** The view's name as it is shown. */
  readonly view: string;
  readonly version: string;
  /** ISO day. */
  readonly today: string;
}

export function reportPage({ status, view, version, today }: Reported): ReportPage {
  const name = status?.framework.name;
  return {
    good: status?.northStar.metric.direction ?? 'up',
    ...(status && { status: statusOf(status) }),
    words: {
      title: name === undefined ? say('exportReportTitle') : say('exportReportOf', name),
      made: say('exportMade', formatDay(today, ''), version),
      ...{ list: view, rank: say('backlogRank'), nothing: say('dataNothing'), sample: say('statusSourceSample') },
      cut: (shown, all) => say('exportCut', formatNumber(shown), formatNumber(all)),
      ...{ byInput: say('exportByInput'), byReason: say('exportByReason'), tickets: say('exportTickets') },
      reason: (reason) => {
        const known = NOT_NSM_REASONS.find((one) => one === reason);
        return known ? reasonPhrase(known) : reason;
      },
      gain: (value, unit) => `${formatSigned(Number(value.toPrecision(2)))} ${unit}`,
      effort: (value) => `${formatNumber(Number(value.toPrecision(6)))} ${say('points')}`,
      meaning: say('exportMeaning'),
    },
  };
}
