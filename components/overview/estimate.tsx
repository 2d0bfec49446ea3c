// An estimate given anew: a box for each effect, beginning with the words it was given in.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Measured } from '../../lib/ask.ts';
import { parseEffect } from '../../lib/impact/typed.ts';
import type { Tag } from '../../lib/model/tag.ts';
import { effectPhrase, shortName } from '../../lib/phrases/answer.ts';
import { problemPhrase } from '../../lib/phrases/problem.ts';
import { say } from '../../lib/say.ts';

export interface EstimateProps {
  readonly tag: Tag;
  readonly inputs: readonly Measured[];
  readonly onSave: (texts: readonly string[]) => void;
  readonly onCancel: () => void;
}

export function Estimate({ tag, inputs, onSave, onCancel }: EstimateProps) {
  const form = useRef<HTMLFormElement>(null);
  const effects = tag.answer.kind === 'effects' ? tag.answer.effects : [];
  const [texts, setTexts] = useState<readonly string[]>(() => effects.map(({ text }) => text));
  useEffect(() => form.current?.querySelector('input')?.select(), []);
  const rows = effects.map(({ input }, i) => {
    const metric = inputs.find(({ id }) => id === input);
    return { metric, typed: metric && parseEffect(texts[i] ?? '', metric, tag.evidence) };
  });
  const ready = rows.every(({ typed }) => typed?.ok);
  return (
    <form
      class="estimate"
      ref={form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(texts);
      }}
    >
      {rows.map(({ metric, typed }, i) => {
        const wrong = typed !== undefined && !typed.ok;
        return (
          <label key={effects[i]?.input}>
            <span class="small">{say('staleAmount', metric ? shortName(metric) : say('inputGone'))}</span>
            <span class={`field${wrong ? ' wrong' : ''}`}>
              <input
                value={texts[i] ?? ''}
                maxLength={120}
                autocomplete="off"
                spellcheck={false}
                disabled={!metric}
                aria-invalid={wrong}
                onInput={(event) => setTexts(texts.with(i, event.currentTarget.value))}
              />
            </span>
            <span class={`micro ${wrong ? 'bad' : 'muted'}`} role="status">
              {metric && typed && (typed.ok ? effectPhrase(typed.effect, metric) : problemPhrase(typed.problem, metric))}
            </span>
          </label>
        );
      })}
      <div class="acts">
        <button type="submit" class="btn main" disabled={!ready}>
          {say('staleSave')}
        </button>
        <button type="button" class="btn ghost" onClick={onCancel}>
          {say('staleCancel')}
        </button>
      </div>
    </form>
  );
}
