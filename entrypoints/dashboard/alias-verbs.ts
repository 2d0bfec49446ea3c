// What can be done about tickets with two addresses, in the settings.
import type { AliasesVerbs } from '../../components/settings/aliases.tsx';
import type { Alias } from '../../lib/model/alias.ts';
import { say } from '../../lib/say.ts';
import { aliasFrom, placeName } from '../../lib/state/alias-text.ts';
import { ask } from '../../lib/state/own.ts';
import type { Desk } from './desk.ts';

export function createAliasVerbs(desk: () => Desk): AliasesVerbs {
  const part = ({ from, to }: Alias): void =>
    void desk().write({ ask: 'removeAlias', from }, { text: say('aliasParted', placeName(from), placeName(to)) });

  async function join({ from, to }: Alias): Promise<boolean> {
    const reply = await ask({ ask: 'addAlias', from, to });
    const refused = reply.state === 'refused' ? reply.why : undefined;
    if (refused === 'invalid') return false;
    desk().toast.value = refused
      ? { text: say('shellNotDone'), tone: 'bad' }
      : { text: say('aliasJoined', placeName(from), placeName(to)), undo: () => part({ from, to }) };
    await desk().refresh();
    return true;
  }

  return {
    part,
    join: (alias) => void join(alias),
    joinTyped: async (from, to) => {
      const said = aliasFrom(from, to, desk().sites.value);
      if (!said.ok) return said.why;
      return (await join(said.alias)) ? 'done' : 'circle';
    },
  };
}
