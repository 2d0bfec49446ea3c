// The last step: how far the storing has come, what is stored, and the way back.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import { hashOf } from '../../lib/state/route.ts';
import type { ImportStep } from '../../lib/state/import.ts';
import type { StoreState } from '../../lib/state/import-store.ts';
import { Icon } from '../shell/icons.tsx';
import { refusedPhrase, takenBackPhrase } from './import-words.ts';
import type { StepProps } from './import.tsx';

function phraseOf({ at, total, stored, left = 0 }: StoreState): string {
  const [all, some] = [formatNumber(total), formatNumber(stored)];
  switch (at) {
    case 'storing':
    case 'stopping':
      return say('importStoring', some, all);
    case 'stopped':
      return say('importStopped', some, all);
    case 'stored':
      return total === 1 ? say('importDoneOne') : say('importDone', all);
    case 'undoing':
      return say('importUndoing', some);
    case 'kept':
      return say('importKept', some);
    case 'undone':
      return takenBackPhrase(left);
  }
}

export function ImportStored({ step: { store }, importing }: StepProps<Extract<ImportStep, { readonly at: 'store' }>>) {
  const state = store.state.value;
  const { at, total, stored, why } = state;
  const busy = at === 'storing' || at === 'stopping' || at === 'undoing';
  const text = phraseOf(state);
  return (
    <div class="stored">
      {busy && <progress value={total === 0 ? 0 : stored / total} aria-label={text} />}
      <p class={`result${at === 'stored' ? ' whole' : ''}`}>
        {at === 'stored' && <Icon name="check" />}
        {(at === 'stopped' || at === 'kept') && <Icon name="warning" />}
        {/* Each step of the progress is seen; only how it ends is said aloud. */}
        <span aria-hidden={busy ? undefined : true}>{text}</span>
      </p>
      <p class="quiet" role="status">
        {busy ? '' : text}
      </p>
      <p role="alert" class="bad small">
        {why && refusedPhrase(why)}
      </p>
      <div class="acts">
        {(at === 'storing' || at === 'stopping') && (
          <button type="button" class="btn" aria-disabled={at === 'stopping'} onClick={importing.cancel}>
            {say('importStop')}
          </button>
        )}
        {at === 'stopped' && (
          <button type="button" class="btn main" onClick={() => void importing.goOn()}>
            {say('importGoOn')}
          </button>
        )}
        {(at === 'stored' || at === 'stopped' || at === 'kept') && stored > 0 && (
          <button type="button" class="btn" onClick={() => void importing.undo()}>
            {say('undo')}
          </button>
        )}
        {!busy && (
          <>
            <a class="btn ghost" href={hashOf('status')}>
              {say('importToStatus')}
            </a>
            <button type="button" class="btn ghost" onClick={importing.reset}>
              {say('importMore')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
