// The readings in a framework's file: stored with it, unless one does not want them.
import type { Signal } from '@preact/signals';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { Offer } from '../../lib/state/file-readings.ts';

function offerPhrase({ readings, metrics }: Offer): string {
  if (readings.length === 1) return say('fileReading');
  return metrics === 1
    ? say('fileReadingsOne', formatNumber(readings.length))
    : say('fileReadings', formatNumber(readings.length), metrics);
}

export function ReadingsOffer({ offer, wanted }: { offer: Offer; wanted: Signal<boolean> }) {
  const { readings, left } = offer;
  return (
    <>
      {readings.length > 0 && (
        <label class="option">
          <input type="checkbox" checked={wanted.value} onChange={(event) => (wanted.value = event.currentTarget.checked)} />
          <span>
            {offerPhrase(offer)}
            <span class="small muted">{say('fileReadingsHow')}</span>
          </span>
        </label>
      )}
      {left > 0 && <p class="small muted">{left === 1 ? say('fileReadingLeft') : say('fileReadingsLeft', formatNumber(left))}</p>}
    </>
  );
}
