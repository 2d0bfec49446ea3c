// The view "Settings".
import { type Signal, signal } from '@preact/signals';
import { type SettingsModel, SettingsView } from '../../components/settings/settings.tsx';
import { browser } from '../../lib/browser.ts';
import { say } from '../../lib/say.ts';
import { siteRows } from '../../lib/state/sites.ts';
import { twinsAmong } from '../../lib/state/twins.ts';
import { shortcutSettings } from '../../lib/state/shortcut.ts';
import { aliasesIn } from '../../lib/store/aliases.ts';
import { counts, healthOf, neverHere, preferencesOf, sitesIn } from '../../lib/store/read.ts';
import { teamOf } from '../../lib/store/synced.ts';
import { browserIn, healthReport } from '../../lib/phrases/health.ts';
import { seenIn } from '../../lib/trackers/pages.ts';
import { createAliasVerbs } from './alias-verbs.ts';
import { createSiteVerbs } from './site-verbs.ts';
import type { Desk, Room } from './desk.ts';

export interface SettingsNeeds {
  readonly singleKeys: Signal<boolean>;
  readonly showKeys: () => void;
  readonly removeSample: () => void;
}

export function createSettings(desk: () => Desk, { singleKeys, showKeys, removeSample }: SettingsNeeds): Room {
  const model = signal<SettingsModel | undefined>(undefined);
  const shortcuts = shortcutSettings();
  // Access is given and taken away elsewhere too.
  const changed = (): void => void (desk().route.value.view === 'settings' && desk().refresh());
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return {
    refresh: async (db) => {
      const known = await Promise.all([sitesIn(db), aliasesIn(db)]);
      const [commands, never, sites, proposed, held, preferences, health, disk, team] = await Promise.all([
        browser.commands.getAll(),
        neverHere(db),
        siteRows(known[0]),
        twinsAmong(...known),
        counts(db),
        preferencesOf(db),
        healthOf(db),
        navigator.storage.estimate().catch(() => ({ usage: undefined })),
        teamOf(db),
      ]);
      model.value = {
        commands: commands.flatMap(({ description, shortcut }) => (description ? [{ name: description, keys: shortcut ?? '' }] : [])),
        never,
        sites,
        aliases: known[1],
        proposed,
        preferences,
        health,
        endpoint: team?.origin,
        sample: desk().rows.value.some(({ framework }) => framework.sample),
        held: { ...held, bytes: disk.usage },
      };
    },
    draw: () => (
      <SettingsView
        model={model}
        singleKeys={singleKeys}
        verbs={{
          openShortcuts: shortcuts && (() => void shortcuts()),
          allow: (place) => void desk().write({ ask: 'allowHere', place }, { text: say('settingsAllowed', place) }),
          loadSample: () => void desk().write({ ask: 'loadSample' }, { text: say('settingsSampleLoaded') }),
          removeSample,
          ...createSiteVerbs(desk),
          ...createAliasVerbs(desk),
          showKeys,
          prefer: (change) => void desk().write({ ask: 'prefer', change }),
          copyHealth: () => {
            const report = healthReport({
              version: browser.runtime.getManifest().version,
              browser: browserIn(navigator.userAgent),
              health: model.value?.health ?? {},
              seen: seenIn,
            });
            void navigator.clipboard.writeText(report).then(() => (desk().toast.value = { text: say('healthCopied') }));
          },
        }}
      />
    ),
  };
}
