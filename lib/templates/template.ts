// What a template is: a worked model of the seed documents, to begin a framework from.
//
// Structure and figures are the documents'; where they give no figure there is none here. Kinds, units and windows that
// a metric cannot do without are read off its name. Every word is our own.
import type { Framework } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';

export interface Template {
  /** Also the id of the framework it makes: a caller that keeps one gives it an id of its own. */
  readonly id: string;
  readonly name: string;
  /** The seed document it comes from, and the number under which the requirements list it. */
  readonly source: 'S0' | 'S1' | 'S2' | 'S3' | 'S4';
  readonly requirement: number;
  /** Absent where it fits all. */
  readonly archetype?: NonNullable<Framework['archetype']>;
  /** @param today ISO day: goals count from here */
  readonly framework: (today: string) => Framework;
}

/** What a template says of its framework; the rest is the same for all. */
export type Model = Omit<Framework, 'id' | 'name' | 'version' | 'claims' | 'archetype'>;

/** @param model as of an ISO day */
export const templateOf = (about: Omit<Template, 'framework'>, model: (today: string) => Model): Template => ({
  ...about,
  framework: (today) => ({
    ...{ id: about.id, name: about.name, version: 1, claims: [], ...model(today) },
    ...(about.archetype && { archetype: about.archetype }),
  }),
});

type Described = Omit<Metric, 'role' | 'direction'> & Partial<Pick<Metric, 'direction'>>;

export const northStar = (metric: Described): Metric => ({ direction: 'up', ...metric, role: 'north-star' });
/** More is better where nothing else is said. */
export const input = (metric: Described): Metric => ({ direction: 'up', ...metric, role: 'input' });
/** Any other metric of the model. */
export const beside = (metric: Described & { readonly role: 'outcome' | 'guardrail' | 'health' }): Metric => ({
  direction: 'up',
  ...metric,
});

const DAY_MS = 86_400_000;
const GOAL_DAYS = 90;
export const TWO_QUARTERS = 182;

/** From one value to another, in 90 days where nothing else is said. @param today ISO day */
export function goals(today: string, from: number, to: number, days = GOAL_DAYS): Pick<Metric, 'baseline' | 'target'> {
  const end = new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  return { baseline: { value: from, date: today }, target: { value: to, date: end } };
}
