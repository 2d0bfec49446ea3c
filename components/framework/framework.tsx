// The framework: its tree, one metric of it or the whole in the editor, what it lacks, and where it asks.
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { parseFormula } from '../../lib/impact/formula-parse.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { Told } from '../../lib/phrases/told-finding.ts';
import { say } from '../../lib/say.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import { metricOf } from '../../lib/state/framework-form.ts';
import { About } from './about.tsx';
import { Adding } from './adding.tsx';
import { Below } from './below.tsx';
import { Field } from './field.tsx';
import { FormulaBox } from './formula.tsx';
import { Guide } from './guide.tsx';
import { Head, Overlay, useOver } from './head.tsx';
import { editorKeys, goTo, storeOnLeaving } from './keyboard.ts';
import { MetricEditor, type MetricEditorProps } from './metric-editor.tsx';
import { faultIn } from './sheet.ts';
import { StarQuestion } from './star-question.tsx';
import { Tree, type Work } from './tree.tsx';
import type { FrameworkVerbs } from './verbs.ts';
import { type Current, slopesOf, worthsOf } from './worth.ts';

export interface FrameworkViewProps {
  readonly editor: Editor;
  readonly findings: ReadonlySignal<readonly Told[]>;
  readonly current: Current;
  /** All of them by metric, oldest first. */
  readonly readings: MetricEditorProps['readings'];
  /** The other frameworks there are. */
  readonly others: readonly Framework[];
  /** Answered tickets by input. */
  readonly work: ReadonlyMap<string, Work> | undefined;
  /** ISO day. */
  readonly today: string;
  /** The step of the guide, as the address has it; absent while it is closed. */
  readonly guide: string | undefined;
  readonly verbs: FrameworkVerbs;
}

export function FrameworkView({ editor, findings, current, readings, others, work, today, guide, verbs }: FrameworkViewProps) {
  const view = useRef<HTMLDivElement>(null);
  const over = useOver();
  const form = editor.form.value;
  const { framework, ids, mend } = editor.checked.value;
  const { metrics } = framework;
  const blank = form.version === 0 && form.metrics.every(({ name }) => !name.trim());
  // Nothing is said yet, so there is nothing to find fault with.
  const told = blank ? [] : findings.value;
  const sheet = { editor, findings: told };
  const [star] = metrics.filter(({ role }) => role === 'north-star');
  const inputs = metrics.filter(({ role }) => role === 'input');
  const parsed = framework.formula ? parseFormula(framework.formula, metrics) : undefined;
  const formula = parsed?.ok ? parsed.formula : undefined;
  const selected = metricOf(form, editor.selected.value);
  const metric = selected && metrics.find(({ id }) => id === ids.get(selected.key));
  const nodes = form.metrics.flatMap(({ key }, i) => {
    const own = metrics[i];
    const wrong = mend.some((one) => one.metric === key && editor.faultOf(key, one.field) !== undefined);
    const warned = told.some((one) => one.metric === key && one.level !== 'note' && one.muted === undefined);
    return own ? [{ key, metric: own, mark: wrong ? ('wrong' as const) : warned ? ('warning' as const) : undefined }] : [];
  });

  async function save(again = false): Promise<void> {
    await editor.save(again);
    if (!editor.checked.value.ok) requestAnimationFrame(() => view.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  useEffect(() => editorKeys(document, view, editor, () => void save()), [editor]);
  useEffect(() => storeOnLeaving(document, editor), [editor]);

  const select = (key: string, byKey: boolean): void => {
    editor.selected.value = key;
    if (byKey) requestAnimationFrame(() => view.current?.querySelector<HTMLElement>('aside input, aside textarea')?.focus());
  };
  const go = (one: Told): void => {
    if (one.field !== 'claims') editor.selected.value = one.metric;
    requestAnimationFrame(() => goTo(view.current, one));
  };

  if (!star) return null;
  return (
    <div class="framework" ref={view}>
      <Head editor={editor} verbs={verbs} over={over} guided={guide !== undefined} onSave={(again) => void save(again)} />
      <Overlay editor={editor} verbs={verbs} over={over} today={today} />
      <StarQuestion editor={editor} today={today} onSave={() => void save()} />
      {guide === undefined ? (
        <div class="columns">
          <div class="overview">
            <div class="head-row">
              <Field
                label={say('frameFrameworkName')}
                value={form.name}
                fault={faultIn(sheet, '', 'name')}
                placeholder={say('frameFrameworkNameSuch')}
                onInput={(name) => editor.edit({ name })}
                onLeave={() => editor.left('', 'name')}
              />
              <button
                type="button"
                class="btn"
                aria-pressed={!selected}
                onClick={(event) => select(selected ? '' : (nodes[0]?.key ?? ''), event.detail === 0)}
              >
                {say('frameAbout')}
              </button>
              <Adding onAdd={editor.add} />
            </div>
            {!blank && <FormulaBox sheet={sheet} metrics={metrics} northStar={star} current={current} formula={formula} />}
            <Tree
              nodes={nodes}
              current={current}
              slopes={slopesOf(inputs, formula, current)}
              worths={worthsOf({ inputs, current, formula, multipliers: framework.multipliers })}
              work={work}
              multipliers={framework.multipliers ?? []}
              selected={selected?.key ?? ''}
              onSelect={select}
              onMove={editor.move}
              onRemove={editor.remove}
            />
          </div>
          <aside aria-label={say('frameEditor')}>
            {selected && metric ? (
              <MetricEditor
                key={selected.key}
                sheet={sheet}
                form={selected}
                metric={metric}
                metrics={metrics}
                northStar={star}
                current={current}
                formula={formula}
                readings={readings}
                today={today}
              />
            ) : (
              <About sheet={sheet} />
            )}
          </aside>
          <Below sheet={sheet} others={others} verbs={verbs} blank={blank} onModels={() => (over.value = 'models')} onGo={go} />
        </div>
      ) : (
        <Guide sheet={sheet} at={guide} onGo={verbs.guide} onClose={() => verbs.guide(undefined)} />
      )}
    </div>
  );
}
