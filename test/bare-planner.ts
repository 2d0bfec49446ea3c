// The sample's framework with its metrics and places alone: what is said of reasons, checks and mutes is each test's own.
import type { Framework } from '../lib/model/framework.ts';
import { sampleFramework } from '../lib/sample/planner.ts';

/** @param today ISO day */
export function barePlanner(today: string): Framework {
  const { id, name, version, sample, claims, metrics } = sampleFramework(today);
  const unchecked = structuredClone(metrics);
  for (const metric of unchecked) delete metric.checks;
  return { id, name, version, ...(sample && { sample }), claims, metrics: unchecked };
}
