// @vitest-environment happy-dom
// The view "Team": joining, how sync stands, people, what was put aside, and the way out; each press and what it asks for.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import './popup-words.ts';
import { TeamView } from '../../components/team/team.tsx';
import { syncLine, troublePhrase } from '../../lib/phrases/sync.ts';
import type { TeamHands, TeamModel } from '../../lib/state/team-contract.ts';
import { createTeamView } from '../../lib/state/team-view.ts';
import type { Aside, JoinedTeam, SyncReply, SyncState } from '../../lib/sync/state.ts';
import type { TeamAnswer } from '../../lib/sync/team-calls.ts';

const NOW = Date.parse('2026-11-22T14:05:00');
const SYNC: SyncState = { phase: 'synced', waiting: 0, refused: 0, aside: 0, syncedAt: NOW };
const ALONE: SyncState = { phase: 'alone', waiting: 0, refused: 0, aside: 0 };
const TEAM: JoinedTeam = {
  ...{ origin: 'https://sync.example.org', team: 't-1', name: 'Planner team', hideUntilAnswered: true, since: NOW },
  you: { person: 'p-me', name: 'Ada', role: 'admin' },
};
const MEMBERS = [
  { person: 'p-me', name: 'Ada', role: 'admin' as const, joined: NOW },
  { person: 'p-bo', name: 'Bo', role: 'editor' as const, joined: NOW },
  { person: 'p-cy', name: 'Cy', role: 'viewer' as const, joined: NOW, left: NOW },
];
const SECRET = `azi_t-00000000000000aa_${'i'.repeat(22)}`;
const LINK = `https://sync.example.org/join#${SECRET}`;

function replyTo(call: string): unknown {
  if (call === 'team') return { you: { ...TEAM.you, device: 'd-1' } };
  if (call === 'members') return { members: MEMBERS };
  if (call === 'invites') return { invites: [{ id: 'i-1', role: 'viewer', by: 'p-bo', expires: NOW }] };
  if (call === 'invite') return { id: 'i-2', invite: SECRET, expires: NOW };
  if (call === 'devices')
    return {
      devices: [
        { device: 'd-1', person: 'p-me', since: NOW, seen: NOW, signedIn: true },
        { device: 'd-2', person: 'p-me', since: NOW, seen: NOW, signedIn: true },
      ],
    };
  return {};
}

async function show(model: Partial<TeamModel> = {}, more: Partial<TeamHands> = {}) {
  const whole: TeamModel = { sync: SYNC, team: TEAM, toSend: 0, asides: [], sent: [], sentMore: false, ...model };
  const hands = {
    read: vi.fn(async () => whole),
    sync: vi.fn(async (): Promise<SyncReply> => ({ state: 'sync', sync: SYNC, team: TEAM })),
    team: vi.fn(async ({ call }: { call: string }) => ({ state: 'team', reply: replyTo(call) }) as TeamAnswer<never>),
    join: vi.fn(async (): Promise<SyncReply> => ({ state: 'sync', sync: SYNC, team: TEAM })),
    allow: vi.fn(async () => true),
    copy: vi.fn(async () => true),
    say: vi.fn(),
    complain: vi.fn(),
    ...more,
  } satisfies TeamHands;
  const state = createTeamView(hands);
  await state.refresh();
  await state.meet();
  render(
    <TeamView state={state} look={(link) => (link.startsWith('https') ? 'sync.example.org' : undefined)} onMoreSent={vi.fn()} now={NOW} />,
  );
  return { hands, state };
}
const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));
afterEach(cleanup);

describe('joining', () => {
  const type = (name: string, value: string): boolean => fireEvent.input(screen.getByLabelText(name), { target: { value } });

  it('says whom the browser will ask about and what will be sent, and joins at the press', async () => {
    const { hands } = await show({ sync: ALONE, team: undefined, toSend: 12 });
    expect(screen.getByText(/12 answers made here so far are sent.*Sample data never is/)).toBeTruthy();
    type('Invite link', LINK);
    expect(screen.getByText(/asks whether Azimuth may speak to sync\.example\.org/)).toBeTruthy();
    type('Your name', ' Ada ');
    press('Join the team');
    // In the press itself: the browser would refuse to ask later.
    expect(hands.join).toHaveBeenCalledWith(LINK, 'Ada');
    await waitFor(() => expect(hands.say).toHaveBeenCalledWith('Joined Planner team.'));
  });

  it.each([
    ['not-an-invite', /This is no invite link/],
    ['not-encrypted', /must begin with https/],
    ['no-access', /did not allow access/],
    ['invite-gone', /used already/],
    ['name-needed', /does not know you yet/],
    ['unreachable', /No team’s server answered/],
  ] as const)('says why it did not work: %s, and keeps what was typed', async (why, words) => {
    await show({ sync: ALONE, team: undefined }, { join: async () => ({ state: 'refused', why }) });
    type('Invite link', LINK);
    press('Join the team');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(words));
    expect((screen.getByLabelText('Invite link') as HTMLInputElement).value).toBe(LINK);
    const wrong = screen.getByLabelText(why === 'name-needed' ? 'Your name' : 'Invite link');
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('how sync stands', () => {
  const line = (sync: Partial<SyncState>) => syncLine({ ...SYNC, ...sync }, NOW);

  it('is one line for each state', () => {
    expect(line({}).text.replace(/\s/g, ' ')).toMatch(/^Synced 0?2:05 PM$/);
    expect(line({ phase: 'waiting', waiting: 3 })).toEqual({ text: 'Saved here, 3 waiting', tone: 'muted' });
    expect(line({ phase: 'working', waiting: 3 }).text).toBe('Syncing, 3 waiting');
    expect(line({ phase: 'stopped', waiting: 2 })).toEqual({ text: 'Sync has stopped, 2 waiting', tone: 'bad' });
    expect(line({ phase: 'paused' }).tone).toBe('warn');
    expect(line({ refused: 2 })).toEqual({ text: '2 refused', tone: 'warn' });
    expect(syncLine(ALONE, NOW).text).toBe('On this device');
  });

  it('says what is wrong and offers what helps', async () => {
    const error = { code: 'no-access', todo: 'allow-host' } as const;
    const { hands } = await show({ sync: { ...SYNC, phase: 'stopped', error } });
    expect(screen.getByRole('alert').textContent).toBe(troublePhrase(error));
    press('Allow access');
    expect(hands.allow).toHaveBeenCalledWith('https://sync.example.org');
    await waitFor(() => expect(hands.sync).toHaveBeenCalledWith({ ask: 'syncNow' }));
  });

  it('asks for a new invite where the device was signed out', async () => {
    await show({ sync: { ...SYNC, phase: 'stopped', waiting: 4, error: { code: 'signed-out', todo: 'new-invite' } } });
    expect(screen.getByLabelText('Invite link')).toBeTruthy();
    expect(screen.getByText(/What waits is kept/)).toBeTruthy();
  });

  it('asks before many answers go, with the numbers', async () => {
    const { hands } = await show({ sync: { ...SYNC, phase: 'paused', paused: { removes: 1200, of: 5000, since: NOW } } });
    expect(screen.getByText(/remove 1,200 of 5,000 answers/)).toBeTruthy();
    press('Keep mine');
    await waitFor(() => expect(hands.sync).toHaveBeenCalledWith({ ask: 'answerPause', answer: 'keep' }));
  });
});

describe('what was put aside', () => {
  const aside: Aside = {
    ...{ key: 'out/op-1', way: 'out', code: 'forbidden', at: NOW },
    operation: { kind: 'tag', key: 'github:acme/app#7' },
  };

  it('is listed with its reason, tried again, and discarded after a question', async () => {
    const { hands } = await show({ sync: { ...SYNC, refused: 1 }, asides: [aside] });
    expect(screen.getByText('Your role did not allow it.')).toBeTruthy();
    press('Try again: Answer: acme/app#7');
    await waitFor(() => expect(hands.sync).toHaveBeenCalledWith({ ask: 'retryRefused', keys: ['out/op-1'] }));
    await waitFor(() => expect(hands.say).toHaveBeenCalled());
    press('Discard: Answer: acme/app#7');
    const dialog = screen.getByRole('dialog', { name: 'Discard this change?' });
    expect(hands.sync).toHaveBeenCalledTimes(1);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(hands.sync).toHaveBeenCalledWith({ ask: 'discardRefused', keys: ['out/op-1'] }));
  });

  it('may be anything, and breaks nothing', async () => {
    await show({
      asides: [null, 7, { kind: 'constructor', key: {} }, { kind: '__proto__' }].map((operation, i) => ({
        ...aside,
        key: `in/${i}`,
        operation,
      })),
    });
    expect(screen.getAllByRole('button', { name: /^Try again: / })).toHaveLength(4);
  });
});

describe('people', () => {
  it('changes a role, and back again', async () => {
    const say = vi.fn<TeamHands['say']>();
    const { hands } = await show({}, { say });
    fireEvent.change(screen.getByLabelText('Role of Bo'), { target: { value: 'viewer' } });
    await waitFor(() => expect(say).toHaveBeenCalledWith('Bo is now: Viewer.', expect.any(Function)));
    expect(hands.team).toHaveBeenCalledWith({ call: 'changeMember', person: 'p-bo', change: { role: 'viewer' } });
    say.mock.calls[0]?.[1]?.();
    await waitFor(() => expect(hands.team).toHaveBeenCalledWith({ call: 'changeMember', person: 'p-bo', change: { role: 'editor' } }));
  });

  it('shows an invite once, copies it, and takes open ones back', async () => {
    const { hands, state } = await show();
    press('Make an invite link');
    await waitFor(() =>
      expect((screen.getByLabelText('Invite link, shown this once', { selector: 'input' }) as HTMLInputElement).value).toBe(LINK),
    );
    press('Copy link');
    await waitFor(() => expect(hands.copy).toHaveBeenCalledWith(LINK));
    press('Done');
    await waitFor(() => expect(screen.queryByDisplayValue(LINK)).toBeNull());
    expect(state.made.value).toBeUndefined();
    press('Take back the invite: Viewer');
    await waitFor(() => expect(hands.team).toHaveBeenCalledWith({ call: 'removeInvite', id: 'i-1' }));
  });

  it('asks before somebody is removed, and can bring one back', async () => {
    const { hands } = await show();
    press('Remove Bo');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(hands.team).toHaveBeenCalledWith({ call: 'removeMember', person: 'p-bo', tags: 'keep' }));
    await waitFor(() => expect(hands.say).toHaveBeenCalled());
    press('Invite Cy again');
    await waitFor(() => expect(hands.team).toHaveBeenCalledWith({ call: 'invite', invite: { person: 'p-cy' } }));
  });

  it('lets only admins do that, and everybody see it', async () => {
    await show({ team: { ...TEAM, you: { ...TEAM.you, role: 'editor' } } });
    expect(screen.getByText('Bo')).toBeTruthy();
    expect(screen.queryByLabelText('Role of Bo')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Remove Bo' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Make an invite link' })).toBeNull();
    expect(screen.getByText('Others’ answers show once you have answered.')).toBeTruthy();
  });

  it('says why they cannot be shown, and all else is there', async () => {
    await show({}, { team: async () => ({ state: 'refused', why: 'unreachable' }) });
    expect(screen.getByText(/Members cannot be shown now/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sync now' })).toBeTruthy();
  });
});

describe('leaving', () => {
  it('keeps the data, after a question', async () => {
    const { hands } = await show();
    press('Leave the team');
    fireEvent.click(within(screen.getByRole('dialog', { name: 'Leave Planner team?' })).getByRole('button', { name: 'Leave the team' }));
    await waitFor(() => expect(hands.sync).toHaveBeenCalledWith({ ask: 'leaveTeam', here: 'keep', there: 'keep' }));
  });

  it('deletes everything, and where the server cannot be told only if told so again', async () => {
    const sync = vi.fn(async (): Promise<SyncReply> => ({ state: 'refused', why: 'unreachable' }));
    await show({ sync: { ...SYNC, waiting: 2 } }, { sync });
    press('Leave and delete everything');
    const dialog = screen.getByRole('dialog', { name: 'Leave Planner team and delete everything?' });
    expect(dialog.textContent).toContain('2 changes are not sent yet. They are deleted too.');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Leave and delete everything' }));
    await waitFor(() => expect(within(dialog).getByRole('alert').textContent).toMatch(/Leave anyway/));
    expect(sync).toHaveBeenLastCalledWith({ ask: 'leaveTeam', here: 'delete', there: 'delete' });
    sync.mockResolvedValueOnce({ state: 'sync', sync: ALONE });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Leave anyway' }));
    await waitFor(() => expect(sync).toHaveBeenLastCalledWith({ ask: 'leaveTeam', here: 'delete', there: 'delete', anyway: true }));
  });
});
