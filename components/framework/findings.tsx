// What the framework lacks or contradicts, below its tree: the worst first, each with its rule and what to do. Rules explain;
// they never forbid, and one that was looked at can be muted with a reason.
import { useSignal } from '@preact/signals';
import { alikePhrase, RULE_COUNT, type Told } from '../../lib/phrases/told-finding.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';
import { Muting } from './muting.tsx';

export interface FindingsProps {
  readonly findings: readonly Told[];
  readonly onGo: (told: Told) => void;
  readonly onMute: (told: readonly Told[], reason: string) => void;
  readonly onUnmute: (told: readonly Told[]) => void;
}

/** As many are shown at once; more of them are a press away. */
const SHOWN = 6;

/** Findings of one rule in one row, so that four inputs without a check are one thing to do. */
const byRule = (findings: readonly Told[]): (readonly [Told, ...Told[]])[] =>
  [...Map.groupBy(findings, ({ rule, muted }) => `${rule}/${muted ?? ''}`).values()] as [Told, ...Told[]][];

export function countPhrase(groups: readonly (readonly [Told, ...Told[]])[]): string {
  const count = (level: Told['level']): number => groups.filter(([{ level: own }]) => own === level).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  return [
    ...(errors > 0 ? [errors === 1 ? say('frameOneError') : say('frameErrors', errors)] : []),
    ...(warnings > 0 ? [warnings === 1 ? say('frameOneWarning') : say('frameWarnings', warnings)] : []),
    ...(notes > 0 ? [notes === 1 ? say('frameOneNote') : say('frameOtherNotes', notes)] : []),
    say('framePassed', RULE_COUNT - new Set(groups.map(([{ rule }]) => rule)).size),
  ].join(', ');
}

export function Findings({ findings, onGo, onMute, onUnmute }: FindingsProps) {
  const all = useSignal(false);
  const shown = byRule(findings.filter(({ muted }) => muted === undefined));
  const muted = byRule(findings.filter((told) => told.muted !== undefined));
  const some = all.value ? shown : shown.slice(0, SHOWN);
  return (
    <section class="notes" aria-label={say('frameFindings')}>
      <header>
        <h2>{say('frameFindings')}</h2>
        <span class="small muted">{countPhrase(shown)}</span>
      </header>
      <ul>
        {some.map((group) => (
          <Item key={group[0].rule} group={group} onGo={onGo} onMute={onMute} />
        ))}
      </ul>
      {shown.length > SHOWN && (
        <button type="button" class="link small" aria-expanded={all.value} onClick={() => (all.value = !all.value)}>
          {all.value ? say('frameFewer') : say('frameMore', shown.length - SHOWN)}
        </button>
      )}
      {muted.length > 0 && (
        <details class="more">
          <summary class="small">{say('frameMuted', muted.length)}</summary>
          <ul>
            {muted.map((group) => (
              <li key={group[0].rule} class="note">
                <Icon name="note" />
                <p class="small">
                  {group[0].what} <span class="muted">{group[0].muted}</span>
                </p>
                <button type="button" class="link small" onClick={() => onUnmute(group)}>
                  {say('frameUnmute')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Item({ group, onGo, onMute }: { group: readonly [Told, ...Told[]] } & Pick<FindingsProps, 'onGo' | 'onMute'>) {
  const muting = useSignal(false);
  const [told, ...more] = group;
  const { level, what, todo, number, source, rule } = told;
  return (
    <li class={level}>
      <Icon name={level === 'note' ? 'note' : 'warning'} />
      <div>
        <p class="small">
          <span class="quiet">{say(level === 'note' ? 'frameNote' : level === 'error' ? 'frameError' : 'frameWarning')}: </span>
          <strong>{what}</strong> {more.length > 0 && `${say('frameAlso', alikePhrase(more))} `}
          {todo}
        </p>
        {muting.value && (
          <Muting
            onMute={(reason) => {
              muting.value = false;
              onMute(group, reason);
            }}
            onClose={() => (muting.value = false)}
          />
        )}
      </div>
      <span class="does">
        {!muting.value && level !== 'error' && (
          <button type="button" class="link small mute" aria-label={say('frameMuteThis', what)} onClick={() => (muting.value = true)}>
            {say('frameMute')}
          </button>
        )}
        <button
          type="button"
          class="link small"
          title={say('frameRuleGo', number, source)}
          data-rule={rule}
          aria-label={say('frameRuleOn', number, what)}
          onClick={() => onGo(told)}
        >
          {say('frameRuleNumber', number)}
        </button>
      </span>
    </li>
  );
}
