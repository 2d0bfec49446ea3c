// Export: what goes into the file, what it looks like, and the file itself.
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Cell } from '../../lib/formats/cell.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';
import { Choices, type ExportChoice } from './choices.tsx';
import { Preview } from './preview.tsx';

export interface Previewed {
  readonly count: number;
  /** Sample answers left out. */
  readonly samples: number;
  readonly file: string;
  /** The first rows, the head included; as text for JSON. */
  readonly rows: readonly (readonly Cell[])[];
  readonly text: string;
}

export interface ExportViewProps {
  readonly choice: Signal<ExportChoice>;
  /** `undefined` while it is read. */
  readonly preview: ReadonlySignal<Previewed | undefined>;
  /** Share done, 0..1, while a file is being written. */
  readonly progress: ReadonlySignal<number | undefined>;
  readonly onExport: () => void;
  readonly onCancel: () => void;
}

export function ExportView({ choice, preview, progress, onExport, onCancel }: ExportViewProps) {
  const chosen = choice.value;
  const shown = preview.value;
  const set = (part: Partial<ExportChoice>): void => {
    choice.value = { ...chosen, ...part };
  };
  return (
    <section class="out">
      <h2>{say('importExport')}</h2>
      <Choices chosen={chosen} samples={shown?.samples ?? 0} onChange={set} />
      <div class="file">
        <button
          type="button"
          class="btn main"
          aria-disabled={!shown?.count || progress.value !== undefined}
          onClick={() => shown?.count && progress.value === undefined && onExport()}
        >
          <Icon name="data" />
          {say('dataSave')}
        </button>
        {progress.value === undefined ? (
          <span class="muted" role="status">
            {shown &&
              (shown.count === 0
                ? say('dataNothing')
                : say(shown.count === 1 ? 'dataCountOne' : 'dataCount', formatNumber(shown.count), shown.file))}
          </span>
        ) : (
          <>
            <progress value={progress.value} aria-label={say('dataWriting')} />
            <button type="button" class="btn ghost" onClick={onCancel}>
              {say('cancel')}
            </button>
          </>
        )}
      </div>
      {shown && shown.count > 0 && <Preview format={chosen.format} previewed={shown} />}
      <p class="small muted formulas">
        {chosen.format === 'csv' ? (
          say('dataCsvSafe')
        ) : (
          <>
            {say('dataJsonFormat')} <a href="/schema/azimuth-estimates-v1.json">{say('dataJsonSchema')}</a>
          </>
        )}
      </p>
    </section>
  );
}
