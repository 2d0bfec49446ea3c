// "Which input does this move?": one radio an input, and one for work that moves none.
import type { Measured } from '../../lib/ask.ts';
import { formatNumber, formatReading } from '../../lib/impact/shown.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { OTHER } from '../../lib/state/draft.ts';
import type { PanelState } from '../../lib/state/panel.ts';

function Values({ input }: { input: Measured }) {
  const { current, target } = input;
  if (current === undefined && !target) return <span class="values">{say('noReading')}</span>;
  return (
    <span class="values">
      <b>{current === undefined ? say('noReading') : target ? formatNumber(current) : formatReading(input, current)}</b>
      {target && (
        <>
          <span class="quiet">{say('targetIs')}</span>
          <span aria-hidden="true">{say('arrow')}</span>
          <span>{formatReading(input, target.value)}</span>
        </>
      )}
    </span>
  );
}

export function Inputs({ state }: { state: PanelState }) {
  const pick = state.pick.value;
  const row = (id: string, key: number) => ({
    class: `row${pick === id ? ' on' : ''}${id === OTHER ? ' other' : ''}`,
    radio: (
      <input type="radio" name="input" value={id} checked={pick === id} data-held={pick} data-key={key} onChange={() => state.choose(id)} />
    ),
  });
  return (
    <fieldset role="radiogroup" aria-label={say('whichInput')}>
      {state.question.inputs.map((input, i) => {
        const { class: name, radio } = row(input.id, i + 1);
        return (
          <label class={name} key={input.id}>
            {radio}
            <span class="name" title={input.name}>
              <span class="long">{input.name}</span>
              <span class="short" aria-hidden="true">
                {shortName(input)}
              </span>
            </span>
            <Values input={input} />
            {i < 9 && <kbd aria-hidden="true">{i + 1}</kbd>}
          </label>
        );
      })}
      <label class={row(OTHER, 0).class}>
        {row(OTHER, 0).radio}
        <span class="name">{say('notNorthStar')}</span>
        <span />
        <kbd aria-hidden="true">0</kbd>
      </label>
    </fieldset>
  );
}
