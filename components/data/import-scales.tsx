// Rates whose values all lie between 0 and 1: per cent already, or shares of 1.
import { readMarks, type Scale } from '../../lib/formats/value-text.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';
import type { StepProps } from './import.tsx';
import { scalePhrase } from './import-words.ts';

export function ImportScales({ importing, metrics }: StepProps) {
  const [mapping, found] = [importing.mapping.value, importing.found.value];
  if (!mapping || !found || found.fractions.size === 0) return null;
  return (
    <div class="scales">
      {[...found.fractions].map(([id, example]) => {
        // Between 0 and 1 no mark groups: of two readings the smaller is meant.
        const value = Math.min(...readMarks(example).map((read) => read.value));
        const option = (scale: Scale) => (
          <label class="option" key={scale}>
            <input
              type="radio"
              name={`scale-${id}`}
              checked={mapping.scales.get(id) === scale}
              onChange={() => void importing.choose({ ...mapping, scales: new Map([...mapping.scales, [id, scale]]) })}
            />
            <span>{scalePhrase(scale === 'percent' ? value : value * 100)}</span>
          </label>
        );
        return (
          <fieldset key={id}>
            <legend>
              {!mapping.scales.has(id) && <Icon name="warning" />}
              {say('importScaleOf', example, metrics.find((metric) => metric.id === id)?.name ?? id)}
            </legend>
            {option('percent')}
            {option('fraction')}
          </fieldset>
        );
      })}
    </div>
  );
}
