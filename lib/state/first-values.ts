// What was typed on the welcome page, as what is to be stored: a reading for each value of today, and one version with the goals.
import type { OwnAsk } from '../messages.ts';
import type { Framework } from '../model/framework.ts';
import { dayAfter } from './framework-form.ts';

const TARGET_DAYS = 90;

export interface FirstValue {
  readonly metric: string;
  readonly now?: number;
  readonly target?: number;
}

/** @param today ISO day @param request makes a fresh name for each */
export function valueMessages(
  { team, framework }: { readonly team: string; readonly framework: Framework },
  values: readonly FirstValue[],
  today: string,
  request: () => string,
): readonly OwnAsk[] {
  const of = (id: string): FirstValue | undefined => values.find(({ metric }) => metric === id);
  const metrics = framework.metrics.map((metric) => {
    const { now, target } = of(metric.id) ?? {};
    return {
      ...metric,
      ...(now !== undefined && !metric.baseline && { baseline: { value: now, date: today } }),
      ...(target !== undefined && { target: { value: target, date: metric.target?.date ?? dayAfter(today, TARGET_DAYS) } }),
    };
  });
  const changed = JSON.stringify(metrics) !== JSON.stringify(framework.metrics);
  const readings = values.flatMap(({ metric, now }): OwnAsk[] =>
    now === undefined
      ? []
      : [
          {
            ask: 'logReading',
            request: request(),
            team,
            reading: { framework: framework.id, metric, date: today, value: now, source: 'typed' },
          },
        ],
  );
  return [...(changed ? [{ ask: 'saveFramework', request: request(), framework: { ...framework, metrics } } as const] : []), ...readings];
}
