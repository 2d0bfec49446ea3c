// That an estimate is stale, in its row: a word, and why where one points at it.
import type { Measured } from '../../lib/ask.ts';
import { stalePhrase } from '../../lib/phrases/overview.ts';
import { say } from '../../lib/say.ts';
import type { Reason } from '../../lib/state/stale.ts';

export function StaleFlag({ reasons, inputs }: { reasons: readonly Reason[]; inputs: readonly Measured[] }) {
  if (reasons.length === 0) return null;
  const why = reasons.map((reason) => stalePhrase(reason, inputs)).join('; ');
  return (
    <span class="stale-flag" title={why} role="img" aria-label={say('staleFlagNamed', why)}>
      {say('staleFlag')}
    </span>
  );
}
