// Findings as an editor shows them: in words, with the metric's key in the form, the number of the rule and its source.
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
    const { rule, level, about, field, muted } = finding;
    const { requirement, source } = RULES.find(({ id }) => id === rule) ?? { requirement: [0], source: '' };
    const metric = about === undefined ? '' : (keys.get(about) ?? about);
    const called = metrics.find(({ id }) => id === about);
    const name = called ? shortName(called) : '';
    return { rule, level, metric, name, field, ...findingPhrase(finding, { metrics }), number: requirement[0], source, muted };
  });
}

export const RULE_COUNT: number = RULES.length;
