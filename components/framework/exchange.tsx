// The framework as a file: saved as one, or read from one, with what would be different shown before anything is.
import { useSignal } from '@preact/signals';
import { diffFrameworks } from '../../lib/formats/framework-diff.ts';
import { readFramework } from '../../lib/formats/framework-json.ts';
import type { Framework } from '../../lib/model/framework.ts';
import { fileProblemPhrase, filePlacePhrase } from '../../lib/phrases/file-problem.ts';
import { say } from '../../lib/say.ts';
import { type FileReadings, offerOf } from '../../lib/state/file-readings.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Differences } from './differences.tsx';
import { Area } from './field.tsx';
import { ReadingsOffer } from './readings-offer.tsx';

export interface ExchangeProps {
  /** As it stands in the form. */
  readonly framework: Framework;
  readonly today: string;
  /** A framework in the making has nothing to be saved. */
  readonly fresh: boolean;
  readonly onSave: () => void;
  /** @param own as a framework of its own, else in place of this one @param readings those to be stored with it */
  readonly onApply: (read: Framework, own: boolean, readings: FileReadings) => void;
  readonly onClose: () => void;
}

const SHOWN = 8;

export function Exchange({ framework, today, fresh, onSave, onApply, onClose }: ExchangeProps) {
  const text = useSignal('');
  const file = useSignal('');
  const wanted = useSignal(true);
  const read = text.value.trim() ? readFramework(text.value) : undefined;
  const open = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    text.value = await chosen.text();
    file.value = chosen.name;
  };
  const problems = read?.ok ? read.notes : (read?.problems ?? []);
  const same = read?.ok && diffFrameworks(framework, read.framework).length === 0;
  const offer = read?.ok ? offerOf(read.readings, read.framework.metrics, today) : undefined;
  const readings: FileReadings = { file: file.value, readings: wanted.value ? (offer?.readings ?? []) : [] };
  // With nothing to change and no reading to store there is nothing to do.
  const idle = !read?.ok || (same && readings.readings.length === 0);
  return (
    <Dialog title={say('fileDialog')} onClose={onClose}>
      <div class="exchange">
        {!fresh && (
          <p>
            <button type="button" class="btn" onClick={onSave}>
              {say('fileSave')}
            </button>{' '}
            <span class="small muted">{say('fileSaveHow')}</span>
          </p>
        )}
        <label class="labelled">
          <span class="small">{say('fileOpen')}</span>
          <input type="file" accept=".json,application/json" onChange={(event) => void open(event.currentTarget.files?.[0])} />
        </label>
        <Area
          label={say('filePaste')}
          mono
          rows={4}
          value={text.value}
          onInput={(typed) => {
            text.value = typed;
            file.value = '';
          }}
        />
        <div aria-live="polite">
          {problems.length > 0 && (
            <ul class="problems small">
              {problems.slice(0, SHOWN).map((problem, i) => (
                <li key={i} class={read?.ok ? 'muted' : 'bad'}>
                  <span class="strong">{filePlacePhrase(problem)}:</span> {fileProblemPhrase(problem)}
                </li>
              ))}
              {problems.length > SHOWN && <li class="muted">{say('welcomeMore', problems.length - SHOWN)}</li>}
            </ul>
          )}
          {read?.ok && (
            <section aria-label={say('fileWould')}>
              <h3 class="strong">{say('fileWould')}</h3>
              <Differences before={framework} after={read.framework} today={today} />
              {offer && <ReadingsOffer offer={offer} wanted={wanted} />}
            </section>
          )}
        </div>
        <div class="acts">
          <button
            type="button"
            class="btn main"
            aria-disabled={idle}
            onClick={() => read?.ok && !idle && onApply(read.framework, false, readings)}
          >
            {say(fresh ? 'fileApplyFresh' : 'fileApply')}
          </button>
          {!fresh && read?.ok && (
            <button type="button" class="btn" onClick={() => onApply(read.framework, true, readings)}>
              {say('fileApplyOwn')}
            </button>
          )}
          <button type="button" class="btn ghost" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
