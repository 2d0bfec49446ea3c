// Settings: the keyboard, where the question is not asked, the sample, and where the data is.
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import { hashOf } from '../../lib/state/route.ts';

export interface Held {
  readonly tags: number;
  readonly frameworks: number;
  readonly readings: number;
  readonly ops: number;
  readonly drafts: number;
  /** Bytes on disk as the browser says; `undefined` where it does not. */
  readonly bytes: number | undefined;
}

export interface SettingsModel {
  readonly commands: readonly { readonly name: string; readonly keys: string }[];
  readonly never: readonly string[];
  readonly sample: boolean;
  readonly held: Held;
}

export interface SettingsViewProps {
  readonly model: ReadonlySignal<SettingsModel | undefined>;
  readonly singleKeys: Signal<boolean>;
  readonly verbs: {
    /** Absent where the browser has no page for it that can be opened from here. */
    readonly openShortcuts: (() => void) | undefined;
    allow(place: string): void;
    loadSample(): void;
    removeSample(): void;
    showKeys(): void;
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
            <dl>
              {now.commands.map(({ name, keys }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {keys ? keys.split('+').map((key) => <kbd key={key}>{key}</kbd>) : <span class="warn">{say('settingsNoKeys')}</span>}
                  </dd>
                </div>
              ))}
            </dl>
            <p class="small muted">{say(verbs.openShortcuts ? 'settingsKeysTaken' : 'settingsKeysFirefox')}</p>
            <label class="option">
              <input type="checkbox" checked={singleKeys.value} onChange={() => (singleKeys.value = !singleKeys.value)} />
              <span>
                {say('settingsSingleKeys')}
                <span class="small muted">{say('settingsSingleKeysWhat')}</span>
              </span>
            </label>
            <div class="acts">
              {verbs.openShortcuts && (
                <button type="button" class="btn" onClick={verbs.openShortcuts}>
                  {say('settingsChangeKeys')}
                </button>
              )}
              <button type="button" class="btn ghost" onClick={verbs.showKeys}>
                {say('shellKeys')}
              </button>
            </div>
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
          <Section title={say('settingsSample')}>
            <p class="muted">{say(now.sample ? 'settingsSampleThere' : 'settingsSampleNone')}</p>
            <div class="acts">
              <button type="button" class="btn" onClick={now.sample ? verbs.removeSample : verbs.loadSample}>
                {say(now.sample ? 'shellRemoveSample' : 'settingsSampleLoad')}
              </button>
            </div>
          </Section>
          <Section title={say('settingsData')}>
            <p class="muted">{say('settingsDataWhere')}</p>
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

function Amounts({ held }: { held: Held }) {
  const rows = [
    [say('settingsAnswers'), formatNumber(held.tags)],
    [say('settingsFrameworks'), formatNumber(held.frameworks)],
    [say('settingsReadings'), formatNumber(held.readings)],
    [say('settingsOps'), formatNumber(held.ops)],
    [say('settingsDrafts'), formatNumber(held.drafts)],
    ...(held.bytes === undefined
      ? []
      : [[say('settingsSize'), say('settingsMegabytes', formatNumber(Math.max(0.1, Math.round(held.bytes / 100_000) / 10)))]]),
  ];
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
