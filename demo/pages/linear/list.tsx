/** @jsxImportSource react */
import { useCallback, useMemo, useState } from 'react';
import type { Ticket } from '../data.ts';
import { linearClass as l } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { useGeneration, useTick } from '../react/stir.ts';
import { useWindow } from '../react/window.ts';
import { Board } from './board.tsx';
import { inState, STATES, WORKSPACE, type State } from './issues.ts';
import { Peek } from './peek.tsx';
import { GroupRow, IssueRow } from './row.tsx';
import { useShortcut } from './shortcut.ts';

const ROW = 44;
const IN_DOCUMENT = 36;

type Line = { group: State; count: number } | { issue: Ticket; first: boolean };

function linesOf(): Line[] {
  return STATES.flatMap((group): Line[] => {
    const issues = inState(group);
    return [{ group, count: issues.length }, ...issues.map((issue, index) => ({ issue, first: index === 0 }))];
  });
}

/** A team's issues as rows or, after Cmd+B, as a board; Space peeks. */
export function List({ name }: { name: string }) {
  const [board, setBoard] = useState(() => new URLSearchParams(location.search).get('layout') === 'board');
  const [active, setActive] = useState<Ticket>();
  const [peeked, setPeeked] = useState<Ticket>();
  const lines = useMemo(() => linesOf(), []);
  const firstIssue = inState('Backlog')[0];
  useShortcut(
    'list or board',
    useCallback(() => setBoard((before) => !before), []),
  );
  useShortcut(
    'peek',
    useCallback(() => setPeeked((before) => (before ? undefined : (active ?? firstIssue))), [active, firstIssue]),
  );
  useShortcut(
    'back',
    useCallback(() => setPeeked(undefined), []),
  );
  return (
    <>
      <header className={l('Header')}>
        <a href={`${WORKSPACE}/team/PLN/overview`} aria-label="Team overview">
          <span className={l('TeamMark')} aria-hidden="true">
            P
          </span>{' '}
          Planner
        </a>
        <span>›</span>
        <b className={l('Here')}>{name}</b>
        <button type="button" aria-label="Add filter">
          <Icon name="filter" size={14} />
        </button>
        <button type="button" aria-label="Display options" onClick={() => setBoard(!board)}>
          <Icon name="sliders" size={14} />
        </button>
      </header>
      {board ? <Board /> : <Rows lines={lines} onActive={setActive} />}
      {peeked ? <Peek issue={peeked} /> : null}
    </>
  );
}

function Rows({ lines, onActive }: { lines: Line[]; onActive: (issue: Ticket) => void }) {
  const generation = useGeneration();
  useTick();
  const { slots, onScroll, total } = useWindow(lines, ROW, IN_DOCUMENT);
  // In document order: the rows share one grid, so a recycled row is moved to its place, not positioned.
  const ordered = slots.toSorted((a, b) => a.index - b.index);
  const above = (ordered[0]?.index ?? 0) * ROW;
  return (
    <div className={l('Scroll')} data-list-container="true" data-scroll-container="true" onScroll={onScroll}>
      <div
        key={generation}
        className={l('Rows')}
        data-list-wrapper="true"
        data-restore-scroll-view={`${location.pathname}|0`}
        style={{ paddingTop: above, paddingBottom: total - above - ordered.length * ROW }}
      >
        {ordered.map(({ slot, item }) =>
          'group' in item ? (
            <GroupRow key={slot} state={item.group} count={item.count} />
          ) : (
            <IssueRow key={slot} issue={item.issue} first={item.first} onActive={onActive} />
          ),
        )}
      </div>
    </div>
  );
}
