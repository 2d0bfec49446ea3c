/** @jsxImportSource react */
import type { ReactNode } from 'react';
import { dayText, openedAt, type Ticket } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import type { IconName } from '../icons.ts';
import { avatarSource } from './avatar.ts';

/** A team's picture, with the alt text GitHub gives it. */
export function Avatar({ team, size = 20 }: { team: string; size?: number }) {
  return (
    <img
      data-component="Avatar"
      data-testid="github-avatar"
      className={m('prc-Avatar-Avatar')}
      alt={`@${team}`}
      width={size}
      height={size}
      src={avatarSource(team)}
    />
  );
}

export function LabelToken({ name }: { name: string }) {
  return (
    <a className={m('prc-Token-IssueLabel')} data-tone={toneOf(name)} href={`/azimuth-sample/planner/issues?q=label%3A${name}`}>
      <span className={m('LabelToken-module__TokenTextContainer')}>{name}</span>
    </a>
  );
}

const TONES: Record<string, string> = {
  onboarding: 'blue',
  templates: 'blue',
  experiment: 'orange',
  performance: 'orange',
  collaboration: 'purple',
  compliance: 'gray',
  debt: 'gray',
  infrastructure: 'gray',
  import: 'green',
  completion: 'green',
  notifications: 'yellow',
};

export function toneOf(label: string): string {
  return TONES[label] ?? 'gray';
}

export function Day({ one }: { one: Ticket }) {
  return <relative-time datetime={openedAt(one)}>on {dayText(one)}</relative-time>;
}

export function Button({
  children,
  primary,
  small,
  icon,
  label,
  onClick,
}: {
  children?: ReactNode;
  primary?: boolean;
  small?: boolean;
  icon?: IconName;
  label?: string;
  onClick?: () => void;
}) {
  return (
    <button
      type="button"
      className={m('prc-Button-ButtonBase')}
      data-variant={primary ? 'primary' : icon && !children ? 'invisible' : 'default'}
      data-size={small ? 'small' : 'medium'}
      aria-label={label}
      onClick={onClick}
    >
      {icon ? <Icon name={icon} /> : null}
      {children ? (
        <span data-component="text" className={m('prc-Button-Label')}>
          {children}
        </span>
      ) : null}
    </button>
  );
}

/** "Open" or "Closed"; GitHub writes it twice, in the header and in the part that sticks. */
export function StateLabel({ closed, small }: { closed: boolean; small?: boolean }) {
  return (
    <span
      data-testid="header-state"
      data-size={small ? 'small' : 'medium'}
      className={m('prc-StateLabel-StateLabel', 'HeaderState-module__stateLabel')}
      data-status={closed ? 'issueClosed' : 'issueOpened'}
    >
      <Icon name={closed ? 'closed' : 'open'} />
      {closed ? 'Closed' : 'Open'}
    </span>
  );
}
