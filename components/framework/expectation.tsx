// Requirement 46: what is expected of an input, as a sentence, from the model.
import { formatReading, formatSigned, roundShown } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { rangePhrase, shortName, unitName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { Rich } from '../panel/rich.tsx';
import { starless } from './starless.ts';
import { type Current, nowOf, worthOf } from './worth.ts';

export interface ExpectationProps {
  readonly metric: Metric;
  readonly northStar: Metric;
  readonly current: Current;
}

/** Nothing where a reading, a target or the sensitivity is missing. */
export function Expectation({ metric, northStar, current }: ExpectationProps) {
  const worth = worthOf(metric, current);
  const now = nowOf(metric, current);
  if (!worth || now === undefined || !metric.target || worth.mean === 0) return null;
  const shown = roundShown(worth);
  const text = say(
    'frameExpect',
    starless(shortName(metric)),
    formatReading(metric, now),
    formatReading(metric, metric.target.value),
    starless(unitName(northStar)),
    formatSigned(shown.mean),
    rangePhrase(shown.p10, shown.p90),
  );
  return (
    <p class="sentence">
      <Rich text={text} />
    </p>
  );
}
