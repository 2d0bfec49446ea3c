/** @jsxImportSource react */
import type { Ticket } from '../data.ts';
import { jiraClass as j } from '../deploy.ts';
import { avatarSource } from '../github/avatar.ts';
import { TYPES } from './tickets.ts';

const COLORS: Record<string, string> = { story: '#6a9a23', bug: '#c9372c', task: '#1868db', epic: '#964ac0' };

/** The picture of a type, with the name of the type as its only text. */
export function TypeIcon({ one, size = 16 }: { one: Ticket; size?: number }) {
  const { name, tone } = TYPES[one.type];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="${COLORS[tone]}"/><path d="${SHAPES[tone]}" fill="#fff"/></svg>`;
  return (
    <img
      className={j('type')}
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      width={size}
      height={size}
      alt={name}
      draggable={false}
      data-vc="common-components-async-icon"
    />
  );
}

const SHAPES: Record<string, string> = {
  story: 'M5 4h6v8l-3-2.5-3 2.5z',
  bug: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  task: 'M4 8.2l1.2-1.2 2 2 3.8-4.5 1.2 1.1-5 5.9z',
  epic: 'M9 3L4.5 9H8l-1 4 4.5-6H8z',
};

export function TeamAvatar({ team, size = 24 }: { team: string; size?: number }) {
  return <img className={j('avatar')} src={avatarSource(team)} width={size} height={size} alt="" aria-hidden="true" />;
}

export function Lozenge({ status, index = 0 }: { status: string; index?: number }) {
  return (
    <span
      className={j('lozenge')}
      data-tone={status === 'Done' ? 'done' : status === 'To Do' ? 'todo' : 'going'}
      data-testid={`issue.fields.status.common.ui.status-lozenge.${index}`}
    >
      <span data-testid={`issue.fields.status.common.ui.status-lozenge.${index}--text`}>{status}</span>
    </span>
  );
}
