// What can be done to all selected rows at once. It stands in the place of the toolbar, so that nothing moves.
import { type Signal, useSignal } from '@preact/signals';
import type { Measured } from '../../lib/ask.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { parseEffect } from '../../lib/impact/typed.ts';
import { type Effect, Evidence, NOT_NSM_REASONS } from '../../lib/model/tag.ts';
import { reasonPhrase, shortName } from '../../lib/phrases/answer.ts';
import { problemPhrase } from '../../lib/phrases/problem.ts';
import { say } from '../../lib/say.ts';
import type { BulkChange } from '../../lib/state/bulk.ts';
import { Icon } from '../shell/icons.tsx';
import { EVIDENCE_WORDS } from './facet-words.ts';
import { Menu } from './menu.tsx';

export interface BulkProps {
  readonly count: number;
  readonly inputs: readonly Measured[];
  readonly menu: Signal<string | undefined>;
  /** Of the work that is under way, 0..1; `undefined` when none is. */
  readonly progress: number | undefined;
  readonly onChange: (change: BulkChange) => void;
  readonly onNone: () => void;
}

export function Bulk({ count, inputs, menu, progress, onChange, onNone }: BulkProps) {
  const change = (what: BulkChange): void => {
    menu.value = undefined;
    onChange(what);
  };
  return (
    <div class="bulk" role="toolbar" aria-label={say('bulkSelected', formatNumber(count))}>
      <b role="status">{say('bulkSelected', formatNumber(count))}</b>
      {progress === undefined ? (
        <>
          <Menu name="effort" open={menu} label={say('bulkEffort')} title={say('bulkEffort')} end>
            {() => <EffortForm onEffort={(effort) => change({ kind: 'effort', effort })} />}
          </Menu>
          <Menu name="evidence" open={menu} label={say('backlogFieldEvidence')} title={say('backlogFieldEvidence')} end>
            {() =>
              Evidence.options.map((evidence) => (
                <button key={evidence} type="button" class="menu-item" onClick={() => change({ kind: 'evidence', evidence })}>
                  {say(EVIDENCE_WORDS[evidence])}
                </button>
              ))
            }
          </Menu>
          <Menu name="effects" open={menu} label={say('bulkEffects')} title={say('bulkEffects')} end>
            {() => <EffectsForm inputs={inputs} onEffects={(effects) => change({ kind: 'effects', effects })} />}
          </Menu>
          <Menu name="reason" open={menu} label={say('notNorthStar')} title={say('notNorthStar')} end>
            {() =>
              NOT_NSM_REASONS.map((reason) => (
                <button key={reason} type="button" class="menu-item" onClick={() => change({ kind: 'reason', reason })}>
                  {reasonPhrase(reason)}
                </button>
              ))
            }
          </Menu>
          <button type="button" class="btn" onClick={() => change({ kind: 'remove' })}>
            {say('bulkRemove')}
          </button>
          <button type="button" class="icon" aria-label={say('bulkNone')} onClick={onNone}>
            <Icon name="cross" />
          </button>
        </>
      ) : (
        <progress value={progress} aria-label={say('bulkBusy')} />
      )}
    </div>
  );
}

function EffortForm({ onEffort }: { readonly onEffort: (effort: number) => void }) {
  const text = useSignal('');
  const effort = Number(text.value.replace(',', '.'));
  const good = text.value.trim() !== '' && effort > 0 && effort <= 10000;
  return (
    <form
      class="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (good) onEffort(effort);
      }}
    >
      <label class="field">
        <span class="quiet">{say('bulkEffort')}</span>
        <input inputMode="decimal" value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
        <span class="unit">{say('bulkPoints')}</span>
      </label>
      <button type="submit" class="btn main" disabled={!good}>
        {say('bulkSet')}
      </button>
    </form>
  );
}

interface Draft {
  readonly input: string;
  readonly text: string;
}
const MOST_EFFECTS = 3;

function EffectsForm({ inputs, onEffects }: { readonly inputs: readonly Measured[]; readonly onEffects: (effects: Effect[]) => void }) {
  const drafts = useSignal<readonly Draft[]>([{ input: inputs[0]?.id ?? '', text: '' }]);
  const read = drafts.value.map(({ input, text }) => {
    const about = inputs.find(({ id }) => id === input);
    const typed = about && parseEffect(text, about);
    return {
      input,
      text,
      about,
      typed,
      wrong: about && typed && !typed.ok && text.trim() !== '' ? problemPhrase(typed.problem, about) : undefined,
    };
  });
  const effects = read.flatMap(({ input, text, typed }) => (typed?.ok ? [{ ...typed.effect, input, text: text.trim() }] : []));
  const ready = effects.length === read.length;
  const set = (i: number, more: Partial<Draft>): void => {
    drafts.value = drafts.value.map((one, at) => (at === i ? { ...one, ...more } : one));
  };
  const free = inputs.filter(({ id }) => drafts.value.every(({ input }) => input !== id));
  return (
    <form
      class="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onEffects(effects);
      }}
    >
      {read.map(({ input, text, about, wrong }, i) => (
        <div key={i} class="effect">
          <label class="field">
            <span class="quiet">{say('facetInput')}</span>
            <select value={input} onChange={(event) => set(i, { input: event.currentTarget.value })}>
              {inputs.map((one) => (
                <option key={one.id} value={one.id} disabled={one.id !== input && !free.includes(one)}>
                  {shortName(one)}
                </option>
              ))}
            </select>
          </label>
          <label class={`field${wrong ? ' wrong' : ''}`}>
            <span class="quiet">{say('bulkEffectOn', about ? shortName(about) : '')}</span>
            <input
              value={text}
              placeholder="2..5"
              spellcheck={false}
              aria-invalid={wrong !== undefined}
              onInput={(event) => set(i, { text: event.currentTarget.value })}
            />
          </label>
          {wrong && <p class="small bad">{wrong}</p>}
        </div>
      ))}
      <div class="acts">
        {read.length < MOST_EFFECTS && free[0] && (
          <button
            type="button"
            class="link small"
            onClick={() => (drafts.value = [...drafts.value, { input: free[0]?.id ?? '', text: '' }])}
          >
            {say('bulkAnother')}
          </button>
        )}
        <button type="submit" class="btn main" disabled={!ready}>
          {say('bulkSet')}
        </button>
      </div>
    </form>
  );
}
