// The two steps of a ticket in a sweep: which input, and how much of it, or which reason.
import type { Measured } from '../../lib/ask.ts';
import { formatNumber, formatReading } from '../../lib/impact/shown.ts';
import { reasonPhrase, shortName } from '../../lib/phrases/answer.ts';
import { say, type Word } from '../../lib/say.ts';
import { OTHER, REASONS } from '../../lib/state/draft.ts';
import type { PanelState } from '../../lib/state/panel.ts';
import type { Sweep } from '../../lib/state/sweep-contract.ts';
import { SIZE_KEYS, type SweepCommand } from '../../lib/state/sweep-keys.ts';

export interface StepProps {
  readonly sweep: Sweep;
  readonly form: PanelState;
  readonly act: (command: SweepCommand) => void;
}

const SIZE_WORDS: readonly Word[] = ['sizeSmall', 'sizeMedium', 'sizeLarge'];

/** "32 → 36 %" */
function course(input: Measured): string {
  const { current, target } = input;
  if (current === undefined) return say('noReading');
  if (!target) return formatReading(input, current);
  return `${formatNumber(current)} ${say('arrow')} ${formatReading(input, target.value)}`;
}

interface OptionProps {
  readonly on: boolean;
  readonly name: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly onPress: () => void;
}

const Option = ({ on, name, value, hint, onPress }: OptionProps) => (
  <button type="button" class={`option${on ? ' on' : ''}`} aria-pressed={on} title={name} onClick={onPress}>
    <span class="name">{name}</span>
    <span class="value">{value}</span>
    {hint && <kbd aria-hidden="true">{hint}</kbd>}
  </button>
);

export function WhichInput({ form, act }: StepProps) {
  const pick = form.pick.value;
  return (
    <div class="step" role="group" aria-label={say('whichInput')}>
      <h3 class={pick === '' ? 'now' : 'made'}>
        <i aria-hidden="true">1</i>
        {say('sweepInput')}
      </h3>
      <div class="options">
        {form.question.inputs.map((input, index) => (
          <Option
            key={input.id}
            on={pick === input.id}
            name={shortName(input)}
            value={course(input)}
            hint={index < 9 ? String(index + 1) : undefined}
            onPress={() => act({ do: 'pick', index })}
          />
        ))}
        <Option on={pick === OTHER} name={say('sweepOther')} value={say('sweepGiveReason')} hint="0" onPress={() => act({ do: 'other' })} />
      </div>
    </div>
  );
}

export function HowMuch({ sweep, form, act }: StepProps) {
  const pick = form.pick.value;
  const other = pick === OTHER;
  const about = form.question.inputs.find(({ id }) => id === pick);
  const unit = about && (about.kind === 'rate' ? 'pp' : about.unit);
  const { sizes = [], sizeIndex } = form.meaning.value ?? {};
  return (
    <div class="step" role="group" aria-label={other ? say('reason') : say('byHowMuch')}>
      <h3 class={pick === '' ? '' : 'now'}>
        <i aria-hidden="true">2</i>
        {other ? say('sweepReason') : say('sweepSize')}
        {!other && unit && <span class="unit">{unit}</span>}
        <span class="keys" aria-hidden="true" dir="ltr">
          <kbd>←</kbd>
          <kbd>→</kbd>
        </span>
      </h3>
      {sweep.typing.value ? (
        <Range form={form} />
      ) : (
        <div class={`options sizes${other ? ' reasons' : ''}`}>
          {other
            ? REASONS.map((reason, index) => (
                <Option
                  key={reason}
                  on={form.reason.value === reason}
                  name={reasonPhrase(reason)}
                  value=""
                  hint={SIZE_KEYS[index]}
                  onPress={() => act({ do: 'size', index })}
                />
              ))
            : sizes.map(({ text, shown }, index) => (
                <Option
                  key={text}
                  on={sizeIndex === index}
                  name={say(SIZE_WORDS[index] ?? 'sizeLarge')}
                  value={shown}
                  hint={SIZE_KEYS[index]}
                  onPress={() => act({ do: 'size', index })}
                />
              ))}
          {!other && about && sizes.length === 0 && (
            <button type="button" class="link" onClick={() => act({ do: 'type' })}>
              {say('sweepType')}
            </button>
          )}
          {!other && sizeIndex === -1 && form.rows.value[0]?.text && <span class="typed">{form.rows.value[0].text}</span>}
        </div>
      )}
    </div>
  );
}

function Range({ form }: { form: PanelState }) {
  const text = form.rows.value[0]?.text ?? '';
  const bad = form.meaning.value?.rows[0]?.bad ?? false;
  const about = form.question.inputs.find(({ id }) => id === form.pick.value);
  return (
    <div class={`field${bad ? ' bad' : ''}`}>
      <input
        id="amount"
        autocomplete="off"
        spellcheck={false}
        maxLength={120}
        value={text}
        data-held={text}
        aria-label={say('byHowMuch')}
        aria-invalid={bad}
        placeholder={about?.kind === 'rate' ? '+1..3pp' : '+1..3'}
        onInput={(event) => form.type(0, event.currentTarget.value)}
      />
      <span class="unit" aria-hidden="true">
        {say('p10p90')}
      </span>
    </div>
  );
}
