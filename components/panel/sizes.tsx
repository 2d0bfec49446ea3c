// The quick sizes of the picked input. They come with the arithmetic that knows them.
import { say, type Word } from '../../lib/say.ts';
import type { MeaningViews } from '../../lib/state/meaning.ts';

const WORDS: readonly Word[] = ['sizeSmall', 'sizeMedium', 'sizeLarge'];

export const Sizes: MeaningViews['Sizes'] = ({ meaning: { sizes, sizeIndex }, about, choose }) => {
  const unit = about.kind === 'rate' ? 'pp' : about.unit;
  if (sizes.length === 0) return null;
  return (
    <>
      <div class="label">
        <span id="sizes">{unit ? say('quickSizeIn', unit) : say('quickSize')}</span>
        <span class="keys" aria-hidden="true" dir="ltr">
          <kbd>←</kbd>
          <kbd>→</kbd>
        </span>
      </div>
      <div class="joined" role="group" aria-labelledby="sizes">
        {sizes.map(({ text, shown }, i) => (
          <button type="button" key={text} aria-pressed={sizeIndex === i} onClick={() => choose(text)}>
            <span class="word">{say(WORDS[i] ?? 'sizeLarge')}</span>
            <span class="amount">{shown}</span>
          </button>
        ))}
      </div>
    </>
  );
};
