// The framework as a file: saved as one, or read from one, with what would be different shown before anything is.
import { useSignal } from '@preact/signals';
import { diffFrameworks } from '../../lib/formats/framework-diff.ts';
import { readFramework } from '../../lib/formats/framework-json.ts';
import type { Framework } from '../../lib/model/framework.ts';
import { fileProblemPhrase, filePlacePhrase } from '../../lib/phrases/file-problem.ts';
import { say } from '../../lib/say.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Differences } from './differences.tsx';
import { Area } from './field.tsx';

export interface ExchangeProps {
  /** As it stands in the form. */
  readonly framework: Framework;
  readonly today: string;
  /** A framework in the making has nothing to be saved. */
  readonly fresh: boolean;
  readonly onSave: () => void;
  /** @param own as a framework of its own, else in place of this one */
  readonly onApply: (read: Framework, own: boolean) => void;
  readonly onClose: () => void;
}

const SHOWN = 8;

export function Exchange({ framework, today, fresh, onSave, onApply, onClose }: ExchangeProps) {
  const text = useSignal('');
  const read = text.value.trim() ? readFramework(text.value) : undefined;
  const open = async (file: File | undefined): Promise<void> => {
    if (file) text.value = await file.text();
  };
  const problems = read?.ok ? read.notes : (read?.problems ?? []);
  const same = read?.ok && diffFrameworks(framework, read.framework).length === 0;
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
        <Area label={say('filePaste')} mono rows={4} value={text.value} onInput={(typed) => (text.value = typed)} />
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
              {read.readings.length > 0 && <p class="small muted">{say('fileReadings', read.readings.length)}</p>}
            </section>
          )}
        </div>
        <div class="acts">
          <button
            type="button"
            class="btn main"
            aria-disabled={!read?.ok || same}
            onClick={() => read?.ok && !same && onApply(read.framework, false)}
          >
            {say(fresh ? 'fileApplyFresh' : 'fileApply')}
          </button>
          {!fresh && read?.ok && (
            <button type="button" class="btn" onClick={() => onApply(read.framework, true)}>
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
