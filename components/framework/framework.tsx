// The framework: its tree, one metric of it in the editor, what it lacks, and where it asks.
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../lib/say.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import { metricOf } from '../../lib/state/framework-form.ts';
import type { Note } from '../../lib/state/framework-notes.ts';
import { Icon } from '../shell/icons.tsx';
import { Claims, type ReadClaims } from './claims.tsx';
import { Field } from './field.tsx';
import { mendPhrase } from './mend.ts';
import { MetricEditor } from './metric-editor.tsx';
import { Notes } from './notes.tsx';
import { SaveBar } from './save-bar.tsx';
import { Totals } from './totals.tsx';
import { Tree } from './tree.tsx';
import type { Current } from './worth.ts';

export interface FrameworkVerbs {
  /** Opens an empty form. */
  create(): void;
  remove(): void;
  /** Throws away what is not stored and shows what is. */
  reload(): void;
  readClaims(pasted: string): ReadClaims;
}

export interface FrameworkViewProps {
  readonly editor: Editor;
  readonly notes: ReadonlySignal<readonly Note[]>;
  readonly current: Current;
  readonly verbs: FrameworkVerbs;
}

export function FrameworkView({ editor, notes, current, verbs }: FrameworkViewProps) {
  const view = useRef<HTMLDivElement>(null);
  const form = editor.form.value;
  const { framework, mend } = editor.checked.value;
  const forms = [form.northStar, ...form.inputs];
  const selected = metricOf(form, editor.selected.value) ?? form.northStar;
  const nodes = forms.map(({ key }, i) => {
    const metric = framework.metrics[i];
    return metric ? [{ key, metric, wrong: mend.some((one) => one.metric === key && editor.faultOf(key, one.field) !== undefined) }] : [];
  });
  const [[star] = [], ...inputs] = nodes;
  const metric = framework.metrics[forms.indexOf(selected)] ?? star?.metric;
  const nameMend = editor.faultOf('', 'name');

  async function save(over = false): Promise<void> {
    await editor.save(over);
    if (!editor.checked.value.ok) requestAnimationFrame(() => view.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  useEffect(() => {
    const act = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void save();
    };
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, [editor]);

  if (!star || !metric) return null;
  return (
    <div class="framework" ref={view}>
      <header class="top">
        <h1 tabIndex={-1}>{say(form.version === 0 ? 'frameNew' : 'shellFramework')}</h1>
        <span class="gap" />
        {form.version > 0 && (
          <>
            <button type="button" class="btn ghost" onClick={verbs.create}>
              {say('frameNew')}
            </button>
            <button type="button" class="btn ghost" onClick={verbs.remove}>
              {say('frameDelete')}
            </button>
          </>
        )}
        <SaveBar editor={editor} onSave={save} onReload={verbs.reload} />
      </header>
      <div class="columns">
        <div class="overview">
          <Field
            label={say('frameFrameworkName')}
            value={form.name}
            fault={nameMend && mendPhrase(nameMend)}
            placeholder={say('frameFrameworkNameSuch')}
            onInput={(name) => editor.edit({ name })}
            onLeave={() => editor.left('', 'name')}
          />
          <Tree
            northStar={star}
            inputs={inputs.flat()}
            current={current}
            selected={selected.key}
            onSelect={(key) => (editor.selected.value = key)}
            onMove={editor.move}
          />
          <div class="adding-input">
            <button type="button" class="btn" onClick={editor.add}>
              <Icon name="plus" />
              {say('frameAddInput')}
            </button>
            <Totals northStar={star.metric} inputs={inputs.flat().map((node) => node.metric)} current={current} />
          </div>
          <Notes notes={notes.value} metrics={framework.metrics} />
          <Claims claims={form.claims} read={verbs.readClaims} onChange={(claims) => editor.edit({ claims })} />
        </div>
        <aside aria-label={say('frameEditor')}>
          <MetricEditor
            key={selected.key}
            form={selected}
            metric={metric}
            northStar={star.metric}
            current={current}
            faultOf={(field) => editor.faultOf(selected.key, field)}
            onLeave={(field) => editor.left(selected.key, field)}
            onChange={(part) => editor.change(selected.key, part)}
            onMove={selected === form.northStar ? undefined : (by) => editor.move(selected.key, by)}
            onRemove={selected === form.northStar ? undefined : () => editor.remove(selected.key)}
          />
        </aside>
      </div>
    </div>
  );
}
