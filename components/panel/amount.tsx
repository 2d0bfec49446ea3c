// "By how much?": three quick sizes, a text box, and further inputs with their own sign.
import { formatGap, formatNumber, formatReading, formatSigned, roundShown } from '../../lib/impact/shown.ts';
import { gapOf } from '../../lib/impact/room.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { say, type Word } from '../../lib/say.ts';
import type { RowMeaning } from '../../lib/state/meaning.ts';
import { MOST_EFFECTS, type PanelState } from '../../lib/state/panel.ts';
import { Cross } from './icons.tsx';

const SIZE_WORDS: readonly Word[] = ['sizeSmall', 'sizeMedium', 'sizeLarge'];

function Sizes({ state }: { state: PanelState }) {
  const about = state.meanings.value[0]?.about;
  const sizes = state.sizes.value;
  if (!about || sizes.length === 0) return null;
  const unit = about.kind === 'rate' ? 'pp' : about.unit;
  return (
    <>
      <div class="label">
        <span id="sizes">{unit ? say('quickSizeIn', unit) : say('quickSize')}</span>
        <span class="keys" aria-hidden="true">
          <kbd>←</kbd>
          <kbd>→</kbd>
        </span>
      </div>
      <div class="joined" role="group" aria-labelledby="sizes">
        {sizes.map((size, i) => (
          <button type="button" key={size.text} aria-pressed={state.sizeIndex.value === i} onClick={() => state.type(0, size.text)}>
            <span class="word">{say(SIZE_WORDS[i] ?? 'sizeLarge')}</span>
            <span class="amount">{say('range', formatSigned(size.low), formatNumber(size.high))}</span>
          </button>
        ))}
      </div>
    </>
  );
}

function First({ state, row }: { state: PanelState; row: RowMeaning }) {
  const { about } = row;
  if (!about) return null;
  const gap = gapOf(about);
  const facts = [
    about.current !== undefined && say('nowIs', formatReading(about, about.current)),
    about.target && about.current !== undefined && gap !== undefined && say('gapIs', formatGap(about, about.target.value - about.current)),
  ].filter(Boolean);
  const bad = row.text !== '' && state.problem.value !== undefined && row.typed?.ok === false && row.typed.problem.code !== 'incomplete';
  const sized = row.text === '' || state.sizeIndex.value >= 0;
  return (
    <>
      <div class="label">
        <label for="amount">{say('byHowMuch')}</label>
        <span>{facts.join(', ')}</span>
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
          placeholder={about.kind === 'rate' ? '+2..5pp' : '+2..5'}
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

function Further({ state, row, index }: { state: PanelState; row: RowMeaning; index: number }) {
  const taken = state.rows.value.map((other) => other.input);
  const name = row.about ? shortName(row.about) : row.input;
  const part = state.impact.value && row.about && ownPart(state, row.input);
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
          aria-label={say('effectOn', row.about?.name ?? name)}
          data-where="text"
          autocomplete="off"
          spellcheck={false}
          maxLength={120}
          value={row.text}
          data-held={row.text}
          placeholder={row.about?.kind === 'rate' ? '-2..-0.5pp' : '-2..-0.5'}
          onInput={(event) => state.type(index, event.currentTarget.value)}
        />
        <button type="button" class="icon" aria-label={say('removeInput', name)} onClick={() => state.removeRow(index)}>
          <Cross />
        </button>
      </div>
      <span class={`own ${(part ?? 0) < 0 ? 'down' : 'up'}`}>{part === undefined ? '' : formatSigned(part)}</span>
    </div>
  );
}

/** One input's own share of the gain, rounded like the whole. Parts come in the framework's order. */
function ownPart(state: PanelState, input: string): number | undefined {
  const impact = state.impact.value;
  const inOrder = state.question.inputs.filter(({ id }) => state.rows.value.some((row) => row.input === id));
  const mean = impact?.parts[inOrder.findIndex(({ id }) => id === input)];
  return mean === undefined || !impact ? undefined : roundShown({ p10: impact.p10, mean, p90: impact.p90 }).mean;
}

export function Amount({ state }: { state: PanelState }) {
  const [head, ...further] = state.meanings.value;
  if (!head) return null;
  return (
    <>
      <Sizes state={state} />
      <First state={state} row={head} />
      {further.map((row, i) => (
        <Further state={state} row={row} index={i + 1} key={row.input} />
      ))}
    </>
  );
}

export const canAddInput = (state: PanelState): boolean =>
  state.rows.value.length > 0 && state.rows.value.length < Math.min(MOST_EFFECTS, state.question.inputs.length);
