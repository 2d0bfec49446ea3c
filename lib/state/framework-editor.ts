// The framework being edited: what was typed, what is wrong with it, and whether it is stored.
//
// It stores itself once it is in order and has rested, as a new version; what is not in order waits, kept by the page.
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Refusal } from '../ask.ts';
import type { Change, Framework } from '../model/framework.ts';
import { check, type Checked } from './framework-check.ts';
import { createEdits, type Edits } from './framework-edits.ts';
import { type FrameworkForm, metricOf, northStarOf } from './framework-form.ts';
import type { Field, Mend } from './framework-mend.ts';
import { starChange, type StarChange } from './star-change.ts';
import { createUndo, type Step } from './undo.ts';

/** The version it was stored as, with the notes on versions. `changed`: it was changed elsewhere after this form was opened. */
export type SaveReply = { readonly version: number; readonly changes?: Framework['changes'] } | 'changed' | Refusal;
export type EditorPhase = 'editing' | 'saving' | 'saved' | 'changed' | 'refused';
/** What is noted of a new version; the version's number is given where it is stored. */
export type ChangeNote = Omit<Change, 'version'>;

export interface EditorVerbs {
  /** @param over store it even if it was changed elsewhere meanwhile */
  save(framework: Framework, over: boolean, note: ChangeNote | undefined): Promise<SaveReply>;
  /** Keeps what is not stored yet; `undefined` when there is nothing to keep. */
  keep(form: FrameworkForm | undefined): void;
}

export interface Editor extends Edits {
  readonly form: ReadonlySignal<FrameworkForm>;
  /** Key of the metric in the editor; empty for the framework's own fields. */
  readonly selected: Signal<string>;
  readonly checked: ReadonlySignal<Checked>;
  readonly dirty: ReadonlySignal<boolean>;
  readonly phase: Signal<EditorPhase>;
  readonly refusal: Signal<Refusal | undefined>;
  readonly undoable: ReadonlySignal<Step<FrameworkForm> | undefined>;
  readonly redoable: ReadonlySignal<Step<FrameworkForm> | undefined>;
  /** Whether the North Star is another than the stored one; a new name waits to be called one or the other. */
  readonly star: ReadonlySignal<StarChange>;
  readonly judged: Signal<'same' | 'other' | undefined>;
  /** Why this version, and what justifies another North Star; noted with the next version. */
  readonly reason: Signal<string>;
  readonly pivot: Signal<string>;
  /** What to mend in a field, once it was left or Save was pressed. */
  faultOf(metric: string, field: Field): Mend | undefined;
  left(metric: string, field: Field): void;
  undo(): void;
  redo(): void;
  /** Stores the framework, or selects the first metric with something to mend. */
  save(over?: boolean): Promise<void>;
  /** Stores what rests, without waiting longer. */
  flush(): void;
  dispose(): void;
}

/** Long enough for somebody who looks up the next number, short enough to be over before they leave. */
export const REST_MS = 2000;
const spot = (metric: string, field: Field): string => `${metric}/${field}`;

/** The same content, but stored: under ids that new names do not change. */
function asStored(
  form: FrameworkForm,
  ids: ReadonlyMap<string, string>,
  id: string,
  version: number,
  changes: Framework['changes'],
): FrameworkForm {
  return { ...form, id, version, changes, metrics: form.metrics.map((metric) => ({ ...metric, id: ids.get(metric.key) ?? metric.id })) };
}

/** The metric that differs first, to be shown. */
const differing = (before: FrameworkForm, after: FrameworkForm): string | undefined =>
  after.metrics.find((metric) => JSON.stringify(metricOf(before, metric.key)) !== JSON.stringify(metric))?.key;

/**
 * @param stored the form as it is stored
 * @param draft what was typed before and not stored
 * @param today ISO day
 * @param rest ms after the last change until it is stored
 */
export function createEditor(
  stored: FrameworkForm,
  draft: FrameworkForm | undefined,
  today: string,
  verbs: EditorVerbs,
  rest = REST_MS,
): Editor {
  const mark = crypto.randomUUID().slice(0, 4);
  const form = signal(draft ?? stored);
  const saved = signal(stored);
  const selected = signal(northStarOf(form.value).key);
  const phase = signal<EditorPhase>('editing');
  const refusal = signal<Refusal | undefined>(undefined);
  const judged = signal<'same' | 'other' | undefined>(undefined);
  const [reason, pivot] = [signal(''), signal('')];
  const leftFields = signal<ReadonlySet<string>>(new Set());
  const attempted = signal(false);
  const steps = createUndo<FrameworkForm>();

  const checked = computed(() => check(form.value, mark));
  const dirty = computed(() => JSON.stringify(form.value) !== JSON.stringify(saved.value));
  const star = computed(() => {
    const change = starChange(saved.value, form.value);
    return change === 'renamed' ? (judged.value ?? change) : change;
  });
  const stopKeeping = effect(() => verbs.keep(dirty.value ? form.value : undefined));

  // A name becomes an id when it is stored for the first time, so one that is still being typed is waited for.
  const named = computed(() => {
    const was = (metric: string): boolean => leftFields.value.has(spot(metric, 'name'));
    const { version, metrics } = form.value;
    return metrics.every(({ id, key }) => id !== '' || was(key)) && (version > 0 || was('') || northStarOf(form.value).id !== '');
  });
  // Another North Star waits for a press: what justifies it is asked first.
  const ready = computed(
    () =>
      dirty.value && checked.value.ok && named.value && star.value === 'same' && phase.value === 'editing' && form.value !== saved.value,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopResting = effect(() => {
    const typing = [form.value, reason.value];
    clearTimeout(timer);
    timer = ready.value && typing.length > 0 ? setTimeout(() => void store(false), rest) : undefined;
  });

  const set = (next: FrameworkForm, what: string): void => {
    if (next === form.value) return;
    steps.did(form.value, what);
    show(next);
  };
  const show = (next: FrameworkForm): void =>
    batch(() => {
      form.value = next;
      if (phase.value !== 'saving') phase.value = 'editing';
    });
  const turn = (next: FrameworkForm | undefined): void => {
    if (!next) return;
    const key = differing(form.value, next);
    batch(() => {
      show(next);
      if (selected.value !== '' && key !== undefined) selected.value = key;
    });
  };

  async function store(over: boolean): Promise<void> {
    const now = checked.value;
    if (phase.value === 'saving' || !now.ok) return;
    const [sent, isOther] = [form.value, star.value === 'other'];
    const typed = reason.value;
    const told = { reason: reason.value.trim().slice(0, 500), pivot: pivot.value.trim().slice(0, 1000) };
    const noted = sent.version === 0 || isOther || told.reason !== '';
    const note = { date: today, reason: told.reason, ...(isOther && { northStar: true, ...(told.pivot && { pivot: told.pivot }) }) };
    phase.value = 'saving';
    // Whatever goes wrong on the way: it is not stored, and can be tried again.
    const reply = await verbs.save(now.framework, over, noted ? note : undefined).catch((): Refusal => 'failed');
    batch(() => {
      if (typeof reply === 'string') {
        refusal.value = reply === 'changed' ? undefined : reply;
        phase.value = reply === 'changed' ? 'changed' : 'refused';
        return;
      }
      // What was typed while it was being stored is not stored.
      const whole = form.value === sent;
      const { version, changes = sent.changes } = reply;
      const kept = (one: FrameworkForm): FrameworkForm => asStored(one, now.ids, now.framework.id, version, changes);
      attempted.value = false;
      refusal.value = undefined;
      judged.value = undefined;
      if (reason.value === typed) reason.value = '';
      if (isOther) pivot.value = '';
      steps.map(kept);
      saved.value = kept(sent);
      form.value = whole ? saved.value : kept(form.value);
      phase.value = whole ? 'saved' : 'editing';
    });
  }

  return {
    ...{ form, selected, checked, dirty, phase, refusal, star, judged, reason, pivot },
    ...{ undoable: steps.undoable, redoable: steps.redoable },
    ...createEdits(form, selected, today, set),
    faultOf: (metric, field) => {
      if (!attempted.value && !leftFields.value.has(spot(metric, field))) return undefined;
      return checked.value.mend.find((mend) => mend.metric === metric && mend.field === field);
    },
    left: (metric, field) => {
      if (!leftFields.value.has(spot(metric, field))) leftFields.value = new Set([...leftFields.value, spot(metric, field)]);
    },
    undo: () => turn(steps.undo(form.value)),
    redo: () => turn(steps.redo(form.value)),
    save: async (over = false) => {
      if (phase.value === 'saving') return;
      attempted.value = true;
      const { mend } = checked.value;
      const metric = mend.find((one) => one.metric)?.metric;
      if (mend.length > 0) {
        if (!mend.some((one) => !one.metric)) selected.value = metric ?? selected.value;
        return;
      }
      if (star.value !== 'renamed') await store(over);
    },
    flush: () => {
      if (ready.value) void store(false);
    },
    dispose: () => {
      clearTimeout(timer);
      stopResting();
      stopKeeping();
    },
  };
}
