// The keys: those the browser gives, and whether single letters act on the dashboard.
import type { Signal } from '@preact/signals';
import { say } from '../../lib/say.ts';

export interface KeyboardProps {
  readonly commands: readonly { readonly name: string; readonly keys: string }[];
  readonly singleKeys: Signal<boolean>;
  readonly verbs: {
    /** Absent where the browser has no page for it that can be opened from here. */
    readonly openShortcuts: (() => void) | undefined;
    showKeys(): void;
  };
}

export function Keyboard({ commands, singleKeys, verbs }: KeyboardProps) {
  return (
    <>
      <dl>
        {commands.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{keys ? keys.split('+').map((key) => <kbd key={key}>{key}</kbd>) : <span class="warn">{say('settingsNoKeys')}</span>}</dd>
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
    </>
  );
}
