// A labelled box of the framework's form, with what is wrong with it below it.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

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
