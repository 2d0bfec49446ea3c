// An answer as a sentence: what was meant, and what it does for the North Star Metric.
import { type Impact, impactOf } from '../impact/impact.ts';
import { type Ground, pricerOf } from '../impact/pricing.ts';
import { formatChance, formatChange, formatNumber, formatSigned, roundShown } from '../impact/shown.ts';
import type { Metric } from '../model/metric.ts';
import type { Answer, Effect } from '../model/tag.ts';
import { type Word, say } from '../say.ts';

export const shortName = (metric: Pick<Metric, 'name' | 'shortName'>): string => metric.shortName ?? metric.name;

/** How the North Star's units are called: its unit, else its name. */
export const unitName = (northStar: Pick<Metric, 'unit' | 'name'>): string => northStar.unit || northStar.name;

/** "120 to 300"; a range whose ends look alike once rounded is said as one number. */
export function rangePhrase(low: number, high: number): string {
  return low === high ? formatNumber(low) : say('range', formatNumber(low), formatNumber(high));
}

/** "+2 to +5 pp", with the chance where one was given. */
export function effectPhrase(effect: Omit<Effect, 'text' | 'input'>, metric: Pick<Metric, 'kind' | 'unit'>): string {
  const [low, high] = [formatSigned(effect.low), formatChange(metric, effect.high)];
  return effect.chance < 1 ? say('effectChance', low, high, formatChance(effect.chance)) : say('range', low, high);
}

/** "+210 weekly active teams" and "120 to 300", rounded to one step together. */
export function gainPhrase(impact: Impact, northStar: Pick<Metric, 'unit' | 'name'>): { gain: string; range: string } {
  const shown = roundShown(impact);
  return { gain: `${formatSigned(shown.mean)} ${unitName(northStar)}`, range: rangePhrase(shown.p10, shown.p90) };
}

/** The impact of stored effects at the present readings; `undefined` when what an input is worth is not known, or it is gone. */
export function impactOfAnswer(answer: Answer, ground: Ground): Impact | undefined {
  const terms = answer.kind === 'effects' ? pricerOf(ground)(answer.effects) : undefined;
  return terms && impactOf(terms);
}

const REASONS: Record<Extract<Answer, { kind: 'not-north-star' }>['reason'], Word> = {
  infrastructure: 'reasonInfrastructure',
  debt: 'reasonDebt',
  compliance: 'reasonCompliance',
  other: 'reasonOther',
};
export const reasonPhrase = (reason: keyof typeof REASONS): string => say(REASONS[reason]);

/** A stored answer in two lines: the gain, and the range with its cause. */
export function answerLines(
  answer: Answer,
  ground: Ground,
  effort?: number,
): { readonly what: string; readonly why: string; readonly impact?: Impact } {
  const { inputs, northStar } = ground;
  if (answer.kind === 'not-north-star') {
    const why = effort === undefined ? reasonPhrase(answer.reason) : say('reasonEffort', reasonPhrase(answer.reason), formatNumber(effort));
    return { what: say('notNorthStar'), why };
  }
  const cause = answer.effects
    .map((effect) => {
      const metric = inputs.find((input) => input.id === effect.input);
      return say('cause', metric ? shortName(metric) : say('inputGone'), effectPhrase(effect, metric ?? { kind: 'count', unit: '' }));
    })
    .join(', ');
  const impact = impactOfAnswer(answer, ground);
  if (!impact) return { what: cause, why: say('noSensitivityYet') };
  const { gain, range } = gainPhrase(impact, northStar);
  return { what: gain, why: say('byCause', range, cause), impact };
}
