// Export: what goes into the file, what it looks like, and the file itself.
import { FORMATS } from '../../lib/formats/formats.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { Exporting, Previewed } from '../../lib/state/exporting.ts';
import { Icon } from '../shell/icons.tsx';
import { Choices } from './choices.tsx';
import { holdsPhrase } from './export-words.ts';
import { Preview } from './preview.tsx';

export interface ExportFormProps {
  readonly exporting: Exporting;
  /** Name of the view exported from, where it is one. */
  readonly view?: string;
}

export const ExportView = ({ exporting }: { exporting: Exporting }) => (
  <section class="out">
    <h2>{say('importExport')}</h2>
    <ExportForm exporting={exporting} />
  </section>
);

export function ExportForm({ exporting, view }: ExportFormProps) {
  const chosen = exporting.choice.value;
  const found = exporting.preview.value;
  // What is shown is of the format chosen, or of none yet.
  const shown = found?.format === chosen.format ? found : undefined;
  return (
    <>
      <Choices
        chosen={chosen}
        shown={shown}
        view={view}
        onChange={(part) => {
          exporting.choice.value = { ...chosen, ...part };
        }}
      />
      <Deeds exporting={exporting} shown={shown} />
      {exporting.failed.value !== undefined && (
        <p class="small bad" role="alert">
          {exporting.failed.value}
        </p>
      )}
      {shown && shown.count > 0 && <Preview previewed={shown} />}
      <Notes shown={shown} />
    </>
  );
}

/** What can be done with a format, the usual thing first. */
function deedsOf({ choice, save, saveCompanion, copy, print }: Exporting) {
  const format = choice.value.format;
  const file = { name: say('dataSave'), run: save };
  if (format === 'rich') return [{ name: say('exportCopy'), run: copy }];
  if (format === 'markdown') return [{ name: say('exportCopy'), run: copy }, file];
  if (format === 'report') return [file, { name: say('exportPrint'), run: print }];
  return FORMATS[format].companion ? [file, { name: say('exportConfiguration'), run: saveCompanion }] : [file];
}

function Deeds({ exporting, shown }: { exporting: Exporting; shown: Previewed | undefined }) {
  const done = exporting.progress.value;
  const still = !shown?.count || done !== undefined;
  return (
    <div class="file">
      {deedsOf(exporting).map(({ name, run }, i) => (
        <button key={name} type="button" class={i === 0 ? 'btn main' : 'btn'} aria-disabled={still} onClick={() => !still && void run()}>
          {i === 0 && <Icon name="data" />}
          {name}
        </button>
      ))}
      {done === undefined ? (
        <span class="muted" role="status">
          {shown && (shown.count === 0 ? say('dataNothing') : holdsPhrase(shown.count, shown.file, shown.size))}
        </span>
      ) : (
        <>
          <progress value={done} aria-label={say('dataWriting')} />
          <button type="button" class="btn ghost" onClick={exporting.cancel}>
            {say('cancel')}
          </button>
        </>
      )}
    </div>
  );
}

function Notes({ shown }: { shown: Previewed | undefined }) {
  if (!shown) return null;
  const { format, left } = shown;
  const most = FORMATS[format].most;
  return (
    <div class="small muted formulas">
      {left > 0 && <p class="warn">{say('exportLeft', formatNumber(left))}</p>}
      {(format === 'csv' || format === 'tsv') && <p>{say('dataCsvSafe')}</p>}
      {format === 'jira' && <p>{say('exportJiraWarns')}</p>}
      {format === 'github' && <p>{say('exportScript')}</p>}
      {format === 'report' && most !== undefined && <p>{say('exportMost', formatNumber(most))}</p>}
      {format === 'json' && (
        <p>
          {say('dataJsonFormat')} <a href="/schema/azimuth-estimates-v1.json">{say('dataJsonSchema')}</a>
        </p>
      )}
    </div>
  );
}
