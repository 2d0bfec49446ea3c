// The keys that work on the dashboard.
import { say, type Word } from '../../lib/say.ts';
import { Dialog } from './dialog.tsx';

const KEYS: readonly (readonly [keys: readonly string[], what: Word])[] = [
  [['J', 'K'], 'shellKeyMove'],
  [['↑', '↓'], 'shellKeyArrows'],
  [['Enter'], 'shellKeyHistory'],
  [['O'], 'shellKeyOpen'],
  [['X'], 'shellKeySelect'],
  [['Shift', 'X'], 'shellKeySelectRange'],
  [['E'], 'shellKeyEffects'],
  [['F'], 'shellKeyFilter'],
  [['G'], 'shellKeyGroup'],
  [['/'], 'shellKeyFind'],
  [['Alt', '←', '→'], 'shellKeyReorder'],
  [['Ctrl', 'S'], 'shellKeySave'],
  [['Esc'], 'shellKeyEscape'],
  [['?'], 'shellKeyHelp'],
];

export function Keys({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={say('shellKeys')} onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
      <p class="small muted">{say('shellKeysOff')}</p>
      <div class="acts">
        <button type="button" class="btn" onClick={onClose}>
          {say('shellClose')}
        </button>
      </div>
    </Dialog>
  );
}
