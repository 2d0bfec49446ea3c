// Tickets that have two addresses: what is said of them, what the open pages propose, and a way to say more.
import { useId, useState } from 'preact/hooks';
import type { Alias } from '../../lib/model/alias.ts';
import { say } from '../../lib/say.ts';
import { placeName } from '../../lib/state/alias-text.ts';

export interface AliasesVerbs {
  readonly join: (alias: Alias) => void;
  readonly part: (alias: Alias) => void;
  /** `circle`: the second leads to the first already. */
  readonly joinTyped: (from: string, to: string) => Promise<'done' | 'from' | 'to' | 'differ' | 'same' | 'circle'>;
}

interface AliasesProps {
  readonly aliases: readonly Alias[];
  /** By the marks of pages; nothing is done about them before the user says so. */
  readonly proposed: readonly Alias[];
  readonly verbs: AliasesVerbs;
}

export function Aliases({ aliases, proposed, verbs }: AliasesProps) {
  return (
    <>
      <h3>{say('aliases')}</h3>
      <p class="muted">{say('aliasesWhy')}</p>
      {aliases.length + proposed.length > 0 && (
        <ul class="places sites">
          {aliases.map((alias) => (
            <One key={alias.from} alias={alias} says={say('aliasIs', placeName(alias.to))} act={say('aliasPart')} onAct={verbs.part} />
          ))}
          {proposed.map((alias) => (
            <One key={alias.from} alias={alias} says={say('aliasMaybe', placeName(alias.to))} act={say('aliasJoin')} onAct={verbs.join} />
          ))}
        </ul>
      )}
      <Say join={verbs.joinTyped} />
    </>
  );
}

function One({ alias, says, act, onAct }: { alias: Alias; says: string; act: string; onAct: (alias: Alias) => void }) {
  const name = placeName(alias.from);
  return (
    <li>
      <span class="who">
        <span class="cut" title={name}>
          {name}
        </span>
        <span class="small muted cut" title={says}>
          {says}
        </span>
      </span>
      <button type="button" class="btn" aria-label={`${act}: ${name}`} onClick={() => onAct(alias)}>
        {act}
      </button>
    </li>
  );
}

const SAID = { from: 'aliasBad', to: 'aliasBad', differ: 'aliasDiffer', same: 'aliasSame', circle: 'aliasCircle' } as const;

function Say({ join }: { join: AliasesVerbs['joinTyped'] }) {
  const [[from, to], setText] = useState(['', '']);
  const [said, setSaid] = useState<Awaited<ReturnType<AliasesVerbs['joinTyped']>> | undefined>(undefined);
  const id = useId();
  const submit = (event: Event): void => {
    event.preventDefault();
    void join(from ?? '', to ?? '').then((how) => {
      setSaid(how);
      // What was not taken stays in the boxes, and so does what was typed meanwhile.
      if (how === 'done') setText((now) => (now[0] === from && now[1] === to ? ['', ''] : now));
    });
  };
  const box = (name: 'from' | 'to', value: string, set: (text: string) => void) => (
    <label>
      <span class="small muted">{say(name === 'from' ? 'aliasFrom' : 'aliasTo')}</span>
      <span class="field">
        <input
          type="text"
          inputMode="url"
          spellcheck={false}
          autocomplete="off"
          placeholder={name === 'from' ? 'https://work.example.org' : 'https://example.atlassian.net'}
          value={value}
          aria-invalid={said === name || undefined}
          aria-describedby={`${id}said`}
          onInput={(event) => set(event.currentTarget.value)}
        />
      </span>
    </label>
  );
  return (
    <form class="add-alias" onSubmit={submit}>
      {box('from', from ?? '', (text) => setText([text, to ?? '']))}
      {box('to', to ?? '', (text) => setText([from ?? '', text]))}
      <button type="submit" class="btn">
        {say('aliasJoin')}
      </button>
      <p class="small" id={`${id}said`} role="status">
        {said && said !== 'done' && say(SAID[said], said === 'to' ? (to ?? '') : (from ?? ''))}
      </p>
    </form>
  );
}
