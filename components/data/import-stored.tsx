// The last step: how far the storing has come, what is stored, and the way back.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say, type Word } from '../../lib/say.ts';
import { hashOf } from '../../lib/state/route.ts';
import type { ImportStore, StoreState } from '../../lib/state/import-store.ts';
import type { Imported } from '../../lib/store/imports.ts';
import { Icon } from '../shell/icons.tsx';
import { refusedPhrase, takenBackPhrase } from './import-words.ts';

type Said = 'storing' | 'stopped' | 'one' | 'many' | 'undoing' | 'kept' | 'next';
const WORDS: Readonly<Record<Imported['kind'], Readonly<Record<Said, Word>>>> = {
  readings: {
    ...{ storing: 'importStoring', stopped: 'importStopped', one: 'importDoneOne', many: 'importDone' },
    ...{ undoing: 'importUndoing', kept: 'importKept', next: 'importToStatus' },
  },
  answers: {
    ...{ storing: 'answersStoring', stopped: 'answersStopped', one: 'answersDoneOne', many: 'answersDone' },
    ...{ undoing: 'answersUndoing', kept: 'answersKept', next: 'answersToBacklog' },
  },
  entries: {
    ...{ storing: 'entriesStoring', stopped: 'entriesStopped', one: 'entriesDoneOne', many: 'entriesDone' },
    ...{ undoing: 'entriesUndoing', kept: 'entriesKept', next: 'answersToBacklog' },
  },
};

function phraseOf({ at, total, stored, left = 0 }: StoreState, kind: Imported['kind']): string {
  const [all, some, words] = [formatNumber(total), formatNumber(stored), WORDS[kind]];
  switch (at) {
    case 'storing':
    case 'stopping':
      return say(words.storing, some, all);
    case 'stopped':
      return say(words.stopped, some, all);
    case 'stored':
      return total === 1 ? say(words.one) : say(words.many, all);
    case 'undoing':
      return say(words.undoing, some);
    case 'kept':
      return say(words.kept, some);
    case 'undone':
      return takenBackPhrase(left, kind);
  }
}

export interface StoredProps {
  readonly store: ImportStore;
  readonly kind: Imported['kind'];
  readonly importing: { cancel(): void; goOn(): Promise<void>; undo(): Promise<void>; reset(): void };
}

export function ImportStored({ store, kind, importing }: StoredProps) {
  const state = store.state.value;
  const { at, total, stored, why } = state;
  const busy = at === 'storing' || at === 'stopping' || at === 'undoing';
  const text = phraseOf(state, kind);
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
            <a class="btn ghost" href={hashOf(kind === 'readings' ? 'status' : 'backlog')}>
              {say(WORDS[kind].next)}
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
