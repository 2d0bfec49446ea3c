// Views kept under a name: go to one, keep the present one, rename, remove.
import { useSignal } from '@preact/signals';
import { say } from '../../lib/say.ts';
import type { NamedView } from '../../lib/state/saved-views.ts';
import { Icon } from '../shell/icons.tsx';

export interface ViewsProps {
  readonly views: readonly NamedView[];
  /** The present view, as `queryOf` prints it. */
  readonly query: string;
  readonly onGo: (view: NamedView) => void;
  /** Keeps the present view under a name; with a key that view gets the name. */
  readonly onKeep: (name: string, of?: NamedView) => void;
  readonly onDrop: (view: NamedView) => void;
}

export function ViewsMenu({ views, query, onGo, onKeep, onDrop }: ViewsProps) {
  const name = useSignal('');
  const renaming = useSignal<NamedView | undefined>(undefined);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (name.value.trim() === '') return;
    onKeep(name.value, renaming.value);
    name.value = '';
    renaming.value = undefined;
  };
  return (
    <div class="views-menu">
      {views.length === 0 && <p class="small muted">{say('viewsNone')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.key}>
            <button
              type="button"
              class="go cut"
              aria-current={view.query === query ? 'true' : undefined}
              dir="auto"
              onClick={() => onGo(view)}
            >
              {view.name}
            </button>
            <button
              type="button"
              class="link small"
              aria-label={say('viewsRename', view.name)}
              onClick={() => {
                renaming.value = view;
                name.value = view.name;
              }}
            >
              {say('viewsRenameShort')}
            </button>
            <button type="button" class="icon" aria-label={say('viewsRemove', view.name)} onClick={() => onDrop(view)}>
              <Icon name="bin" />
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit}>
        <label class="field">
          <span class="quiet">{say('viewsName')}</span>
          <input
            value={name.value}
            maxLength={80}
            placeholder={say('viewsName')}
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="btn">
          {say(renaming.value ? 'viewsRenameShort' : 'viewsKeep')}
        </button>
      </form>
    </div>
  );
}
