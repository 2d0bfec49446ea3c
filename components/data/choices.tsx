// What goes into the file, and in which form.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';

export interface ExportChoice {
  readonly format: 'csv' | 'json';
  readonly find: string;
  readonly sample: boolean;
  readonly mark: boolean;
}

export interface ChoicesProps {
  readonly chosen: ExportChoice;
  /** Sample answers left out. */
  readonly samples: number;
  readonly onChange: (part: Partial<ExportChoice>) => void;
}

export function Choices({ chosen, samples, onChange }: ChoicesProps) {
  return (
    <div class="export">
      <fieldset>
        <legend>{say('dataFormat')}</legend>
        {(['csv', 'json'] as const).map((format) => (
          <label key={format} class="option">
            <input type="radio" name="format" checked={chosen.format === format} onChange={() => onChange({ format })} />
            <span>
              <b>{say(format === 'csv' ? 'dataCsv' : 'dataJson')}</b>
              <span class="small muted">{say(format === 'csv' ? 'dataCsvWhat' : 'dataJsonWhat')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{say('dataWhich')}</legend>
        <label class="field find">
          <Icon name="search" />
          <span class="quiet">{say('dataFind')}</span>
          <input
            type="search"
            value={chosen.find}
            placeholder={say('dataFind')}
            spellcheck={false}
            onInput={(event) => onChange({ find: event.currentTarget.value })}
          />
        </label>
        <label class="option">
          <input type="checkbox" checked={chosen.sample} onChange={() => onChange({ sample: !chosen.sample })} />
          <span>
            {say('dataSample')}
            {samples > 0 && <span class="small muted">{say('dataSampleLeftOut', formatNumber(samples))}</span>}
          </span>
        </label>
        {chosen.format === 'csv' && (
          <label class="option">
            <input type="checkbox" checked={chosen.mark} onChange={() => onChange({ mark: !chosen.mark })} />
            <span>
              {say('dataMark')}
              <span class="small muted">{say('dataMarkWhy')}</span>
            </span>
          </label>
        )}
      </fieldset>
    </div>
  );
}
