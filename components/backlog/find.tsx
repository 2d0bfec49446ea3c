// The box that searches a list.
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';

export function Find({ find, onFind }: { readonly find: string; readonly onFind: (find: string) => void }) {
  return (
    <label class="field find">
      <Icon name="search" />
      <span class="quiet">{say('backlogFind')}</span>
      <input
        type="search"
        value={find}
        placeholder={say('backlogFind')}
        spellcheck={false}
        onInput={(event) => onFind(event.currentTarget.value)}
      />
    </label>
  );
}
