// The first step: rows pasted into a box, or a file chosen or dropped.
import { useState } from 'preact/hooks';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { Imports } from '../../lib/state/import-kind.ts';
import type { ImportRefusal } from '../../lib/state/import-source.ts';
import { Icon } from '../shell/icons.tsx';
import { refusalPhrase } from './import-words.ts';
import { FileChoice } from '../shell/file-choice.tsx';

/** A box with more in it would take seconds to draw: a longer text is kept beside it. */
const MOST_SHOWN = 100_000;

const linesOf = (text: string): number => text.trimEnd().split(/\r\n|\r|\n/).length;

export interface BeginProps {
  readonly imports: Imports;
  readonly refused: (ImportRefusal & { readonly name: string }) | undefined;
}

export function ImportBegin({ imports, refused }: BeginProps) {
  const { pasted } = imports.readings;
  const text = pasted.value;
  const setText = (next: string): void => {
    pasted.value = next;
  };
  const [over, setOver] = useState(false);
  const long = text.length > MOST_SHOWN;
  const go = (): void => {
    if (text.trim() !== '') void imports.readText(text);
  };
  return (
    <div
      class={`begin${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={(event) => {
        // Else the browser leaves the page for the file.
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) void imports.readFile(file);
        else setText(event.dataTransfer?.getData('text/plain') ?? '');
      }}
    >
      <div role="alert" class="refused-file">
        {refused && (
          <>
            <Icon name="warning" />
            <p>
              <b>{refused.name ? say('importNotRead', refused.name) : say('importNotReadPasted')}</b>
              <span class="muted">{refusalPhrase(refused)}</span>
            </p>
          </>
        )}
      </div>
      <div class="ways">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            go();
          }}
        >
          {long ? (
            <div class="field area kept">
              <p>{say('importLines', formatNumber(linesOf(text)))}</p>
              <button type="button" class="link" onClick={() => setText('')}>
                {say('importClear')}
              </button>
            </div>
          ) : (
            <label class="field area">
              <span class="quiet">{say('importPaste')}</span>
              <textarea
                rows={7}
                value={text}
                placeholder={say('importPaste')}
                spellcheck={false}
                autocomplete="off"
                onInput={(event) => setText(event.currentTarget.value)}
                onPaste={(event) => {
                  const added = event.clipboardData?.getData('text/plain') ?? '';
                  if (added.length <= MOST_SHOWN) return;
                  event.preventDefault();
                  setText(text + added);
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
                }}
              />
            </label>
          )}
          <button type="submit" class="btn main" aria-disabled={text.trim() === ''}>
            {say('importContinue')}
          </button>
        </form>
        <div class="drop">
          <p>{say('importDrop')}</p>
          <FileChoice
            accept=".csv,.tsv,.tab,.txt,.json,text/csv,text/tab-separated-values,text/plain,application/json"
            onFile={(file) => void imports.readFile(file)}
          />
        </div>
      </div>
      <p class="small muted">{say('importLimits')}</p>
      <p class="small muted">{say('answersLimits')}</p>
    </div>
  );
}
