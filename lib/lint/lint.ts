// What a framework lacks, contradicts or cannot be worked with. Explains, never forbids.
import { knownOf } from './known.ts';
import type { Facts, Field, Hit, Level, Rule, Value } from './rule.ts';
import { type RuleId, RULES } from './rules.ts';

export interface Finding {
  readonly rule: RuleId;
  readonly level: Level;
  /** The metric it is about; absent where it is about the framework. */
  readonly about?: string;
  /** Where an editor can show it: a field of that metric, or of the framework. */
  readonly field?: Field;
  /** What its words need beside the name of that metric. */
  readonly values: readonly Value[];
  /** Why somebody lets it stand. */
  readonly muted?: string;
}

const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/** All findings: errors first, then in the order of the rules, then of the metrics. The same facts give the same list. */
export function lint(facts: Facts): Finding[] {
  const { metrics, mutes = [], preset } = facts.framework;
  const known = knownOf(facts);
  const placeOf = ({ about }: Hit): number => metrics.findIndex(({ id }) => id === about);
  const muted = (rule: string, about: string | undefined): string | undefined =>
    mutes.find((mute) => mute.rule === rule && mute.about === about)?.reason;

  const found = RULES.flatMap((rule: Rule & { readonly id: RuleId }): Finding[] => {
    if (rule.lite && preset === 'lite') return [];
    return rule
      .check(known)
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((hit) => {
        const reason = muted(rule.id, hit.about);
        return { rule: rule.id, level: rule.level, values: [], ...hit, ...(reason !== undefined && { muted: reason }) };
      });
  });
  return LEVELS.flatMap((level) => found.filter((finding) => finding.level === level));
}
