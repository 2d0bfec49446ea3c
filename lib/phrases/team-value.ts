// A team's value in words: how many answered, what it comes to, and how far they agree.
import { impactOf } from '../impact/impact.ts';
import { type Ground, pricerOf } from '../impact/pricing.ts';
import type { Sized } from '../impact/believed.ts';
import { formatChance, formatNumber, roundShown } from '../impact/shown.ts';
import { teamAnswer } from '../impact/team.ts';
import type { Metric } from '../model/metric.ts';
import type { Answer } from '../model/tag.ts';
import { say } from '../say.ts';
import { effectPhrase, gainPhrase } from './answer.ts';

/** An effect as it was typed; of a team's, which nobody typed, as many digits as an estimate has. */
export function sizePhrase(effect: Sized, metric: Pick<Metric, 'kind' | 'unit'>): string {
  if (!('named' in effect)) return effectPhrase(effect, metric);
  const { p10, p90 } = roundShown({ p10: effect.low, mean: effect.mid ?? (effect.low + effect.high) / 2, p90: effect.high });
  return effectPhrase({ low: p10, high: p90, chance: effect.chance }, metric);
}

/** "Team of 3: +180 weekly active teams, 100 to 260, agreement 60 %"; `undefined` where fewer than two answered. */
export function teamLine(answers: readonly Answer[], ground: Ground): string | undefined {
  if (answers.length < 2) return undefined;
  const { effects } = teamAnswer(answers);
  const count = formatNumber(answers.length);
  const [main] = effects;
  if (!main) return say('teamAnswered', count, say('notNorthStar'));
  const terms = pricerOf(ground)(effects);
  if (!terms) return say('teamAnswered', count, say('noSensitivityYet'));
  const { gain, range } = gainPhrase(impactOf(terms), ground.northStar);
  // One alone on an input agrees with nobody.
  const agreed = main.named > 1 ? main.agreement : undefined;
  return agreed === undefined
    ? say('teamAnswered', count, `${gain} (${range})`)
    : say('teamAnsweredAgree', count, `${gain} (${range})`, formatChance(agreed));
}
