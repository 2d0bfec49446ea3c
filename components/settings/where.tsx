// Where Azimuth shows: each tracker, each kind of its pages, and whether the panel stands in the page or at its edge.
import { type Change, type Preferences, SURFACES, type Tracker, TRACKERS, wanted } from '../../lib/model/preferences.ts';
import { say } from '../../lib/say.ts';
import { surfacePhrase, TRACKER_NAMES } from './surface-words.ts';

export interface WhereProps {
  readonly preferences: Preferences;
  change(change: Change): void;
}

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  change(on: boolean): void;
}

function Switch({ label, on, disabled = false, change }: SwitchProps) {
  return (
    <label>
      <input type="checkbox" checked={on} disabled={disabled} onChange={() => change(!on)} />
      {label}
    </label>
  );
}

function One({ tracker, preferences, change }: { tracker: Tracker } & WhereProps) {
  const own = preferences[tracker] ?? {};
  const off = own.off ?? false;
  return (
    <fieldset>
      <legend>
        <Switch label={TRACKER_NAMES[tracker]} on={!off} change={(on) => change({ tracker, off: !on })} />
      </legend>
      {SURFACES.map((surface) => (
        <Switch
          key={surface}
          label={surfacePhrase(surface)}
          disabled={off}
          on={wanted({ ...preferences, [tracker]: { ...own, off: false } }, tracker, surface)}
          change={(on) => change({ tracker, surface: { name: surface, on } })}
        />
      ))}
      <Switch label={say('whereDock')} disabled={off} on={own.dock ?? false} change={(dock) => change({ tracker, dock })} />
    </fieldset>
  );
}

export function Where(props: WhereProps) {
  return (
    <div class="where">
      {TRACKERS.map((tracker) => (
        <One key={tracker} tracker={tracker} {...props} />
      ))}
    </div>
  );
}
