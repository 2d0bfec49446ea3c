// Requirement 46: what is expected of an input, as a sentence, from the model.
import type { Formula } from '../../lib/impact/formula.ts';
import { formatReading, formatSigned, roundShown } from '../../lib/impact/shown.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { rangePhrase, shortName, unitName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { Rich } from '../panel/rich.tsx';
import { starless } from './starless.ts';
import { type Current, nowOf, worthAmid } from './worth.ts';

export interface ExpectationProps {
  readonly metric: Metric;
  readonly metrics: readonly Metric[];
  readonly northStar: Metric;
  readonly current: Current;
  readonly formula: Formula | undefined;
  readonly multipliers: Framework['multipliers'];
}

/** Nothing where a reading, a target, or what it is worth is missing. */
export function Expectation({ metric, metrics, northStar, current, formula, multipliers }: ExpectationProps) {
  const worth = worthAmid(metric, { inputs: metrics.filter(({ role }) => role === 'input'), current, formula, multipliers });
  const now = nowOf(metric, current);
  if (!worth || now === undefined || !metric.target || worth.mean === 0) return null;
  const rounded = roundShown(worth);
  // A range that is one number as shown is none.
  const point = rounded.p10 === rounded.p90;
  const shown = formula && point ? { ...worth, mean: Number(worth.mean.toPrecision(3)) } : rounded;
  const facts = [
    starless(shortName(metric)),
    formatReading(metric, now),
    formatReading(metric, metric.target.value),
    starless(unitName(northStar)),
    formatSigned(shown.mean),
  ];
  return (
    <p class="sentence">
      <Rich
        text={
          formula && point
            ? say('frameExpectPoint', ...facts)
            : say(formula ? 'frameExpectAmid' : 'frameExpect', ...facts, rangePhrase(shown.p10, shown.p90))
        }
      />
    </p>
  );
}
