// What an empty form says: the shortest ways to a framework.
import { say } from '../../lib/say.ts';

export function Start({ onModels, onGuide }: { onModels: () => void; onGuide: () => void }) {
  return (
    <section class="start" aria-label={say('frameStart')}>
      <h2>{say('frameStart')}</h2>
      <p class="muted">{say('frameStartHow')}</p>
      <div class="acts">
        <button type="button" class="btn main" onClick={onModels}>
          {say('models')}
        </button>
        <button type="button" class="btn" onClick={onGuide}>
          {say('guide')}
        </button>
      </div>
    </section>
  );
}
