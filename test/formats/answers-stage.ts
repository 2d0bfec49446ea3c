// What tests of imported answers share: a framework here, and what reads a text to its end.
import type { Home, HomeMetric } from '../../lib/formats/answers.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';

export const ACTIVATION: HomeMetric = {
  ...{ id: 'activation', name: 'Activation', role: 'input', kind: 'rate', unit: '', direction: 'up', current: 32 },
  target: { value: 42, date: '2026-12-31' },
};
export const INVITES: HomeMetric = {
  ...{ id: 'invites', name: 'Invites sent', role: 'input', kind: 'count', unit: 'invites', direction: 'up', current: 1000 },
  target: { value: 2000, date: '2026-12-31' },
};
export const HOME: Home = {
  ...{ team: 't-1', id: 'planner', name: 'Planner', version: 3, inputs: [ACTIVATION, INVITES] },
  claims: ['github:acme/app', 'jira:acme.atlassian.net/PLN'],
};
export const NOW = '2026-11-22T12:00:00.000Z';
export const at = (address: string): string | undefined => ticketAt(address);

export function finished<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
