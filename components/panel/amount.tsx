// "By how much?": three quick sizes, a text box, and further inputs with their own sign.
import { shortName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { Row } from '../../lib/state/draft.ts';
import type { PanelState } from '../../lib/state/panel.ts';
import { MOST_EFFECTS } from '../../lib/state/panel-form.ts';
import { Cross } from './icons.tsx';

const inputOf = (state: PanelState, id: string) => state.question.inputs.find((input) => input.id === id);

function First({ state, row, example }: { state: PanelState; row: Row; example: string }) {
  const meaning = state.meaning.value;
  const bad = meaning?.rows[0]?.bad ?? false;
  const sized = row.text === '' || (meaning?.sizeIndex ?? -1) >= 0;
  return (
    <>
      <div class="label">
        <label for="amount">{say('byHowMuch')}</label>
        <span>{meaning?.facts}</span>
      </div>
      <div class={`field${bad ? ' bad' : ''}`}>
        <input
          id="amount"
          data-where={sized ? 'sized' : 'text'}
          autocomplete="off"
          spellcheck={false}
          maxLength={120}
          value={row.text}
          data-held={row.text}
          placeholder={example}
          aria-invalid={bad}
          aria-describedby="means"
          onInput={(event) => state.type(0, event.currentTarget.value)}
        />
        <span class="unit" aria-hidden="true">
          {say('p10p90')}
        </span>
      </div>
    </>
  );
}

function Further({ state, row, index }: { state: PanelState; row: Row; index: number }) {
  const taken = state.rows.value.map((other) => other.input);
  const about = inputOf(state, row.input);
  const name = about ? shortName(about) : row.input;
  const part = state.meaning.value?.rows[index]?.part ?? '';
  return (
    <div class="pair">
      <div class="field">
        <select
          aria-label={say('furtherInput')}
          data-where="long-text"
          value={row.input}
          data-held={row.input}
          onChange={(event) => state.setInput(index, event.currentTarget.value)}
        >
          {state.question.inputs
            .filter(({ id }) => id === row.input || !taken.includes(id))
            .map((input) => (
              <option key={input.id} value={input.id}>
                {shortName(input)}
              </option>
            ))}
        </select>
        <input
          aria-label={say('effectOn', about?.name ?? name)}
          data-where="text"
          autocomplete="off"
          spellcheck={false}
          maxLength={120}
          value={row.text}
          data-held={row.text}
          placeholder={about?.kind === 'rate' ? '-2..-0.5pp' : '-2..-0.5'}
          onInput={(event) => state.type(index, event.currentTarget.value)}
        />
        <button type="button" class="icon" aria-label={say('removeInput', name)} onClick={() => state.removeRow(index)}>
          <Cross />
        </button>
      </div>
      <span class={`own ${part.startsWith('+') ? 'up' : 'down'}`}>{part}</span>
    </div>
  );
}

export function Amount({ state }: { state: PanelState }) {
  const [head, ...further] = state.rows.value;
  const about = head && inputOf(state, head.input);
  const meaning = state.meaning.value;
  if (!head) return null;
  return (
    <>
      {meaning?.views && about && <meaning.views.Sizes meaning={meaning} about={about} choose={(text) => state.type(0, text)} />}
      {about && <First state={state} row={head} example={about.kind === 'rate' ? '+2..5pp' : '+2..5'} />}
      {further.map((row, i) => (
        <Further state={state} row={row} index={i + 1} key={row.input} />
      ))}
    </>
  );
}

export const canAddInput = (state: PanelState): boolean =>
  state.rows.value.length > 0 && state.rows.value.length < Math.min(MOST_EFFECTS, state.question.inputs.length);
