// What each permission is for, which keys there are, and where the data is.
import { say, type Word } from '../../lib/say.ts';

const PERMISSIONS: readonly (readonly [name: string, why: Word])[] = [
  ['github.com, *.atlassian.net, linear.app', 'welcomeTrackers'],
  ['storage', 'welcomeStorage'],
  ['scripting', 'welcomeScripting'],
  ['alarms', 'welcomeAlarms'],
  ['activeTab', 'welcomeActiveTab'],
];

export function Facts({ keys, openShortcuts }: { keys: string; openShortcuts: (() => void) | undefined }) {
  return (
    <div class="facts">
      <section>
        <h2>{say('welcomePermissions')}</h2>
        <dl>
          {PERMISSIONS.map(([name, why]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="muted">{say(why)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{say('welcomeKeyboard')}</h2>
        <p class="muted">
          {keys ? (
            <>
              {keys.split('+').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}{' '}
              {say('welcomeKeysDo')}
            </>
          ) : (
            say(openShortcuts ? 'popupNoShortcut' : 'popupNoShortcutWhere')
          )}{' '}
          {openShortcuts && (
            <button type="button" class="link" onClick={openShortcuts}>
              {say(keys ? 'welcomeChangeKeys' : 'popupSetShortcut')}
            </button>
          )}
        </p>
        <h2>{say('welcomeData')}</h2>
        <p class="muted">
          {say('welcomeDataWhere')} <a href="/dashboard.html#/data">{say('welcomeDataSave')}</a>
        </p>
      </section>
    </div>
  );
}
