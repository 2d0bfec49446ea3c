/** @jsxImportSource react */
import type { ReactNode } from 'react';
import type { Ticket } from '../data.ts';
import { linearClass as l } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { useGeneration } from '../react/stir.ts';
import { useRemote } from './remote.ts';
import { stateOf } from './issues.ts';
import { StateIcon } from './state-icon.tsx';

/** The property rail: the third grid column, without an attribute of its own. */
export function Rail({ issue }: { issue: Ticket }) {
  const generation = useGeneration();
  const remote = useRemote();
  return (
    <div key={`${generation}/${remote.generation}`} className={l('Rail')} data-contextual-menu="true">
      <div className={l('RailActions')}>
        <button type="button" aria-label="Copy issue URL">
          <Icon name="link" size={14} />
        </button>
        <button type="button" aria-label="Copy issue ID">
          <Icon name="tag" size={14} />
        </button>
        <button type="button" aria-label="Copy branch name">
          <Icon name="branch" size={14} />
        </button>
      </div>
      <Section title="Properties">
        <Detail icon={<StateIcon state={stateOf(issue)} />}>{stateOf(issue)}</Detail>
        <Detail icon={<Icon name="bars" size={14} />}>Medium</Detail>
        <Detail icon={<Icon name="person" size={14} />}>{issue.team}</Detail>
        <Detail icon={<Icon name="clock" size={14} />}>Cycle 41 · {remote.progress} %</Detail>
      </Section>
      <Section title="Labels">
        {issue.labels.map((name) => (
          <Detail key={name} icon={<span className={l('Dot')} />}>
            {name}
          </Detail>
        ))}
        <button type="button" className={l('Detail')} aria-label="Add labels">
          <Icon name="plus" size={14} /> Add label
        </button>
      </Section>
      <Section title="Project">
        <Detail
          icon={
            <svg width="14" height="14" aria-hidden="true">
              <use href="#Project" />
            </svg>
          }
        >
          First week
        </Detail>
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={l('Section')}>
      <div className={l('SectionHead')}>
        <button type="button" aria-expanded="true">
          <span>{title}</span> <Icon name="down" size={12} />
        </button>
      </div>
      <div data-details-pane-section-content="true" style={{ gap: 4, paddingTop: 8 }} className={l('SectionContent')}>
        {children}
      </div>
    </section>
  );
}

export function Detail({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div data-menu-open="false">
      <button type="button" className={l('Detail')} data-detail-button="true">
        {icon} <span>{children}</span>
      </button>
    </div>
  );
}
