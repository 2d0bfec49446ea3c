// Where tickets are asked about: repositories, projects and teams, as links or names, one or many at a time.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { say } from '../../lib/say.ts';
import type { ClaimConflict } from '../../lib/state/claim-conflicts.ts';
import { Icon } from '../shell/icons.tsx';
import { Conflict } from './conflict.tsx';

/** What was understood of pasted text, and what was not, with the reason in words. */
export interface ReadClaims {
  readonly claims: readonly string[];
  readonly problems: readonly { readonly text: string; readonly why: 'site' | 'tracker' | 'unknown' }[];
}

export interface ClaimsProps {
  readonly claims: readonly string[];
  readonly read: (pasted: string) => ReadClaims;
  readonly onChange: (claims: readonly string[]) => void;
  /** Places that other frameworks claim too. */
  readonly conflicts: readonly ClaimConflict[];
  /** This framework's name. */
  readonly name: string;
  /** Has the other framework give a place up. */
  readonly onSettle: (conflict: ClaimConflict) => void;
}

const WHY = { site: 'frameClaimSite', tracker: 'frameClaimTracker', unknown: 'frameClaimUnknown' } as const;

export function Claims({ claims, read, onChange, conflicts, name, onSettle }: ClaimsProps) {
  const typed = useSignal('');
  const problems = useSignal<ReadClaims['problems']>([]);
  const id = useId();
  const add = (): void => {
    const found = read(typed.value);
    problems.value = found.problems;
    // What was not understood stays in the box to be mended.
    typed.value = found.problems.map(({ text }) => text).join('\n');
    if (found.claims.length > 0) onChange([...new Set([...claims, ...found.claims])]);
  };
  return (
    <section class="claims" aria-labelledby={`${id}head`} data-place="/claims">
      <h2 id={`${id}head`}>{say('frameClaims')}</h2>
      <p class="small muted">{say('frameClaimsWhy')}</p>
      <ul>
        {claims.map((claim) => (
          <li key={claim}>
            <span class="cut" title={claim}>
              {claim}
            </span>
            <button
              type="button"
              class="icon"
              aria-label={say('removeInput', claim)}
              onClick={() => onChange(claims.filter((other) => other !== claim))}
            >
              <Icon name="cross" />
            </button>
            {conflicts
              .filter((conflict) => conflict.claim === claim)
              .map((conflict) => (
                <Conflict
                  key={`${conflict.other.id} ${conflict.theirs}`}
                  conflict={conflict}
                  name={name}
                  onKeep={() => onSettle(conflict)}
                  onYield={() => onChange(claims.filter((other) => other !== claim))}
                />
              ))}
          </li>
        ))}
      </ul>
      <label for={id} class="small">
        {say('frameClaimAdd')}
      </label>
      <div class="adding">
        <div class={`field${problems.value.length > 0 ? ' wrong' : ''}`}>
          <textarea
            id={id}
            rows={Math.min(6, Math.max(1, typed.value.split('\n').length))}
            value={typed.value}
            placeholder="https://github.com/owner/repo"
            spellcheck={false}
            aria-describedby={`${id}says`}
            aria-invalid={problems.value.length > 0 ? true : undefined}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
              problems.value = [];
            }}
            onBlur={() => typed.value.trim() && add()}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey) return;
              event.preventDefault();
              add();
            }}
          />
        </div>
        <button type="button" class="btn" onClick={add}>
          {say('frameAdd')}
        </button>
      </div>
      <div id={`${id}says`} aria-live="polite">
        {problems.value.map(({ text, why }) => (
          <p key={text} class="bad small">
            {say(WHY[why], text)}
          </p>
        ))}
      </div>
    </section>
  );
}
