// The worked models to begin from, one of them chosen: each with its picture, what it is for, and where it comes from.
import { useId } from 'preact/hooks';
import type { Template } from '../../lib/templates/template.ts';
import { say } from '../../lib/say.ts';
import { MiniTree } from './mini-tree.tsx';

export interface ModelChoiceProps {
  readonly models: readonly Template[];
  readonly chosen: string;
  /** ISO day. */
  readonly today: string;
  readonly onChoose: (id: string) => void;
}

export function ModelChoice({ models, chosen, today, onChoose }: ModelChoiceProps) {
  const name = useId();
  return (
    <fieldset class="models">
      <legend class="quiet">{say('modelsWhich')}</legend>
      {models.map(({ id, name: called, description, source, requirement, framework }) => (
        <label key={id}>
          <input type="radio" name={name} value={id} checked={id === chosen} onChange={() => onChoose(id)} />
          <span>
            <span class="called">{called}</span>
            <span class="small muted">{description}</span>
            <span class="micro faint">{say('modelsSource', source, requirement)}</span>
          </span>
          <MiniTree metrics={framework(today).metrics} />
        </label>
      ))}
    </fieldset>
  );
}
