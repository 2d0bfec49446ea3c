// The question, being answered.
import { reasonPhrase } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { OTHER, REASONS } from '../../lib/state/draft.ts';
import type { PanelState } from '../../lib/state/panel.ts';
import type { PanelActions } from './actions.ts';
import { Amount, canAddInput } from './amount.tsx';
import { Inputs } from './inputs.tsx';

function Reasons({ state }: { state: PanelState }) {
  return (
    <>
      <div class="label">
        <span id="reasons">{say('reason')}</span>
        <span class="keys" aria-hidden="true">
          <kbd>←</kbd>
          <kbd>→</kbd>
        </span>
      </div>
      <div class="joined" role="group" aria-labelledby="reasons">
        {REASONS.map((reason) => (
          <button
            type="button"
            key={reason}
            data-where="sized"
            aria-pressed={state.reason.value === reason}
            onClick={() => (state.reason.value = reason)}
          >
            <span class="amount">{reasonPhrase(reason)}</span>
          </button>
        ))}
      </div>
    </>
  );
}

function Effort({ state }: { state: PanelState }) {
  const bad = state.meaning.value?.problem === 'effort';
  return (
    <>
      <div class="label">
        <label for="effort">{say('effort')}</label>
        <span>{say('optional')}</span>
      </div>
      <div class={`field${bad ? ' bad' : ''}`}>
        <input
          id="effort"
          data-where="text"
          inputMode="decimal"
          autocomplete="off"
          maxLength={12}
          value={state.effort.value}
          data-held={state.effort.value}
          aria-invalid={bad}
          onInput={(event) => (state.effort.value = event.currentTarget.value)}
        />
        <span class="unit">{say('points')}</span>
      </div>
      {bad && (
        <p class="problem" role="alert">
          {say('problemEffort')}
        </p>
      )}
    </>
  );
}

function Note({ state }: { state: PanelState }) {
  return (
    <>
      <div class="label">
        <label for="note">{say('note')}</label>
        <span>{say('optional')}</span>
      </div>
      <div class="field">
        <textarea
          id="note"
          data-where="long-text"
          maxLength={2000}
          rows={2}
          value={state.note.value}
          data-held={state.note.value}
          onInput={(event) => (state.note.value = event.currentTarget.value)}
        />
      </div>
    </>
  );
}

/** What was understood so far. Named by the box it is about, so it is there also while nothing is. */
function Means({ state }: { state: PanelState }) {
  const meaning = state.meaning.value;
  return meaning?.views ? <meaning.views.Means meaning={meaning} /> : <p class="quiet" id="means" />;
}

export function Asking({ state, actions }: { state: PanelState; actions: PanelActions }) {
  const { details } = state;
  const pick = state.pick.value;
  const saving = state.phase.value === 'saving';
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <h3 class="lead">{say('question')}</h3>
      <Inputs state={state} />
      {state.question.inputs.length === 0 && <p class="note small">{say('noInputs')}</p>}
      {pick === OTHER ? <Reasons state={state} /> : <Amount state={state} />}
      {pick !== OTHER && <Means state={state} />}
      {(details.value || (pick === OTHER && state.question.inputs.length > 0)) && pick !== '' && <Effort state={state} />}
      {details.value && pick !== '' && <Note state={state} />}
      {pick !== '' && (
        <div class="foot">
          <button type="button" class="btn main" aria-disabled={!state.meaning.value?.answer || saving} onClick={actions.save}>
            {say('save')} <kbd aria-hidden="true">⏎</kbd>
          </button>
          {pick !== OTHER && canAddInput(state) && (
            <button type="button" class="btn soft" onClick={state.addRow}>
              {say('addInput')}
            </button>
          )}
          {!details.value && (
            <button type="button" class="btn soft" onClick={() => (details.value = true)}>
              {say('details')}
            </button>
          )}
          {state.tag.value && (
            <button type="button" class="btn soft" onClick={state.cancel}>
              {say('cancel')}
            </button>
          )}
        </div>
      )}
    </form>
  );
}
