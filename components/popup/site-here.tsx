// The site in the tab, where something has to be done for tickets to be asked about there.
import { useState } from 'preact/hooks';
import { type Site, siteName } from '../../lib/model/site.ts';
import { kindPhrase } from '../../lib/phrases/site.ts';
import { say } from '../../lib/say.ts';
import type { Access, SiteHere } from '../../lib/state/sites.ts';

export interface SiteVerbs {
  /** Both ask the browser; false where it did not allow it. */
  readonly addSite: (site: Site) => Promise<boolean>;
  readonly allowSite: (access: Access) => Promise<boolean>;
}

export function SiteHereView({ here, verbs }: { here: SiteHere; verbs: SiteVerbs }) {
  const [denied, setDenied] = useState(here.state === 'offer' && here.denied);
  const offer = here.state === 'offer';
  // The browser must be asked in the press itself.
  const press = (): void => {
    setDenied(false);
    void (here.state === 'offer' ? verbs.addSite(here.site) : verbs.allowSite(here)).then((given) => setDenied(!given));
  };
  return (
    <section class="site">
      <div class="line small">
        <span class="why" role={offer ? undefined : 'alert'}>
          {offer ? say('popupSiteIs', kindPhrase(here.site), siteName(here.site)) : say('siteLost', here.name)}
        </span>
        <button type="button" class="btn" onClick={press}>
          {say(offer ? 'popupSiteAsk' : 'siteAllow')}
        </button>
      </div>
      {offer && here.site.origin.startsWith('http:') && <p class="small warn">{say('sitePlain')}</p>}
      {denied && (
        <p class="small muted" role="status">
          {say('siteDenied')}
        </p>
      )}
    </section>
  );
}
