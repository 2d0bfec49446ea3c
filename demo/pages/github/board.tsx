/** @jsxImportSource react */
import { useCallback, useEffect, useState } from 'react';
import { boardIssues, type Ticket } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { useGeneration, useTick } from '../react/stir.ts';
import { useWindow } from '../react/window.ts';
import { openedSwitches } from '../switches.ts';
import { BoardCard } from './board-card.tsx';
import { navigate, registerApp } from './navigation.ts';
import { OWNER, paneNumber, paneQuery } from './route.ts';
import { SidePanel } from './side-panel.tsx';

export const BOARD_PATH = `/orgs/${OWNER}/projects/1`;
const COLUMNS = ['Backlog', 'Ready', 'In progress', 'Done'] as const;
const CARD = 112;
const IN_DOCUMENT = 14;

/** A Projects board of 150 items whose cards are recycled on scroll; a click opens the pane, the address says which. */
export function Board({ search }: { search: string }) {
  const [pane, setPane] = useState(() => paneNumber(new URLSearchParams(search)));
  const generation = useGeneration();
  useTick();
  useEffect(
    () =>
      registerApp({
        owns: (url) => url.pathname.startsWith(BOARD_PATH),
        go(url, how) {
          if (how === 'push') history.pushState({}, '', url);
          setTimeout(() => setPane(paneNumber(url.searchParams)), openedSwitches().lag);
        },
      }),
    [],
  );
  const open = useCallback(
    (one: Ticket) => navigate(`${BOARD_PATH}?pane=issue&itemId=${one.number + 100_000}&${paneQuery(one.number)}`),
    [],
  );
  const close = useCallback(() => navigate(BOARD_PATH), []);
  return (
    <>
      <div role="region" id="__primerPortalRoot__" />
      <div id="memex-project-view-root" className={m('ProjectView-module__root')}>
        <div role="navigation" aria-label="Project" className={m('ProjectView-module__title')}>
          <h1>Planner roadmap</h1>
        </div>
        <nav aria-label="Select view" className={m('ProjectView-module__tabs')}>
          <a role="tab" aria-selected="true" href={BOARD_PATH}>
            <Icon name="project" /> Board
          </a>
        </nav>
        <div id="project-items-region" key={generation} className={m('ProjectBoard-module__columns')}>
          {COLUMNS.map((name, index) => (
            <Column key={name} name={name} open={open} items={boardIssues.filter((_, at) => at % COLUMNS.length === index)} />
          ))}
        </div>
      </div>
      {pane === undefined ? null : <SidePanel number={pane} close={close} />}
    </>
  );
}

function Column({ name, items, open }: { name: string; items: Ticket[]; open: (one: Ticket) => void }) {
  const { slots, onScroll, total } = useWindow(items, CARD, IN_DOCUMENT);
  return (
    <div className={m('BoardColumn-module__column')} data-board-column={name}>
      <h2>
        {name} <span>{items.length}</span>
      </h2>
      <div className={m('BoardColumn-module__scroll')} onScroll={onScroll}>
        <div className={m('BoardColumn-module__cards')} style={{ height: total }}>
          {slots.map(({ slot, index, item }) => (
            <BoardCard key={slot} issue={item} top={index * CARD} open={open} />
          ))}
        </div>
      </div>
    </div>
  );
}
