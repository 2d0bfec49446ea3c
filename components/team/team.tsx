// Team: joining one, how sync with it stands, who is in it, what left this device, and the way out.
import { refusalPhrase } from '../../lib/phrases/team.ts';
import { say } from '../../lib/say.ts';
import type { Roster, TeamModel, TeamView as State } from '../../lib/state/team-contract.ts';
import type { JoinedTeam } from '../../lib/sync/state.ts';
import { About } from './about.tsx';
import { Asides } from './asides.tsx';
import { Devices } from './devices.tsx';
import { Invites } from './invites.tsx';
import { Join, type JoinProps } from './join.tsx';
import { Leave } from './leave.tsx';
import { Members } from './members.tsx';
import { Pause } from './pause.tsx';
import { Section } from './section.tsx';
import { SentList } from './sent.tsx';
import { Trouble } from './trouble.tsx';
import { Standing } from './standing.tsx';

export interface TeamViewProps {
  readonly state: State;
  readonly look: JoinProps['look'];
  readonly onMoreSent: () => void;
  /** ms since 1970. */
  readonly now: number;
}

export function TeamView(props: TeamViewProps) {
  const model = props.state.model.value;
  return (
    <div class="settings team">
      <header class="top">
        <h1 tabIndex={-1} dir="auto">
          {model?.team?.name ?? say('team')}
        </h1>
      </header>
      {model && (model.team ? <Joined {...props} model={model} team={model.team} /> : <Outside {...props} model={model} />)}
    </div>
  );
}

function Outside({ state: { verbs }, look, model: { toSend, sync } }: TeamViewProps & { model: TeamModel }) {
  return (
    <>
      <Section title={say('teamJoin')}>
        {sync.error && <Trouble error={sync.error} />}
        <p>{say('teamWhat')}</p>
        <Join toSend={toSend} look={look} join={verbs.join} />
      </Section>
    </>
  );
}

function Joined(props: TeamViewProps & { model: TeamModel; team: JoinedTeam }) {
  const { state, look, onMoreSent, now, model, team } = props;
  const { verbs } = state;
  const { sync, asides, sent, sentMore } = model;
  const busy = state.busy.value;
  const roster = state.roster.value;
  return (
    <>
      <Section title={say('syncHead')}>
        {sync.paused && <Pause paused={sync.paused} busy={busy} answer={verbs.answerPause} />}
        <Standing {...{ sync, busy, now, verbs }} />
        {sync.error?.todo === 'new-invite' && <Join toSend={0} look={look} join={verbs.join} again />}
      </Section>
      {(asides.length > 0 || sync.refused + sync.aside > 0) && (
        <Section title={say('asideHead')}>
          <Asides {...{ asides, busy, now, verbs }} />
        </Section>
      )}
      <Section title={say('teamAbout')}>
        <About {...{ team, busy, now, verbs }} />
      </Section>
      {roster !== undefined && typeof roster !== 'string' ? (
        <People {...props} roster={roster} />
      ) : (
        <Section title={say('memberHead')}>
          <p class="muted" role="status">
            {roster === undefined ? say('rosterAsking') : say('rosterOffline', refusalPhrase(roster))}
          </p>
        </Section>
      )}
      <Section title={say('sentHead')}>
        <SentList {...{ sent, more: sentMore, now, onMore: onMoreSent }} />
      </Section>
      <Section title={say('leaveHead')}>
        <Leave name={team.name} waiting={sync.waiting} leave={verbs.leave} />
      </Section>
    </>
  );
}

function People({ state, now, team, roster }: TeamViewProps & { team: JoinedTeam; roster: Roster }) {
  const { verbs } = state;
  const admin = team.you.role === 'admin';
  const you = team.you.person;
  const [names, made, busy] = [state.names.value, state.made.value, state.busy.value];
  return (
    <>
      <Section title={say('memberHead')}>
        <Members {...{ members: roster.members, you, admin, now, verbs }} />
      </Section>
      <Section title={say('inviteHead')}>
        <Invites {...{ invites: roster.invites, made, names, you, admin, busy, now, verbs }} />
      </Section>
      {roster.devices.length > 0 && (
        <Section title={say('deviceHead')}>
          <Devices {...{ devices: roster.devices, here: roster.here, names, busy, now, onSignOut: verbs.signOut }} />
        </Section>
      )}
    </>
  );
}
