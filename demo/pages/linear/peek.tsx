/** @jsxImportSource react */
import type { Ticket } from '../data.ts';
import { linearClass as l } from '../deploy.ts';
import { IssueView } from './issue-view.tsx';
import { issuePath, keyOf, stateOf } from './issues.ts';
import { Detail } from './rail.tsx';
import { StateIcon } from './state-icon.tsx';

/** An issue over the list while the address stays the list's; its header links to the issue. */
export function Peek({ issue }: { issue: Ticket }) {
  return (
    <div className={l('Peek')}>
      <header className={l('Header')}>
        <a href={issuePath(issue)} className={l('Here')}>
          {keyOf(issue)} {issue.title}
        </a>
      </header>
      <IssueView issue={issue} chips={<Chips issue={issue} />} />
    </div>
  );
}

/** The properties as a row of chips under the title: where there is no rail. */
export function Chips({ issue }: { issue: Ticket }) {
  return (
    <div className={l('Chips')} data-contextual-menu="true">
      <Detail icon={<StateIcon state={stateOf(issue)} />}>{stateOf(issue)}</Detail>
      <Detail icon={null}>{issue.team}</Detail>
      {issue.labels.map((name) => (
        <Detail key={name} icon={<span className={l('Dot')} />}>
          {name}
        </Detail>
      ))}
    </div>
  );
}
