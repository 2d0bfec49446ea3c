// What to sweep on the dashboard: pasted, out of a file, or seen on this device before.
import type { Signal } from '@preact/signals';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { Read } from '../../lib/state/sweep-source.ts';
import { refusalPhrase } from '../data/import-words.ts';
import { FileChoice } from '../shell/file-choice.tsx';

export interface SourceProps {
  readonly text: Signal<string>;
  readonly site: Signal<string>;
  readonly sites: readonly string[];
  readonly read: Read | undefined;
  /** How many tickets were seen here and wait for an answer. */
  readonly waiting: number;
  /** How many of those found lie in no place of a framework, where that is all of them. */
  readonly elsewhere: number;
  readonly onText: () => void;
  readonly onFile: (file: File) => void;
  readonly onWaiting: () => void;
}

const nameOf = (site: string): string => site.slice(site.indexOf(':') + 1);

function Trouble({ read, elsewhere }: Pick<SourceProps, 'read' | 'elsewhere'>) {
  if (elsewhere > 0) return <p role="alert">{say('sweepElsewhere', formatNumber(elsewhere))}</p>;
  if (read?.at === 'none') return <p role="alert">{say('sweepNoTickets')}</p>;
  if (read?.at === 'refused') return <p role="alert">{refusalPhrase(read.why)}</p>;
  return null;
}

function Where({ site, sites, read, onText }: Pick<SourceProps, 'site' | 'sites' | 'read' | 'onText'>) {
  if (read?.at !== 'where') return null;
  const fitting = sites.filter((one) => read.tracker === undefined || one.startsWith(`${read.tracker}:`));
  return (
    <form
      class="where"
      onSubmit={(event) => {
        event.preventDefault();
        if (site.value !== '') onText();
      }}
    >
      <label>
        <span>{say(read.tracker === 'linear' ? 'sweepWorkspace' : 'sweepSite')}</span>
        <span class="field">
          {fitting.length > 0 ? (
            <select value={site.value} onChange={(event) => (site.value = event.currentTarget.value)}>
              <option value="">{say('sweepChoose')}</option>
              {fitting.map((one) => (
                <option key={one} value={one}>
                  {nameOf(one)}
                </option>
              ))}
            </select>
          ) : (
            <input
              value={nameOf(site.value)}
              placeholder={read.tracker === 'linear' ? 'acme' : 'acme.atlassian.net'}
              onInput={(event) => {
                const typed = event.currentTarget.value
                  .trim()
                  .replace(/^https?:\/\//, '')
                  .replace(/\/+$/, '');
                site.value = /^[\w.:-]+(\/[\w.~-]+)*$/.test(typed) ? `${read.tracker ?? 'jira'}:${typed}` : '';
              }}
            />
          )}
        </span>
      </label>
      <button type="submit" class="btn main" aria-disabled={site.value === ''}>
        {say('sweepBegin')}
      </button>
    </form>
  );
}

export function SweepSource(props: SourceProps) {
  const { text, read, waiting, elsewhere, onText, onFile, onWaiting } = props;
  return (
    <div
      class="source"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        // Else the browser leaves the page for the file.
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file) onFile(file);
        else text.value = event.dataTransfer?.getData('text/plain') ?? '';
      }}
    >
      <p class="muted">{say('sweepWhat')}</p>
      {waiting > 0 && (
        <p class="waiting">
          <span>{say('sweepWaiting', formatNumber(waiting))}</span>
          <button type="button" class="btn main" onClick={onWaiting}>
            {say('sweepThem')}
          </button>
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.value.trim() !== '') onText();
        }}
      >
        <label class="field area">
          <span class="quiet">{say('sweepPaste')}</span>
          <textarea
            rows={8}
            value={text.value}
            placeholder={say('sweepPaste')}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => (text.value = event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.value.trim() !== '') onText();
            }}
          />
        </label>
        <div class="acts">
          <button type="submit" class="btn main" aria-disabled={text.value.trim() === ''}>
            {say('sweepBegin')}
          </button>
          <FileChoice accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain" onFile={onFile} />
        </div>
      </form>
      <Where {...props} />
      <Trouble read={read} elsewhere={elsewhere} />
    </div>
  );
}
