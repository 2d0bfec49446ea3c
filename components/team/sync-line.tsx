// How it stands with the team, in one line, on every page of ours.
import type { SyncLine } from '../../lib/phrases/sync.ts';

export function SyncState({ line: { text, tone } }: { line: SyncLine }) {
  return (
    <span class={`sync-line ${tone}`} title={text}>
      {text}
    </span>
  );
}
