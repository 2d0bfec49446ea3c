// What a metric's readings have gone together with, at the foot of its editor; worked out when the metric is looked at.
import { useMemo } from 'preact/hooks';
import { togetherOf } from '../../lib/lint/together.ts';
import type { Dated, Metric } from '../../lib/model/metric.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { atLagPhrase, overlapPhrase, starPhrase } from '../../lib/phrases/together.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';

export interface TogetherProps {
  readonly metric: Metric;
  readonly metrics: readonly Metric[];
  /** By metric, oldest first. */
  readonly readings: ReadonlyMap<string, readonly Dated[]>;
  /** ISO day. */
  readonly today: string;
}

export function Together({ metric, metrics, readings, today }: TogetherProps) {
  // Each key pressed in the form makes new metrics; what they are called and worth changes nothing here.
  const roles = metrics.map(({ id, role }) => `${role} ${id}`).join();
  const found = useMemo(() => togetherOf(metric, metrics, readings, today), [metric.id, roles, readings, today]);
  if (!found || found.pairs === 0) return null;
  const [, ...others] = found.related;
  const name = (id: string): string => shortName(metrics.find((one) => one.id === id) ?? metric);
  return (
    <section class="together small muted" aria-label={say('together')}>
      {found.overlaps.map(({ id, relation }) => (
        <p key={id} class="found warning">
          <Icon name="warning" />
          <span>{overlapPhrase(name(id), relation)}</span>
        </p>
      ))}
      <p>
        {starPhrase(found)} {found.related.length + found.overlaps.length > 0 && say('togetherNoProof')}
      </p>
      {others.length > 0 && (
        <details>
          <summary>{others.length === 1 ? say('togetherOther') : say('togetherOthers', others.length)}</summary>
          <ul>
            {others
              .toSorted((a, b) => a.lag - b.lag)
              .map((relation) => (
                <li key={relation.lag}>{atLagPhrase(relation)}</li>
              ))}
          </ul>
        </details>
      )}
    </section>
  );
}
