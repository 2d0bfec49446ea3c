// The versions of a framework, newest first: when, why, what was different, and the way back to each.
import { locale } from '../../lib/impact/locale.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatNumber } from '../../lib/impact/shown.ts';
import type { Framework } from '../../lib/model/framework.ts';
import { say } from '../../lib/say.ts';
import type { StoredVersion } from '../../lib/store/versions.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Differences } from './differences.tsx';

export interface VersionsProps {
  readonly today: string;
  /** Oldest first. */
  readonly load: () => Promise<readonly StoredVersion[]>;
  readonly onRestore: (framework: Framework) => void;
  readonly onClose: () => void;
}

/** As many at once, and more with each press; each has its differences worked out only when it is opened. */
const STEP = 50;

const when = (at: number): string => new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });

export function Versions({ today, load, onRestore, onClose }: VersionsProps) {
  const stored = useSignal<readonly StoredVersion[] | undefined>(undefined);
  const shown = useSignal(STEP);
  useEffect(() => {
    void load().then((all) => (stored.value = all));
  }, []);
  const all = stored.value ?? [];
  const older = Math.max(0, all.length - shown.value);
  return (
    <Dialog title={say('versions')} onClose={onClose}>
      <p class="small muted">{say('versionsHow')}</p>
      <ol class="versions">
        {all
          .slice(older)
          .map((one, i) => (
            <Version
              key={one.framework.version}
              one={one}
              before={all[older + i - 1]}
              last={older + i === all.length - 1}
              today={today}
              onRestore={onRestore}
            />
          ))
          .reverse()}
      </ol>
      <div class="acts">
        {older > 0 && (
          <button type="button" class="btn" onClick={() => (shown.value += STEP)}>
            {say('versionsOlder')}
          </button>
        )}
        {older > 0 && <span class="small muted">{say('versionsShown', formatNumber(shown.value), formatNumber(all.length))}</span>}
        <button type="button" class="btn" onClick={onClose}>
          {say('shellClose')}
        </button>
      </div>
    </Dialog>
  );
}

interface VersionProps {
  readonly one: StoredVersion;
  readonly before: StoredVersion | undefined;
  readonly last: boolean;
  readonly today: string;
  readonly onRestore: VersionsProps['onRestore'];
}

function Version({ one: { framework, at }, before, last, today, onRestore }: VersionProps) {
  const open = useSignal(false);
  const { version } = framework;
  const note = framework.changes?.findLast((change) => change.version === version);
  return (
    <li>
      <details onToggle={(event) => (open.value = event.currentTarget.open)}>
        <summary>
          <span class="strong">{say('versionNumber', version)}</span> <span class="small muted">{when(at)}</span>
          {note?.reason && <span class="small"> {note.reason}</span>}
        </summary>
        {note?.pivot && <p class="small">{say('versionPivot', note.pivot)}</p>}
        {open.value && before && <Differences before={before.framework} after={framework} today={today} />}
        {!before && <p class="small muted">{say('versionFirst')}</p>}
        {last ? (
          <p class="small muted">{say('versionPresent')}</p>
        ) : (
          <button type="button" class="btn" onClick={() => onRestore(framework)}>
            {say('versionRestore')}
          </button>
        )}
      </details>
    </li>
  );
}
