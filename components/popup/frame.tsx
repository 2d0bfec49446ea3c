// The popup's head and foot, the same whatever is between them.
import type { ComponentChildren } from 'preact';
import type { Framework } from '../../lib/model/framework.ts';
import type { SyncLine } from '../../lib/phrases/sync.ts';
import { say } from '../../lib/say.ts';
import { Mark } from '../chart/mark.tsx';
import { SyncState } from '../team/sync-line.tsx';
import { Away, type Leave } from './away.tsx';

export interface HeadProps {
  readonly name: string;
  readonly sample: boolean;
  readonly frameworks: readonly Pick<Framework, 'id' | 'name'>[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly leave: Leave;
}

export function Head({ name, sample, frameworks, chosen, onChoose, leave }: HeadProps) {
  return (
    <header class="head">
      <Mark size={16} />
      <h1 class={frameworks.length > 1 ? 'quiet' : 'cut'} title={name}>
        {name}
      </h1>
      {frameworks.length > 1 && (
        <select class="cut" aria-label={say('popupFramework')} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
          {frameworks.map((framework) => (
            <option key={framework.id} value={framework.id}>
              {framework.name}
            </option>
          ))}
        </select>
      )}
      {sample && <span class="tag">{say('popupSample')}</span>}
      <span class="gap" />
      <Away class="icon" to="/dashboard.html#/settings" aria-label={say('popupSettings')} leave={leave}>
        <svg
          width="16"
          height="16"
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          stroke-width="1.25"
          stroke-linecap="round"
          aria-hidden="true"
        >
          <circle cx="8" cy="8" r="2" />
          <path d="M8 1.75V3.5M8 12.5v1.75M14.25 8H12.5M3.5 8H1.75M12.42 3.58l-1.24 1.24M4.82 11.18l-1.24 1.24M12.42 12.42l-1.24-1.24M4.82 4.82L3.58 3.58" />
        </svg>
      </Away>
    </header>
  );
}

export interface FootProps {
  readonly leave: Leave;
  /** How it stands with the team; absent where none was joined. */
  readonly sync?: SyncLine | undefined;
  /** What stands between the links, such as the way to a log form. */
  readonly children?: ComponentChildren;
}

export function Foot({ leave, sync, children }: FootProps) {
  return (
    <footer class="foot">
      <Away class="btn ghost" to="/dashboard.html#/status" leave={leave}>
        {say('popupDashboard')}
      </Away>
      {children}
      <Away class="btn ghost" to="/dashboard.html#/data" leave={leave}>
        {say('popupExport')}
      </Away>
      <span class="gap" />
      {sync ? (
        <Away class="micro muted sync" to="/dashboard.html#/team" leave={leave}>
          <SyncState line={sync} />
        </Away>
      ) : (
        <span class="micro muted">{say('popupOnThisDevice')}</span>
      )}
    </footer>
  );
}
