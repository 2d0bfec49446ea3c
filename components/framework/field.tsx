// A labelled box of the framework's form, with what is wrong with it below it.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../../lib/say.ts';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onLeave?: (() => void) | undefined;
  /** What to mend, as a sentence. */
  readonly fault?: string | undefined;
  /** What it is for; stands below where nothing is wrong. */
  readonly hint?: ComponentChildren;
  readonly unit?: string | undefined;
  readonly type?: 'text' | 'date';
  readonly numeric?: boolean;
  /** The label is only heard: the row says it for the eye. */
  readonly quiet?: boolean;
  readonly placeholder?: string | undefined;
}

export function Field({ label, value, onInput, onLeave, fault, hint, unit, type = 'text', numeric, quiet, placeholder }: FieldProps) {
  const id = useId();
  const box = {
    ...{ id, value, autocomplete: 'off' as const },
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': fault || hint ? `${id}says` : undefined,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
    onBlur: onLeave,
  };
  return (
    <div class="labelled">
      <label for={id} class={quiet ? 'quiet' : 'small'}>
        {label}
      </label>
      <div class={`field${fault ? ' wrong' : ''}`}>
        {type === 'date' ? (
          <input type="date" {...box} />
        ) : (
          <input type="text" inputMode={numeric ? 'decimal' : 'text'} placeholder={placeholder ?? ''} {...box} />
        )}
        {unit && <span class="unit cut">{unit}</span>}
      </div>
      {fault ? (
        <p id={`${id}says`} class="bad small">
          {fault}
        </p>
      ) : (
        hint && (
          <p id={`${id}says`} class="muted micro">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

export interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [value: V, words: string])[];
  readonly onChoose: (value: V) => void;
}

/** A few options side by side, one of them chosen. */
export function Choice<V extends string>({ label, value, options, onChoose }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset class="labelled">
      <legend class="small">{label}</legend>
      <div class="choice">
        {options.map(([option, words]) => (
          <label key={option}>
            <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChoose(option)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export interface AreaProps extends Omit<FieldProps, 'unit' | 'type' | 'numeric'> {
  readonly rows?: number;
  readonly mono?: boolean;
}

/** Text of several lines; it grows with what is typed. */
export function Area({ label, value, onInput, onLeave, fault, hint, placeholder, quiet, rows = 2, mono }: AreaProps) {
  const id = useId();
  return (
    <div class="labelled">
      <label for={id} class={quiet ? 'quiet' : 'small'}>
        {label}
      </label>
      <div class={`field area${mono ? ' mono' : ''}${fault ? ' wrong' : ''}`}>
        <textarea
          id={id}
          rows={Math.max(rows, Math.min(8, value.split('\n').length))}
          value={value}
          placeholder={placeholder ?? ''}
          spellcheck={!mono}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault || hint ? `${id}says` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={onLeave}
        />
      </div>
      {(fault ?? hint) && (
        <div id={`${id}says`} class={fault ? 'bad small' : 'muted micro'}>
          {fault ?? hint}
        </div>
      )}
    </div>
  );
}

/** One of many options, from a list. */
export function Select<V extends string>({ label, value, options, onChoose, quiet }: ChoiceProps<V> & { readonly quiet?: boolean }) {
  const id = useId();
  return (
    <div class="labelled">
      <label for={id} class={quiet ? 'quiet' : 'small'}>
        {label}
      </label>
      <div class="field">
        <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value as V)}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** A question with yes, no, or nothing said yet. */
export function YesNo({
  label,
  value,
  onAnswer,
}: {
  readonly label: string;
  readonly value: boolean | undefined;
  readonly onAnswer: (answer: boolean | undefined) => void;
}) {
  const name = useId();
  const option = (answer: boolean | undefined, words: string) => (
    <label>
      <input type="radio" name={name} checked={value === answer} onChange={() => onAnswer(answer)} />
      <span>{words}</span>
    </label>
  );
  return (
    <div class="yes-no" role="radiogroup" aria-labelledby={`${name}label`}>
      <span class="small" id={`${name}label`}>
        {label}
      </span>
      <div class="choice">
        {option(true, say('frameYes'))}
        {option(false, say('frameNo'))}
        {option(undefined, say('frameOpen'))}
      </div>
    </div>
  );
}
