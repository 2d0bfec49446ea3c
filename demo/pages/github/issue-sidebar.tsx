/** @jsxImportSource react */
import type { ReactNode } from 'react';
import type { Ticket } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { useMounted } from '../react/clock.ts';
import { useGeneration, useTick } from '../react/stir.ts';
import type { Switches } from '../switches.ts';
import { relatedTo } from './related.ts';
import { issuePath } from './route.ts';
import { Avatar, LabelToken } from './small.tsx';

interface Props {
  issue: Ticket;
  /** Which anchors the account's rollout shows. */
  sidebar: Switches['sidebar'];
}

/** The right column. Its outer element is what a layout change replaces. */
export function IssueSidebar({ issue, sidebar }: Props) {
  const generation = useGeneration();
  const tick = useTick();
  const sections = <Sections issue={issue} tick={tick} />;
  if (sidebar === '2025') {
    return (
      <div key={generation} data-testid="issue-viewer-metadata-container" className={m('IssueViewer-module__metadataContainer')}>
        <div data-testid="issue-viewer-metadata-pane" className={m('MetadataPane-module__pane')}>
          {sections}
        </div>
      </div>
    );
  }
  const inner = sidebar === '2026' ? 'IssueSidebar-module__sidebarContent' : 'Column-module__content';
  return (
    <div key={generation} className={m('IssueViewer-module__sidebarColumn')}>
      <div className={m(inner)}>{sections}</div>
    </div>
  );
}

function Sections({ issue, tick }: { issue: Ticket; tick: number }) {
  const mounted = useMounted();
  return (
    <>
      <Section title="Assignees" testId="sidebar-assignees-section" editable={mounted} revision={tick}>
        <a className={m('AssigneeItem-module__link')} href={`/orgs/azimuth-sample/teams/${issue.team}`}>
          <Avatar team={issue.team} /> {issue.team}
        </a>
      </Section>
      <Section title="Labels" testId="sidebar-labels-section" editable={mounted}>
        <div data-testid="issue-labels" className={m('LabelsSection-module__labels')}>
          {issue.labels.length > 0 ? issue.labels.map((name) => <LabelToken key={name} name={name} />) : 'No labels'}
        </div>
      </Section>
      <Section title="Type" editable={mounted}>
        <div data-testid="issue-type-container">{issue.type}</div>
      </Section>
      <Section title="Projects" testId="sidebar-projects-section" editable={mounted}>
        <a className={m('ProjectItem-module__link')} href="/orgs/azimuth-sample/projects/1">
          <Icon name="project" /> Planner roadmap
        </a>
      </Section>
      <Section title="Milestone" editable={mounted}>
        <span>
          <Icon name="milestone" /> First week
        </span>
      </Section>
      <Section title="Relationships" testId="sidebar-relationships-section" editable={mounted}>
        <ul className={m('Relationships-module__list')}>
          {relatedTo(issue.number).map((other) => (
            <li key={other.number}>
              <a href={issuePath(other.number)}>{other.title}</a> <span>#{other.number}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Development">
        <span className={m('Section-module__muted')}>No branches or pull requests</span>
      </Section>
    </>
  );
}

function Section({
  title,
  testId,
  editable = false,
  revision,
  children,
}: {
  title: string;
  testId?: string;
  editable?: boolean;
  revision?: number;
  children: ReactNode;
}) {
  return (
    <div className={m('Section-module__SectionContainer')} data-testid={testId} data-revision={revision}>
      <div className={m('Section-module__headerContentWrapper')}>
        <h3 className={m('prc-Heading-Heading')}>{title}</h3>
        {/* Rights arrive with the client's first query: the server's HTML has no buttons. */}
        {editable ? (
          <button type="button" aria-label={`Edit ${title}`}>
            <Icon name="gear" />
          </button>
        ) : null}
      </div>
      <div className={m('Section-module__childrenContainer')}>{children}</div>
    </div>
  );
}
