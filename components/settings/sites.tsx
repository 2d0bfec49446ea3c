// Where tickets are asked about: the trackers known by name, those of the user's own, and a way to add one.
import { useId, useState } from 'preact/hooks';
import { type Site, siteName } from '../../lib/model/site.ts';
import { kindPhrase } from '../../lib/phrases/site.ts';
import { say } from '../../lib/say.ts';
import type { Access, Added, SiteRow } from '../../lib/state/sites.ts';

export interface SitesVerbs {
  readonly allowSite: (access: Access) => Promise<boolean>;
  readonly removeSite: (site: Site) => void;
  /** `bad`: no address. `known`: one that is asked about already. */
  readonly addSite: (text: string, looking: () => void) => Promise<Added | { readonly state: 'bad' | 'known' }>;
}

export function Sites({ rows, verbs }: { rows: readonly SiteRow[]; verbs: SitesVerbs }) {
  const [denied, setDenied] = useState(false);
  return (
    <>
      <p class="muted">{say('settingsSitesWhy')}</p>
      <ul class="places sites">
        {rows.map((row) => (
          <li key={row.name}>
            <span class="who">
              <span class="cut">{row.name}</span>
              {row.site && <span class="small muted">{kindPhrase(row.site)}</span>}
              {!row.allowed && <span class="small warn">{say('settingsSiteLost')}</span>}
            </span>
            {row.allowed && <span class="small muted">{say('settingsSiteAsked')}</span>}
            {!row.allowed && (
              <button
                type="button"
                class="btn"
                aria-label={say('settingsSiteAllowOn', row.name)}
                onClick={() => void verbs.allowSite(row).then((given) => setDenied(!given))}
              >
                {say('siteAllow')}
              </button>
            )}
            {row.site && <Remove site={row.site} onRemove={verbs.removeSite} />}
          </li>
        ))}
      </ul>
      {denied && (
        <p class="small muted" role="status">
          {say('siteDenied')}
        </p>
      )}
      <AddSite add={verbs.addSite} />
    </>
  );
}

const Remove = ({ site, onRemove }: { site: Site; onRemove: (site: Site) => void }) => (
  <button type="button" class="btn ghost" aria-label={say('settingsSiteRemoveNamed', siteName(site))} onClick={() => onRemove(site)}>
    {say('settingsSiteRemove')}
  </button>
);

type Said = Awaited<ReturnType<SitesVerbs['addSite']>>['state'] | 'looking';
const SAID = {
  bad: 'settingsSiteBad',
  known: 'settingsSiteNamed',
  denied: 'siteDenied',
  neither: 'settingsSiteNeither',
  failed: 'shellNotDone',
  looking: 'settingsSiteLooking',
} as const;

function AddSite({ add }: { add: SitesVerbs['addSite'] }) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Said | undefined>(undefined);
  const id = useId();
  const submit = (event: Event): void => {
    event.preventDefault();
    void add(text, () => setSaid('looking')).then(({ state }) => {
      setSaid(state);
      // What was not taken stays in the box.
      if (state === 'added') setText('');
    });
  };
  return (
    <form class="add-site" onSubmit={submit}>
      <label class="small muted" for={id}>
        {say('settingsSiteAddress')}
      </label>
      <div class="acts">
        <span class="field">
          <input
            id={id}
            type="text"
            inputMode="url"
            spellcheck={false}
            autocomplete="off"
            placeholder="https://jira.example.org/jira"
            value={text}
            aria-describedby={`${id}said`}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </span>
        <button type="submit" class="btn">
          {say('settingsSiteAdd')}
        </button>
      </div>
      {text.trim().startsWith('http:') && <p class="small warn">{say('sitePlain')}</p>}
      <p class="small" id={`${id}said`} role="status">
        {said && said !== 'added' && say(SAID[said])}
      </p>
    </form>
  );
}
