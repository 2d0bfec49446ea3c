/** @jsxImportSource react */
import { useEffect, useState, type ReactNode } from 'react';
import type { Ticket } from '../data.ts';
import { jiraClass as j } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { useGeneration, useTick } from '../react/stir.ts';
import { TeamAvatar } from './small.tsx';
import { statusOf } from './tickets.ts';

export function StatusButton({ item }: { item: Ticket }) {
  return (
    <div data-testid="issue.views.issue-base.foundation.status.status-field-wrapper">
      <button type="button" className={j('status')} data-testid="issue-field-status.ui.status-view.status-button.status-button">
        <span>{statusOf(item)}</span> <Icon name="down" />
      </button>
    </div>
  );
}

/** The status and what stands beside it; the anchor that has lived longest. */
function StatusRow({ item }: { item: Ticket }) {
  return (
    <div data-testid="ref-spotlight-target-status-and-approval-spotlight">
      <div className={j('status-row')} data-testid="issue.views.issue-base.context.status-and-approvals-wrapper.status-and-approval">
        <StatusButton item={item} />
        <button type="button" className={j('button')}>
          Improve work item
        </button>
      </div>
    </div>
  );
}

/** The right column of the full page and of the modal; absent in the compact layout. */
export function RightColumn({ item }: { item: Ticket }) {
  const generation = useGeneration();
  useTick();
  return (
    <div key={generation} className={j('right')} data-testid="issue.views.issue-details.issue-layout.container-right">
      <StatusRow item={item} />
      <div data-testid="issue.views.issue-base.context.context-items.primary-items">
        <Group title="Details" testId="issue.views.issue-base.context.details-group">
          <Details item={item} />
        </Group>
      </div>
      <Group title="Development" testId="issue.views.issue-base.context.development-details-group">
        <Field name="Branches">None</Field>
      </Group>
      <div className={j('footnote')} data-testid="issue.views.issue-details.issue-layout.sections.footnote">
        <span>Created {item.day} November 2026 at 09:30</span>
        <Seen />
      </div>
    </div>
  );
}

/** Live pages rewrite this line by themselves. */
function Seen() {
  const [minutes, setMinutes] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinutes((before) => before + 1), 4000);
    return () => clearInterval(timer);
  }, []);
  return <span>Updated {minutes === 0 ? 'moments ago' : `${minutes} min ago`}</span>;
}

function Group({ title, testId, children }: { title: string; testId: string; children: ReactNode }) {
  const [open, setOpen] = useState(true);
  return (
    <div className={j('details')} data-testid={testId}>
      <button type="button" className={j('details-head')} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} /> <h2>{title}</h2>
      </button>
      {open ? <div className={j('details-body')}>{children}</div> : null}
    </div>
  );
}

function Details({ item }: { item: Ticket }) {
  return (
    <>
      <Field name="Assignee" testId="issue.views.field.user.assignee">
        <TeamAvatar team={item.team} /> {item.team}
      </Field>
      <Field name="Labels" testId="issue.views.field.select.common.select-inline-edit.labels">
        {item.labels.length > 0
          ? item.labels.map((name) => (
              <span key={name} className={j('tag')}>
                {name}
              </span>
            ))
          : 'None'}
      </Field>
      <Field name="Parent">
        {item.type === 'Epic' || !item.labels.includes('templates') ? 'None' : <a href="/browse/PLN-190">PLN-190 Empty states</a>}
      </Field>
      <Field name="Priority" testId="issue.views.issue-base.context.priority.priority-field">
        Medium
      </Field>
      <Field name="Story points" testId="issue.views.issue-base.context.number.customfield_10037">
        {item.points ?? 'None'}
      </Field>
      <Field name="Sprint" testId="issue.views.issue-base.context.sprint.customfield_10020">
        None
      </Field>
      <Field name="Reporter">Product team</Field>
    </>
  );
}

function Field({ name, testId, children }: { name: string; testId?: string; children: ReactNode }) {
  return (
    <div className={`jira-issue-field-heading-field-wrapper ${j('pair')}`} data-testid={testId}>
      <h3 data-component-selector="jira-issue-field-heading-field-heading-title">{name}</h3>
      <div data-component-selector="jira-issue-field-inline-edit-read-view-container">{children}</div>
    </div>
  );
}
