// The framework being edited: what was typed, what is wrong with it, and whether it is stored.
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Refusal } from '../ask.ts';
import type { Framework } from '../model/framework.ts';
import { check, type Checked, type Field, type Mend } from './framework-check.ts';
import { type FrameworkForm, type MetricForm, moved, newMetric, withMetric } from './framework-form.ts';

/** The version it was stored as. `changed`: the framework was changed elsewhere after this form was opened. */
export type SaveReply = { readonly version: number } | 'changed' | Refusal;
export type EditorPhase = 'editing' | 'saving' | 'saved' | 'changed' | 'refused';

export interface EditorVerbs {
  /** @param over store it even if it was changed elsewhere meanwhile */
  save(framework: Framework, over: boolean): Promise<SaveReply>;
  /** Keeps what is not stored yet; `undefined` when there is nothing to keep. */
  keep(form: FrameworkForm | undefined): void;
}

export interface Editor {
  readonly form: ReadonlySignal<FrameworkForm>;
  /** Key of the metric in the editor. */
  readonly selected: Signal<string>;
  readonly checked: ReadonlySignal<Checked>;
  readonly dirty: ReadonlySignal<boolean>;
  readonly phase: Signal<EditorPhase>;
  readonly refusal: Signal<Refusal | undefined>;
  /** The name of an input just removed or moved, while that can be taken back. */
  readonly undoable: Signal<{ readonly what: 'removed' | 'moved'; readonly name: string } | undefined>;
  /** What to mend in a field, once it was left or Save was pressed. */
  faultOf(metric: string, field: Field): Mend | undefined;
  left(metric: string, field: Field): void;
  /** Changes a metric; `edit` the framework's own fields. */
  change(key: string, part: Partial<MetricForm>): void;
  edit(part: Partial<Pick<FrameworkForm, 'name' | 'claims'>>): void;
  add(): void;
  remove(key: string): void;
  move(key: string, by: -1 | 1): void;
  undo(): void;
  /** Stores the framework, or selects the first metric with something to mend. */
  save(over?: boolean): Promise<void>;
  dispose(): void;
}

const spot = (metric: string, field: Field): string => `${metric}/${field}`;

/** A form with the ids its metrics were stored under: from now on a new name changes none of them. */
function withIds(form: FrameworkForm, sent: FrameworkForm, stored: Framework, version: number): FrameworkForm {
  const ids = new Map([sent.northStar, ...sent.inputs].map(({ key }, i) => [key, stored.metrics[i]?.id ?? '']));
  const named = (metric: MetricForm): MetricForm => ({ ...metric, id: ids.get(metric.key) ?? metric.id });
  return { ...form, id: stored.id, version, northStar: named(form.northStar), inputs: form.inputs.map(named) };
}

/** @param stored the form as it is stored @param draft what was typed before and not stored @param today ISO day */
export function createEditor(stored: FrameworkForm, draft: FrameworkForm | undefined, today: string, verbs: EditorVerbs): Editor {
  const mark = crypto.randomUUID().slice(0, 4);
  const form = signal(draft ?? stored);
  const saved = signal(stored);
  const selected = signal(form.value.northStar.key);
  const phase = signal<EditorPhase>('editing');
  const refusal = signal<Refusal | undefined>(undefined);
  const before = signal<{ readonly form: FrameworkForm; readonly what: 'removed' | 'moved'; readonly name: string } | undefined>(undefined);
  const leftFields = signal<ReadonlySet<string>>(new Set());
  const attempted = signal(false);

  const checked = computed(() => check(form.value, mark));
  const dirty = computed(() => JSON.stringify(form.value) !== JSON.stringify(saved.value));
  const stopKeeping = effect(() => verbs.keep(dirty.value ? form.value : undefined));

  const set = (next: FrameworkForm): void => {
    if (next === form.value) return;
    form.value = next;
    if (phase.value !== 'saving') phase.value = 'editing';
  };
  const rearrange = (next: FrameworkForm, key: string, what: 'removed' | 'moved'): void => {
    const name = form.value.inputs.find((metric) => metric.key === key)?.name ?? '';
    if (next !== form.value) before.value = { form: form.value, what, name };
    set(next);
  };

  return {
    form,
    selected,
    checked,
    dirty,
    phase,
    refusal,
    undoable: before,
    faultOf: (metric, field) => {
      if (!attempted.value && !leftFields.value.has(spot(metric, field))) return undefined;
      return checked.value.mend.find((mend) => mend.metric === metric && mend.field === field);
    },
    left: (metric, field) => {
      if (!leftFields.value.has(spot(metric, field))) leftFields.value = new Set([...leftFields.value, spot(metric, field)]);
    },
    change: (key, part) => set(withMetric(form.value, key, part)),
    edit: (part) => set({ ...form.value, ...part }),
    add: () => {
      const key = `new-${crypto.randomUUID().slice(0, 8)}`;
      set({ ...form.value, inputs: [...form.value.inputs, { ...newMetric(today, key), kind: 'rate' }] });
      selected.value = key;
    },
    remove: (key) => {
      const at = form.value.inputs.findIndex((metric) => metric.key === key);
      rearrange({ ...form.value, inputs: form.value.inputs.filter((metric) => metric.key !== key) }, key, 'removed');
      selected.value = (form.value.inputs[at] ?? form.value.inputs.at(-1) ?? form.value.northStar).key;
    },
    move: (key, by) => rearrange(moved(form.value, key, by), key, 'moved'),
    undo: () => {
      if (!before.value) return;
      set(before.value.form);
      before.value = undefined;
    },
    save: async (over = false) => {
      if (phase.value === 'saving') return;
      attempted.value = true;
      const now = checked.value;
      if (!now.ok) {
        const metric = now.mend.find((mend) => mend.metric)?.metric;
        if (metric && !now.mend.some((mend) => !mend.metric)) selected.value = metric;
        return;
      }
      const sent = form.value;
      phase.value = 'saving';
      const reply = await verbs.save(now.framework, over);
      if (typeof reply === 'string') {
        refusal.value = reply === 'changed' ? undefined : reply;
        phase.value = reply === 'changed' ? 'changed' : 'refused';
        return;
      }
      // What was typed while it was being stored is not stored.
      const whole = form.value === sent;
      batch(() => {
        attempted.value = false;
        before.value = undefined;
        refusal.value = undefined;
        saved.value = withIds(sent, sent, now.framework, reply.version);
        form.value = whole ? saved.value : withIds(form.value, sent, now.framework, reply.version);
        phase.value = whole ? 'saved' : 'editing';
      });
    },
    dispose: stopKeeping,
  };
}
