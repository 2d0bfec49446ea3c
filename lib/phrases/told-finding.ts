// Findings as an editor shows them: in words, with the metric's key in the form, the number of the rule and its source.
import { locale } from '../impact/locale.ts';
import type { Finding } from '../lint/lint.ts';
import type { Field, Level } from '../lint/rule.ts';
import { type RuleId, RULES } from '../lint/rules.ts';
import type { Framework } from '../model/framework.ts';
import { say } from '../say.ts';
import { shortName } from './answer.ts';
import { findingPhrase } from './finding.ts';

export interface Told {
  readonly rule: RuleId;
  readonly level: Level;
  /** Key of the metric it is about, empty for the framework itself. */
  readonly metric: string;
  /** What that metric is called, empty likewise. */
  readonly name: string;
  /** Of two that belong together the other one, empty likewise. */
  readonly partner: string;
  readonly field: Field | undefined;
  /** What is the case, and what to do about it. */
  readonly what: string;
  readonly todo: string;
  /** The requirement it comes from, and the document. */
  readonly number: number;
  readonly source: string;
  /** Why somebody lets it stand. */
  readonly muted: string | undefined;
}

/** @param keys the metrics' keys by id */
export function toldFindings(
  findings: readonly Finding[],
  framework: Pick<Framework, 'metrics'>,
  keys: ReadonlyMap<string, string>,
): readonly Told[] {
  // One without a name is still spoken of.
  const metrics = framework.metrics.map((one) =>
    one.name ? one : { ...one, name: say(one.role === 'north-star' ? 'northStar' : 'frameUnnamed') },
  );
  return findings.map((finding) => {
    const { rule, level, about, field, values, muted } = finding;
    const { requirement, source } = RULES.find(({ id }) => id === rule) ?? { requirement: [0], source: '' };
    const metric = about === undefined ? '' : (keys.get(about) ?? about);
    const called = metrics.find(({ id }) => id === about);
    const name = called ? shortName(called) : '';
    const other = values.flatMap((value) => (typeof value === 'object' && 'metric' in value ? [value.metric] : []));
    const pair = other.length === 1 ? metrics.find(({ id }) => id === other[0]) : undefined;
    const partner = pair ? shortName(pair) : '';
    return { rule, level, metric, name, partner, field, ...findingPhrase(finding, { metrics }), number: requirement[0], source, muted };
  });
}

/** Of what else a finding is so: each metric once, pairs as pairs; where it is about no metric, what else was found. */
export function alikePhrase(more: readonly Told[]): string {
  const names = more.map(({ name, partner, what }) =>
    name && partner ? say('framePair', name, partner) : name || what.replace(/\.$/, ''),
  );
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(new Set(names));
}

export const RULE_COUNT: number = RULES.length;
