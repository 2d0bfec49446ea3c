// What goes into the file, and in which form.
import type { FormatId } from '../../lib/formats/format.ts';
import { FORMATS } from '../../lib/formats/formats.ts';
import { JIRA_FIELDS } from '../../lib/formats/jira-csv.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { ExportChoice } from '../../lib/state/exporting.ts';
import type { Previewed } from '../../lib/state/export-preview.ts';
import { Icon } from '../shell/icons.tsx';
import { FORMAT_NAMES, FORMAT_USES, GROUP_NAMES, GROUPS } from './export-words.ts';

export interface ChoicesProps {
  readonly chosen: ExportChoice;
  readonly shown: Previewed | undefined;
  /** The view exported from, where it is one. */
  readonly view: string | undefined;
  readonly onChange: (part: Partial<ExportChoice>) => void;
}

export function Choices(props: ChoicesProps) {
  return (
    <div class="export">
      <Formats chosen={props.chosen.format} onChange={(format) => props.onChange({ format })} />
      <Which {...props} />
    </div>
  );
}

function Formats({ chosen, onChange }: { chosen: FormatId; onChange: (format: FormatId) => void }) {
  return (
    <fieldset class="formats">
      <legend>{say('dataFormat')}</legend>
      {GROUPS.map(([group, formats]) => (
        <div key={group} class="kind">
          <span class="micro muted">{say(GROUP_NAMES[group])}</span>
          {formats.map((format) => (
            <label key={format} class="option">
              <input type="radio" name="format" value={format} checked={chosen === format} onChange={() => onChange(format)} />
              <span>
                <b>{say(FORMAT_NAMES[format])}</b>
                {chosen === format && <span class="small muted">{say(FORMAT_USES[format])}</span>}
              </span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function Which({ chosen, shown, view, onChange }: ChoicesProps) {
  const all = view === undefined || chosen.scope === 'all';
  return (
    <fieldset>
      <legend>{say('dataWhich')}</legend>
      {view !== undefined &&
        (['view', 'all'] as const).map((scope) => (
          <label key={scope} class="option">
            <input type="radio" name="scope" value={scope} checked={chosen.scope === scope} onChange={() => onChange({ scope })} />
            <span>
              {say(scope === 'view' ? 'exportThisView' : 'exportEverything')}
              {scope === 'view' && <span class="small muted">{say('exportThisViewOf', view)}</span>}
            </span>
          </label>
        ))}
      {!all && FORMATS[chosen.format].tellsBeside && (
        <label class="option">
          <input type="checkbox" checked={chosen.wide} onChange={() => onChange({ wide: !chosen.wide })} />
          <span>{say('exportWide')}</span>
        </label>
      )}
      {all && (
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
      )}
      <label class="option">
        <input type="checkbox" checked={chosen.sample} onChange={() => onChange({ sample: !chosen.sample })} />
        <span>
          {say('dataSample')}
          {shown && shown.samples > 0 && <span class="small muted">{say('dataSampleLeftOut', formatNumber(shown.samples))}</span>}
        </span>
      </label>
      {(chosen.format === 'csv' || chosen.format === 'tsv') && (
        <label class="option">
          <input type="checkbox" checked={chosen.mark} onChange={() => onChange({ mark: !chosen.mark })} />
          <span>
            {say('dataMark')}
            <span class="small muted">{say('dataMarkWhy')}</span>
          </span>
        </label>
      )}
      {shown && shown.format === chosen.format && shown.sites.length > 0 && <Sites shown={shown} onChange={onChange} />}
      {chosen.format === 'jira' && <JiraFields chosen={chosen} onChange={onChange} />}
    </fieldset>
  );
}

function Sites({ shown, onChange }: { shown: Previewed; onChange: ChoicesProps['onChange'] }) {
  return (
    <label class="site">
      <span>{say('exportSite')}</span>
      <span class="field">
        <select value={shown.site} onChange={(event) => onChange({ site: event.currentTarget.value })}>
          {shown.sites.map(({ site, count }) => (
            <option key={site} value={site}>
              {say('exportSiteCount', site.replace(/^\w+:/, ''), formatNumber(count))}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}

function JiraFields({ chosen, onChange }: Pick<ChoicesProps, 'chosen' | 'onChange'>) {
  return (
    <fieldset class="fields">
      <legend>{say('exportFields')}</legend>
      <p class="small muted">{say('exportFieldsWhat')}</p>
      {JIRA_FIELDS.map((name) => (
        <label key={name}>
          <span class="small">{name}</span>
          <span class="field">
            <input
              value={chosen.fields[name] ?? ''}
              placeholder="10050"
              inputMode="numeric"
              spellcheck={false}
              maxLength={40}
              onInput={(event) => onChange({ fields: { ...chosen.fields, [name]: event.currentTarget.value } })}
            />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
