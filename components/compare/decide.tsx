// The decision box: why one before the other, and who said so. What is typed stays until it is stored.
import type { Signal } from '@preact/signals';
import { say } from '../../lib/say.ts';

export interface DecideProps {
  readonly words: Signal<string>;
  readonly who: Signal<string>;
  readonly onRecord: () => void;
}

export function Decide({ words, who, onRecord }: DecideProps) {
  return (
    <form
      class="decide"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.value.trim()) onRecord();
      }}
    >
      <label class="small strong" for="decision">
        {say('decisionWords')}
      </label>
      <span class="field words">
        <textarea
          id="decision"
          rows={1}
          maxLength={2000}
          value={words.value}
          placeholder={say('decisionPlaceholder')}
          onInput={(event) => {
            words.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            // A line is enough mostly: Enter records it, with Shift it begins another.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </span>
      <span class="field who">
        <input
          aria-label={say('decisionWho')}
          maxLength={120}
          value={who.value}
          placeholder={say('decisionWhoPlaceholder')}
          onInput={(event) => {
            who.value = event.currentTarget.value;
          }}
        />
      </span>
      <button type="submit" class="btn main" disabled={!words.value.trim()}>
        {say('decisionRecord')}
      </button>
    </form>
  );
}
