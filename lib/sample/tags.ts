// Answered tickets under the sample framework.
import type { Answer, Effect, Remarks } from '../model/tag.ts';
import { SAMPLE_ID } from './planner.ts';

export interface SampleTag extends Remarks {
  readonly ticket: string;
  readonly title: string;
  readonly answer: Answer;
  readonly daysAgo: number;
}

const made = { framework: SAMPLE_ID, version: 1 };
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
