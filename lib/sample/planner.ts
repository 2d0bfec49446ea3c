// Sample data: a project-management product, the seeds' first example (S3 ex. 1), with half a year of weekly
// readings that end today and answered tickets. The model's structure is the seeds'; its figures are made up to
// be plausible together, and every surface says so.
import type { Framework } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';
import type { Answer, Effect, Remarks } from '../model/tag.ts';

export const SAMPLE_TEAM = 'sample';
const FRAMEWORK = 'sample-planner';
const WEEKS = 26;
const BASELINE_WEEKS_AGO = 6;
const TARGET_DAYS = 90;

const DAY_MS = 86_400_000;
const dayBefore = (today: string, days: number): string => new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);

interface Course {
  readonly id: string;
  /** The level before work began, and the level now. */
  readonly from: number;
  readonly to: number;
  /** Spread of a week's reading around its course, one standard deviation. */
  readonly noise: number;
  readonly digits: number;
  /** Weeks the newest reading lies back. */
  readonly late: number;
}

const COURSES: readonly Course[] = [
  { id: 'weekly-active-teams', from: 6150, to: 6840, noise: 90, digits: 0, late: 0 },
  { id: 'activation', from: 26, to: 32, noise: 0.8, digits: 1, late: 0 },
  { id: 'templates', from: 23, to: 34.3, noise: 1, digits: 1, late: 1 },
  // So little noise that its miss lies beyond it: the one that is losing.
  { id: 'collaboration', from: 17.6, to: 18.4, noise: 0.16, digits: 1, late: 0 },
  { id: 'completion', from: 58, to: 61, noise: 0.7, digits: 1, late: 0 },
];

/** A whole number shaken into 0..1, always the same: sample data is the same on every device and every day. */
function shaken(n: number): number {
  const once = Math.imul(n + 0x9e3779b9, 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return ((twice ^ (twice >>> 16)) >>> 0) / 2 ** 32;
}

/** The scatter of weekly data around 0, with a spread of 1: most weeks are ordinary, and each still has some of the one before. */
function scatter(course: number, week: number): number {
  const alone = (at: number): number => (shaken(3 * at) + shaken(3 * at + 1) + shaken(3 * at + 2) - 1.5) * 2;
  const at = course * 1000 + week;
  return (alone(at) + 0.4 * alone(at - 1)) / Math.hypot(1, 0.4);
}

/** The sample framework as of a day (ISO). */
export function sampleFramework(today: string): Framework {
  const start = dayBefore(today, BASELINE_WEEKS_AGO * 7);
  const end = dayBefore(today, BASELINE_WEEKS_AGO * 7 - TARGET_DAYS);
  const goals = (baseline: number, target: number, stretch: number) => ({
    baseline: { value: baseline, date: start },
    target: { value: target, date: end },
    stretch: { value: stretch, date: end },
  });
  const input = (metric: Omit<Metric, 'role' | 'direction'>): Metric => ({ ...metric, role: 'input', direction: 'up' });
  return {
    id: FRAMEWORK,
    name: 'Planner',
    version: 1,
    sample: true,
    claims: [
      'github:azimuth-sample/planner',
      'github:azimuth-sample/classic',
      'jira:azimuth-sample.atlassian.net/pln',
      'linear:azimuth-sample/pln',
    ],
    metrics: [
      {
        id: 'weekly-active-teams',
        name: 'Weekly active teams completing projects',
        shortName: 'Active teams',
        role: 'north-star',
        kind: 'count',
        unit: 'weekly active teams',
        window: 'week',
        direction: 'up',
        owner: 'Product',
        ...goals(6150, 7450, 7900),
      },
      input({
        id: 'activation',
        name: 'New team activation',
        shortName: 'Activation',
        kind: 'rate',
        unit: '',
        window: '14 days',
        denominator: 'new teams',
        owner: 'Growth',
        sensitivity: { low: 45, high: 75 },
        ...goals(26, 36, 40),
      }),
      input({
        id: 'templates',
        name: 'Template adoption',
        shortName: 'Templates',
        kind: 'rate',
        unit: '',
        window: '28 days',
        denominator: 'teams',
        owner: 'Templates',
        sensitivity: { low: 12, high: 24 },
        ...goals(23, 42, 51),
      }),
      input({
        id: 'collaboration',
        name: 'Collaboration events',
        shortName: 'Collaboration',
        kind: 'ratio',
        unit: 'events',
        window: 'week',
        denominator: 'team',
        owner: 'Collaboration',
        sensitivity: { low: 50, high: 90 },
        ...goals(17.6, 20.5, 22),
      }),
      input({
        id: 'completion',
        name: 'Project completion',
        shortName: 'Completion',
        kind: 'rate',
        unit: '',
        window: '60 days',
        denominator: 'projects',
        owner: 'Workflow',
        sensitivity: { low: 34, high: 54 },
        ...goals(58, 64, 68),
      }),
    ],
  };
}

export interface SampleReading {
  readonly metric: string;
  readonly date: string;
  readonly value: number;
}

/** Weekly readings of every metric of the sample, the newest on `today`. */
export function sampleReadings(today: string): SampleReading[] {
  return COURSES.flatMap((course, c) =>
    Array.from({ length: WEEKS - course.late }, (_, i) => {
      const weeksAgo = WEEKS - 1 - i;
      const way = Math.max(0, 1 - weeksAgo / BASELINE_WEEKS_AGO);
      // The newest reading is the one the words speak of: it lies on its course.
      const noise = weeksAgo === course.late ? 0 : course.noise * scatter(c, i);
      const value = course.from + (course.to - course.from) * way ** 1.3 + noise;
      return { metric: course.id, date: dayBefore(today, weeksAgo * 7 + course.late * 4), value: Number(value.toFixed(course.digits)) };
    }),
  );
}

export interface SampleTag extends Remarks {
  readonly ticket: string;
  readonly title: string;
  readonly answer: Answer;
  readonly daysAgo: number;
}

const made = { framework: FRAMEWORK, version: 1 };
const effect = (input: string, low: number, high: number, chance = 1): Effect => ({
  input,
  low,
  high,
  chance,
  text: `${low > 0 ? '+' : ''}${low}..${high}${chance < 1 ? ` ${chance * 100}%` : ''}`,
});
const moves = (...effects: Effect[]): Answer => ({ kind: 'effects', effects, ...made });
const other = (reason: 'infrastructure' | 'debt' | 'compliance'): Answer => ({ kind: 'not-north-star', reason, ...made });

const GITHUB = 'github:azimuth-sample/planner#';
const JIRA = 'jira:azimuth-sample.atlassian.net/PLN-';
const LINEAR = 'linear:azimuth-sample/PLN-';

/** Answered tickets; #1842, PLN-214 and PLN-88 are left open to be answered. */
export const SAMPLE_TAGS: readonly SampleTag[] = [
  {
    ticket: `${GITHUB}1790`,
    title: 'Suggest a template when a project is empty',
    answer: moves(effect('templates', 2, 5), effect('activation', 0.3, 1)),
    effort: 5,
    daysAgo: 31,
  },
  {
    ticket: `${GITHUB}1733`,
    title: 'Skip the tour: start from a template',
    answer: moves(effect('activation', 1.5, 4, 0.8), effect('collaboration', -0.9, -0.3, 0.9)),
    effort: 3,
    daysAgo: 47,
  },
  {
    ticket: `${GITHUB}1811`,
    title: 'Mention a teammate from any task comment',
    answer: moves(effect('collaboration', 0.5, 1.6, 0.9)),
    effort: 8,
    evidence: 'users',
    daysAgo: 24,
  },
  {
    ticket: `${GITHUB}1765`,
    title: 'Weekly digest of overdue steps',
    answer: moves(effect('completion', 0.8, 2.5, 0.8)),
    effort: 3,
    daysAgo: 40,
  },
  {
    ticket: `${GITHUB}1903`,
    title: 'Keep column names on spreadsheet import',
    answer: moves(effect('activation', 0.4, 1.8, 0.9)),
    effort: 3,
    daysAgo: 5,
  },
  { ticket: `${GITHUB}1877`, title: 'Collect SOC 2 evidence', answer: other('compliance'), effort: 8, daysAgo: 19 },
  { ticket: `${GITHUB}1858`, title: 'Upgrade the database', answer: other('infrastructure'), effort: 5, daysAgo: 44 },
  { ticket: `${GITHUB}1801`, title: 'Remove the old editor', answer: other('debt'), effort: 5, daysAgo: 28 },
  {
    ticket: `${JIRA}243`,
    title: 'Guests without a seat',
    answer: moves(effect('collaboration', 0.4, 1.6, 0.6)),
    effort: 5,
    daysAgo: 63,
  },
  {
    ticket: `${JIRA}209`,
    title: 'Checklist for closing a project',
    answer: moves(effect('completion', 0.4, 1.5, 0.9)),
    effort: 2,
    evidence: 'test',
    daysAgo: 16,
  },
  {
    ticket: `${JIRA}177`,
    title: 'One-field sign-up form',
    answer: moves(effect('activation', 0.5, 1.5, 0.7), effect('completion', -1, -0.2, 0.5)),
    effort: 3,
    daysAgo: 55,
  },
  { ticket: `${JIRA}231`, title: 'Rotate signing keys', answer: other('compliance'), effort: 5, daysAgo: 8 },
  {
    ticket: `${LINEAR}97`,
    title: 'Comment threads on milestones',
    answer: moves(effect('collaboration', 0.2, 0.7, 0.9)),
    effort: 5,
    daysAgo: 20,
  },
  {
    ticket: `${LINEAR}101`,
    title: 'Template previews under a second',
    answer: moves(effect('templates', 0.8, 2.6, 0.8)),
    effort: 3,
    daysAgo: 9,
  },
  {
    ticket: `${LINEAR}81`,
    title: 'Weekly digest of overdue steps',
    answer: moves(effect('completion', -0.4, 1.1)),
    effort: 2,
    daysAgo: 33,
  },
];
