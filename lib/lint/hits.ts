// Saying where a rule found something.
import type { Metric } from '../model/metric.ts';
import type { Field, Hit, Value } from './rule.ts';

/** One hit on the framework if it is so, else none. */
export const onFramework = (is: boolean, field: Field, ...values: readonly Value[]): Hit[] => (is ? [{ field, values }] : []);

/** One hit on a metric if it is so. No metric, no hit. */
export const onMetric = (is: boolean, metric: Metric | undefined, field: Field, ...values: readonly Value[]): Hit[] =>
  is && metric ? [{ about: metric.id, field, values }] : [];

/** One hit on each metric of which it is so. */
export const onEach = (
  metrics: readonly Metric[],
  field: Field,
  is: (metric: Metric) => boolean,
  values: (metric: Metric) => readonly Value[] = () => [],
): Hit[] => metrics.filter(is).map((metric) => ({ about: metric.id, field, values: values(metric) }));
