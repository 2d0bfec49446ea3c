// A finding of the linter in words: what is the case, and what to do about it.
import { formatNumber, formatReading } from '../impact/shown.ts';
import type { Finding } from '../lint/lint.ts';
import type { Value } from '../lint/rule.ts';
import type { RuleId } from '../lint/rules.ts';
import type { Framework } from '../model/framework.ts';
import { say, type Word } from '../say.ts';
import { shortName } from './answer.ts';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;
type WordsOf = { readonly what: `lint_${Camel<RuleId>}`; readonly todo: `lintDo_${Camel<RuleId>}` };

/** The names of a rule's two words; one that does not exist cannot be said. */
export function findingWords(rule: RuleId): WordsOf {
  const name = rule.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as Camel<RuleId>;
  return { what: `lint_${name}`, todo: `lintDo_${name}` };
}

const OUTCOMES: Record<Extract<Value, { readonly outcome: string }>['outcome'], Word> = {
  revenue: 'lintRevenue',
  retention: 'lintRetention',
  satisfaction: 'lintSatisfaction',
};

function valuePhrase(value: Value, metrics: Framework['metrics']): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return value;
  if ('outcome' in value) return say(OUTCOMES[value.outcome]);
  const id = 'metric' in value ? value.metric : value.of;
  const metric = metrics.find((one) => one.id === id);
  if ('reading' in value) return formatReading(metric ?? { kind: 'count' }, value.reading);
  return metric ? shortName(metric) : id;
}

/** The metric a finding is about is `$1` in its words; what the rule itself gives comes behind it. */
export function findingPhrase(
  { rule, about, values }: Pick<Finding, 'rule' | 'about' | 'values'>,
  { metrics }: Pick<Framework, 'metrics'>,
): { readonly what: string; readonly todo: string } {
  const filled = [...(about === undefined ? [] : [{ metric: about }]), ...values].map((value) => valuePhrase(value, metrics));
  const { what, todo } = findingWords(rule);
  return { what: say(what, ...filled), todo: say(todo, ...filled) };
}
