// What can be done about sites in the settings.
import type { SitesVerbs } from '../../components/settings/sites.tsx';
import { siteName } from '../../lib/model/site.ts';
import { kindPhrase } from '../../lib/phrases/site.ts';
import { say } from '../../lib/say.ts';
import { addTyped, requestAccess, typedAddress } from '../../lib/state/sites.ts';
import { isNamedHost } from '../../lib/trackers/addresses.ts';
import type { Desk } from './desk.ts';

export function createSiteVerbs(desk: () => Desk): SitesVerbs {
  const said = async (text: string): Promise<void> => {
    desk().toast.value = { text };
    await desk().refresh();
  };
  return {
    allowSite: async ({ pattern, name }) => {
      const given = await requestAccess(pattern);
      if (given) await said(say('settingsSiteAllowed', name));
      return given;
    },
    removeSite: ({ origin, context }) =>
      void desk().write({ ask: 'removeSite', origin, context }, { text: say('settingsSiteRemoved', siteName({ origin, context })) }),
    addSite: async (text, looking) => {
      const url = typedAddress(text);
      if (!url) return { state: 'bad' };
      if (isNamedHost(url.hostname)) return { state: 'known' };
      // Nothing may be awaited before the browser is asked: whether the site is known already is seen afterwards.
      const added = await addTyped(url, looking);
      if (added.state === 'added') await said(say('settingsSiteAdded', siteName(added.site), kindPhrase(added.site)));
      return added;
    },
  };
}
