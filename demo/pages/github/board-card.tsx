/** @jsxImportSource react */
import type { MouseEvent } from 'react';
import type { Ticket } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { issuePath } from './route.ts';
import { Avatar, LabelToken } from './small.tsx';

/** A card: a draggable button whose title is a link; both open the pane. */
export function BoardCard({ issue, top, open }: { issue: Ticket; top: number; open: (one: Ticket) => void }) {
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    open(issue);
  };
  return (
    <div
      role="button"
      tabIndex={0}
      draggable="true"
      className={`board-view-column-card ${m('BoardCard-module__card')}`}
      style={{ top }}
      data-board-card-id={issue.number + 100_000}
      data-hovercard-subject-tag={`issue:${3_000_000_000 + issue.number * 7919}`}
      aria-labelledby={`board-card-header-title-${issue.number}`}
      onClick={onClick}
    >
      <div className={m('BoardCard-module__header')}>
        <Icon name="open" /> <span id={`board-card-header-title-${issue.number}`}>planner #{issue.number}</span>
      </div>
      <a href={issuePath(issue.number)} className={m('BoardCard-module__link')}>
        <h3>{issue.title}</h3>
      </a>
      <ul aria-label="Fields">
        {issue.labels.slice(0, 2).map((name) => (
          <li key={name}>
            <LabelToken name={name} />
          </li>
        ))}
        <li>
          <Avatar team={issue.team} size={16} />
        </li>
      </ul>
    </div>
  );
}
