// The framework: its tree, one metric of it or the whole in the editor, what it lacks, and where it asks.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Framework } from '../../lib/model/framework.ts';
import type { Told } from '../../lib/phrases/told-finding.ts';
import { say } from '../../lib/say.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import { metricOf, toForm } from '../../lib/state/framework-form.ts';
import type { StoredVersion } from '../../lib/store/versions.ts';
import type { Template } from '../../lib/templates/template.ts';
import { parseFormula } from '../../lib/impact/formula-parse.ts';
import { About } from './about.tsx';
import { Adding } from './adding.tsx';
import { type ClaimConflict, conflictsOf } from '../../lib/state/claim-conflicts.ts';
import { Claims, type ReadClaims } from './claims.tsx';
import { Exchange } from './exchange.tsx';
import { Field } from './field.tsx';
import { Findings } from './findings.tsx';
import { FormulaBox } from './formula.tsx';
import { Guide } from './guide.tsx';
import { editorKeys, goTo } from './keyboard.ts';
import { mendPhrase } from './mend.ts';
import { MetricEditor } from './metric-editor.tsx';
import { Models } from './models.tsx';
import { Reason } from './reason.tsx';
import { SaveBar } from './save-bar.tsx';
import { Start } from './start.tsx';
import { StarQuestion } from './star-question.tsx';
import { Tree, type Work } from './tree.tsx';
import { Versions } from './versions.tsx';
import { type Current, slopesOf } from './worth.ts';

export interface FrameworkVerbs {
  /** Opens an empty form. */
  create(): void;
  remove(): void;
  /** Opens the guide at a step (from 1), or where it was left; `undefined` closes it. */
  guide(step: number | 'on' | undefined): void;
  /** Begins from a worked model: fills the form of a framework in the making, else begins another. */
  take(model: Template): void;
  /** Has the other framework give up a place that both claim. */
  settle(conflict: ClaimConflict): void;
  /** The framework as a file, with its readings. */
  saveFile(): void;
  /** What was read from a file: in place of this framework, or as one of its own. */
  apply(read: Framework, own: boolean): void;
  /** All versions there were, oldest first. */
  versions(): Promise<readonly StoredVersion[]>;
  /** Throws away what is not stored and shows what is. */
  reload(): void;
  readClaims(pasted: string): ReadClaims;
}

export interface FrameworkViewProps {
  readonly editor: Editor;
  readonly findings: ReadonlySignal<readonly Told[]>;
  readonly current: Current;
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

export function FrameworkView({ editor, findings, current, others, work, today, guide, verbs }: FrameworkViewProps) {
  const view = useRef<HTMLDivElement>(null);
  const shown = useSignal<'models' | 'file' | 'versions' | undefined>(undefined);
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
  const nameMend = editor.faultOf('', 'name');
  const nodes = form.metrics.flatMap(({ key }, i) => {
    const own = metrics[i];
    const wrong = mend.some((one) => one.metric === key && editor.faultOf(key, one.field) !== undefined);
    const warned = told.some((one) => one.metric === key && one.level !== 'note' && one.muted === undefined);
    return own ? [{ key, metric: own, mark: wrong ? ('wrong' as const) : warned ? ('warning' as const) : undefined }] : [];
  });

  async function save(over = false): Promise<void> {
    await editor.save(over);
    if (!editor.checked.value.ok) requestAnimationFrame(() => view.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  useEffect(() => editorKeys(document, view, editor, () => void save()), [editor]);
  // What rests is stored at once where the page is left, for another view or another tab.
  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') editor.flush();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      editor.flush();
    };
  }, [editor]);

  const select = (key: string, byKey: boolean): void => {
    editor.selected.value = key;
    if (byKey) requestAnimationFrame(() => view.current?.querySelector<HTMLElement>('aside input, aside textarea')?.focus());
  };
  const close = (): void => {
    shown.value = undefined;
  };
  const mutes = (group: readonly Told[]) =>
    form.mutes.filter((mute) => !group.some(({ rule, metric: about }) => mute.rule === rule && (mute.about ?? '') === about));

  if (!star) return null;
  return (
    <div class="framework" ref={view}>
      <header class="top">
        <h1 tabIndex={-1}>{say(form.version === 0 ? 'frameNew' : 'shellFramework')}</h1>
        <span class="gap" />
        <button
          type="button"
          class="btn ghost"
          aria-pressed={guide !== undefined}
          onClick={() => verbs.guide(guide === undefined ? 'on' : undefined)}
        >
          {say('guide')}
        </button>
        <button type="button" class="btn ghost" onClick={() => (shown.value = 'models')}>
          {say('models')}
        </button>
        <button type="button" class="btn ghost" onClick={() => (shown.value = 'file')}>
          {say('file')}
        </button>
        {form.version > 0 && (
          <>
            <button type="button" class="btn ghost" onClick={() => (shown.value = 'versions')}>
              {say('versions')}
            </button>
            <button type="button" class="btn ghost" onClick={verbs.create}>
              {say('frameNew')}
            </button>
            <button type="button" class="btn ghost" onClick={verbs.remove}>
              {say('frameDelete')}
            </button>
          </>
        )}
        <SaveBar editor={editor} onSave={(over) => void save(over)} onReload={verbs.reload} />
      </header>
      {shown.value === 'models' && (
        <Models
          today={today}
          fresh={form.version === 0}
          onTake={(model) => {
            close();
            verbs.take(model);
          }}
          onClose={close}
        />
      )}
      {shown.value === 'file' && (
        <Exchange
          framework={framework}
          today={today}
          fresh={form.version === 0}
          onSave={verbs.saveFile}
          onApply={(read, own) => {
            close();
            verbs.apply(read, own);
          }}
          onClose={close}
        />
      )}
      {shown.value === 'versions' && (
        <Versions
          today={today}
          load={verbs.versions}
          onRestore={(version) => {
            close();
            editor.replace(toForm(version, today), 'restored');
            editor.reason.value = say('versionBack', version.version);
          }}
          onClose={close}
        />
      )}
      <StarQuestion editor={editor} today={today} onSave={() => void save()} />
      {guide === undefined ? (
        <div class="columns">
          <div class="overview">
            <div class="head-row">
              <Field
                label={say('frameFrameworkName')}
                value={form.name}
                fault={nameMend && mendPhrase(nameMend)}
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
              work={work}
              multipliers={framework.multipliers ?? []}
              selected={selected?.key ?? ''}
              onSelect={select}
              onMove={editor.move}
              onRemove={editor.remove}
            />
            {blank ? (
              <Start onModels={() => (shown.value = 'models')} onGuide={() => verbs.guide('on')} />
            ) : (
              <Findings
                findings={told}
                onGo={(one) => {
                  if (metricOf(form, one.metric) || one.field !== 'claims') editor.selected.value = one.metric;
                  requestAnimationFrame(() => goTo(view.current, one));
                }}
                onMute={(group, reason) =>
                  editor.edit({
                    mutes: [...mutes(group), ...group.map(({ rule, metric: about }) => ({ rule, reason, ...(about && { about }) }))],
                  })
                }
                onUnmute={(group) => editor.edit({ mutes: mutes(group) })}
              />
            )}
            <Claims
              claims={form.claims}
              read={verbs.readClaims}
              onChange={(claims) => editor.edit({ claims })}
              conflicts={conflictsOf(framework, others)}
              name={form.name || say('frameUnnamed')}
              onSettle={verbs.settle}
            />
            {form.version > 0 && <Reason editor={editor} />}
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
              />
            ) : (
              <About sheet={sheet} />
            )}
          </aside>
        </div>
      ) : (
        <Guide sheet={sheet} at={guide} onGo={verbs.guide} onClose={() => verbs.guide(undefined)} />
      )}
    </div>
  );
}
