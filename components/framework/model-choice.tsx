// The worked models to begin from, one of them chosen: each with its picture, what it is for, its North Star, and what it teaches.
import { useId } from 'preact/hooks';
import type { Template } from '../../lib/templates/template.ts';
import { say } from '../../lib/say.ts';
import { MODEL_WORDS } from './model-words.ts';
import { MiniTree } from './mini-tree.tsx';

export interface ModelChoiceProps {
  readonly models: readonly Template[];
  readonly chosen: string;
  /** ISO day. */
  readonly today: string;
  readonly onChoose: (id: string) => void;
  /** Only name and North Star of each, where there is little room. */
  readonly brief?: boolean;
}

export function ModelChoice({ models, chosen, today, onChoose, brief = false }: ModelChoiceProps) {
  const name = useId();
  return (
    <fieldset class="models">
      <legend class="quiet">{say('modelsWhich')}</legend>
      {models.map(({ id, name: called, framework }) => {
        const { metrics } = framework(today);
        const star = metrics.find(({ role }) => role === 'north-star')?.name ?? '';
        const [about, teaches] = MODEL_WORDS[id] ?? [];
        return (
          <label key={id}>
            <input type="radio" name={name} value={id} checked={id === chosen} onChange={() => onChoose(id)} />
            <span>
              <span class="called">{called}</span>
              <span class="small muted">{brief ? star : about && say(about)}</span>
              {!brief && teaches && <span class="micro faint">{say('modelsStar', star, say(teaches))}</span>}
            </span>
            <MiniTree metrics={metrics} />
          </label>
        );
      })}
    </fieldset>
  );
}
