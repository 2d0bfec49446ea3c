// Settings: the keyboard, where the question is not asked, the sample, and where the data is.
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { say } from '../../lib/say.ts';
import { hashOf } from '../../lib/state/route.ts';
import type { Alias } from '../../lib/model/alias.ts';
import type { Health } from '../../lib/model/health.ts';
import type { Change, Preferences } from '../../lib/model/preferences.ts';
import { Aliases, type AliasesVerbs } from './aliases.tsx';
import { Amounts, type Held } from './amounts.tsx';
import type { SiteRow } from '../../lib/state/sites.ts';
import { Keyboard, type KeyboardProps } from './keyboard.tsx';
import { Sites, type SitesVerbs } from './sites.tsx';
import { PageHealth } from './page-health.tsx';
import { Where } from './where.tsx';

export interface SettingsModel {
  readonly commands: KeyboardProps['commands'];
  readonly sites: readonly SiteRow[];
  readonly aliases: readonly Alias[];
  /** What open pages say could be one. */
  readonly proposed: readonly Alias[];
  readonly never: readonly string[];
  readonly sample: boolean;
  readonly held: Held;
  readonly preferences: Preferences;
  readonly health: Health;
  /** Of the team that was joined. */
  readonly endpoint: string | undefined;
}

export interface SettingsViewProps {
  readonly model: ReadonlySignal<SettingsModel | undefined>;
  readonly singleKeys: Signal<boolean>;
  readonly verbs: KeyboardProps['verbs'] &
    SitesVerbs &
    AliasesVerbs & {
      allow(place: string): void;
      loadSample(): void;
      removeSample(): void;
      prefer(change: Change): void;
      copyHealth(): void;
    };
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}

export function SettingsView({ model, singleKeys, verbs }: SettingsViewProps) {
  const now = model.value;
  return (
    <div class="settings">
      <header class="top">
        <h1 tabIndex={-1}>{say('shellSettings')}</h1>
      </header>
      {now && (
        <>
          <Section title={say('settingsKeys')}>
            <Keyboard commands={now.commands} singleKeys={singleKeys} verbs={verbs} />
          </Section>
          <Section title={say('settingsSites')}>
            <Sites rows={now.sites} verbs={verbs} />
            <Aliases aliases={now.aliases} proposed={now.proposed} verbs={verbs} />
          </Section>
          <Section title={say('settingsWhere')}>
            <Where preferences={now.preferences} change={verbs.prefer} />
          </Section>
          <Section title={say('settingsNever')}>
            {now.never.length === 0 && <p class="muted">{say('settingsNeverNone')}</p>}
            <ul class="places">
              {now.never.map((place) => (
                <li key={place}>
                  <span class="cut">{place}</span>
                  <button type="button" class="btn" aria-label={say('settingsAllowIn', place)} onClick={() => verbs.allow(place)}>
                    {say('settingsAllow')}
                  </button>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={say('health')}>
            <PageHealth health={now.health} copy={verbs.copyHealth} />
          </Section>
          <Section title={say('settingsSample')}>
            <p class="muted">{say(now.sample ? 'settingsSampleThere' : 'settingsSampleNone')}</p>
            <div class="acts">
              <button type="button" class="btn" onClick={now.sample ? verbs.removeSample : verbs.loadSample}>
                {say(now.sample ? 'shellRemoveSample' : 'settingsSampleLoad')}
              </button>
            </div>
          </Section>
          <Section title={say('settingsData')}>
            <p class="muted">{now.endpoint === undefined ? say('settingsDataWhere') : say('settingsDataTeam', now.endpoint)}</p>
            <Amounts held={now.held} />
            <div class="acts">
              <a class="btn" href={hashOf('data')}>
                {say('backlogExport')}
              </a>
            </div>
          </Section>
          <Section title={say('settingsHost')}>
            <ul class="facts">
              {(['settingsHostPanel', 'settingsHostTyped', 'settingsHostSecret', 'settingsHostNothing'] as const).map((word) => (
                <li key={word} class="muted">
                  {say(word)}
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </div>
  );
}
