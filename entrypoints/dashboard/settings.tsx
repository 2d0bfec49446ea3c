// The view "Settings".
import { type Signal, signal } from '@preact/signals';
import { type SettingsModel, SettingsView } from '../../components/settings/settings.tsx';
import { browser } from '../../lib/browser.ts';
import { say } from '../../lib/say.ts';
import { shortcutSettings } from '../../lib/state/shortcut.ts';
import { browserIn, healthReport } from '../../lib/phrases/health.ts';
import { counts, healthOf, neverHere, preferencesOf } from '../../lib/store/read.ts';
import { seenIn } from '../../lib/trackers/pages.ts';
import type { Desk, Room } from './desk.ts';

export interface SettingsNeeds {
  readonly singleKeys: Signal<boolean>;
  readonly showKeys: () => void;
  readonly removeSample: () => void;
}

export function createSettings(desk: () => Desk, { singleKeys, showKeys, removeSample }: SettingsNeeds): Room {
  const model = signal<SettingsModel | undefined>(undefined);
  const shortcuts = shortcutSettings();
  return {
    refresh: async (db) => {
      const [commands, never, held, preferences, health, disk] = await Promise.all([
        browser.commands.getAll(),
        neverHere(db),
        counts(db),
        preferencesOf(db),
        healthOf(db),
        navigator.storage.estimate().catch(() => ({ usage: undefined })),
      ]);
      model.value = {
        commands: commands.flatMap(({ description, shortcut }) => (description ? [{ name: description, keys: shortcut ?? '' }] : [])),
        never,
        preferences,
        health,
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
          showKeys,
          prefer: (preferences) => void desk().write({ ask: 'savePreferences', preferences }),
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
