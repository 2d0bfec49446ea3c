// What can be done to a framework's form, each as one step that can be taken back.
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Metric } from '../model/metric.ts';
import {
  type FrameworkForm,
  type MetricForm,
  metricOf,
  moved,
  newMetric,
  northStarOf,
  ofRole,
  without,
  withMetric,
  withRole,
} from './framework-form.ts';

export interface Edits {
  /** Changes a metric; `edit` the framework's own fields. */
  change(key: string, part: Partial<MetricForm>): void;
  edit(part: Partial<Omit<FrameworkForm, 'id' | 'version' | 'sample' | 'metrics'>>): void;
  add(role?: Metric['role']): void;
  remove(key: string): void;
  move(key: string, by: -1 | 1): void;
  assign(key: string, role: Metric['role']): void;
  /** Another form in its place, as one step. It stays the same framework. */
  replace(form: FrameworkForm, what: string): void;
}

/**
 * @param selected key of the metric in the editor: what is added comes into it, and what is removed leaves it
 * @param today ISO day
 * @param set puts another form in place of the present one; `what` names the step, and its metric behind a slash
 */
export function createEdits(
  form: ReadonlySignal<FrameworkForm>,
  selected: Signal<string>,
  today: string,
  set: (next: FrameworkForm, what: string) => void,
): Edits {
  return {
    change: (key, part) => set(withMetric(form.value, key, part), `${key}/${Object.keys(part).join()}`),
    edit: (part) => set({ ...form.value, ...part }, Object.keys(part).join()),
    add: (role = 'input') => {
      const key = `new-${crypto.randomUUID().slice(0, 8)}`;
      set({ ...form.value, metrics: [...form.value.metrics, newMetric(today, key, role)] }, `added/${key}`);
      selected.value = key;
    },
    remove: (key) => {
      const metric = metricOf(form.value, key);
      if (!metric || metric.role === 'north-star') return;
      const at = ofRole(form.value, metric.role).indexOf(metric);
      set(without(form.value, key), `removed/${metric.name}`);
      const peers = ofRole(form.value, metric.role);
      selected.value = (peers[at] ?? peers.at(-1) ?? northStarOf(form.value)).key;
    },
    move: (key, by) => set(moved(form.value, key, by), `moved/${metricOf(form.value, key)?.name ?? ''}`),
    assign: (key, role) => set(withRole(form.value, key, role), `${key}/role`),
    replace: (next, what) => {
      const { id, version, sample, changes } = form.value;
      set({ ...next, id, version, sample, changes }, what);
    },
  };
}
