// Beginning from a worked model. What is open is not lost: the model begins a framework of its own, or can be undone.
import { useSignal } from '@preact/signals';
import { say } from '../../lib/say.ts';
import type { Template } from '../../lib/templates/template.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ModelChoice } from './model-choice.tsx';

export interface ModelsProps {
  readonly today: string;
  /** The framework is in the making: the model fills it, else it begins another one. */
  readonly fresh: boolean;
  readonly onTake: (model: Template) => void;
  readonly onClose: () => void;
}

export function Models({ today, fresh, onTake, onClose }: ModelsProps) {
  const chosen = useSignal(TEMPLATES[0]?.id ?? '');
  return (
    <Dialog title={say('models')} onClose={onClose}>
      <form
        class="pick-model"
        onSubmit={(event) => {
          event.preventDefault();
          const model = TEMPLATES.find(({ id }) => id === chosen.value);
          if (model) onTake(model);
        }}
      >
        <ModelChoice models={TEMPLATES} chosen={chosen.value} today={today} onChoose={(id) => (chosen.value = id)} />
        <p class="small muted">{say(fresh ? 'modelsFill' : 'modelsBegin')}</p>
        <div class="acts">
          <button type="submit" class="btn main">
            {say('modelsUse')}
          </button>
          <button type="button" class="btn ghost" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
