// The view "Team", and the line about it on every view.
import { signal } from '@preact/signals';
import { TeamView } from '../../components/team/team.tsx';
import { browser } from '../../lib/browser.ts';
import { askSync, askTeam, joinByLink } from '../../lib/state/joining.ts';
import { type SyncWatch, watchSync } from '../../lib/state/sync-watch.ts';
import type { TeamModel } from '../../lib/state/team-contract.ts';
import { createTeamView } from '../../lib/state/team-view.ts';
import { SAMPLE_TEAM } from '../../lib/sample/planner.ts';
import { counts } from '../../lib/store/read.ts';
import type { Db } from '../../lib/store/db.ts';
import { asides as asidesIn, sentPage, syncStateOf, teamOf } from '../../lib/store/synced.ts';
import { patternOfEndpoint, readInvite } from '../../lib/sync/invite.ts';
import type { Desk, Room } from './desk.ts';

const SENT_AT_ONCE = 20;
/** The endpoint is asked about its people again after so long, when the view is looked at. */
const MEET_MS = 60_000;

/** Keeps the line about the team up while the page is looked at; opening it has a round begun where one is due. */
export function watchTeam(desk: Desk): SyncWatch {
  const gone = new AbortController();
  addEventListener('pagehide', () => gone.abort());
  void askSync({ ask: 'syncState' });
  return watchSync(() => desk.database().then((db) => syncStateOf(db, Date.now())), {
    stopped: gone.signal,
    seen: () => document.visibilityState === 'visible',
    changed: () => void (desk.route.peek().view === 'team' && desk.refresh()),
  });
}

export function createTeamRoom(desk: () => Desk, watch: () => SyncWatch): Room {
  const most = signal(SENT_AT_ONCE);
  let met = 0;

  async function read(db: Db): Promise<TeamModel> {
    const [sync, team, asides, sent, held, samples] = await Promise.all([
      syncStateOf(db, Date.now()),
      teamOf(db),
      asidesIn(db),
      sentPage(db, most.peek() + 1),
      counts(db),
      db.count('tags', IDBKeyRange.bound([SAMPLE_TEAM], [SAMPLE_TEAM, []])),
    ]);
    return {
      ...{ sync, team, asides },
      toSend: held.tags - samples,
      sent: sent.slice(0, most.peek()),
      sentMore: sent.length > most.peek(),
    };
  }

  const state = createTeamView({
    read: () => desk().database().then(read),
    sync: askSync,
    team: askTeam,
    join: joinByLink,
    allow: (origin) => browser.permissions.request({ origins: [patternOfEndpoint(origin)] }).catch(() => false),
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    say: (text, undo) => {
      desk().toast.value = { text, ...(undo && { undo }) };
      void watch().look();
    },
    complain: (text) => {
      desk().toast.value = { text, tone: 'bad' };
    },
  });

  return {
    refresh: async () => {
      await state.refresh();
      const joined = state.model.peek()?.team !== undefined;
      const now = Date.now();
      if (!joined || (typeof state.roster.peek() === 'object' && now - met < MEET_MS)) return;
      met = now;
      void state.meet();
    },
    draw: () => (
      <TeamView
        state={state}
        now={watch().now.value}
        look={(link) => {
          const found = readInvite(link);
          return typeof found === 'string' ? undefined : new URL(found.origin).host;
        }}
        onMoreSent={() => {
          most.value += 100;
          void state.refresh();
        }}
      />
    ),
  };
}
