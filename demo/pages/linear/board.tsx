/** @jsxImportSource react */
import type { Ticket } from '../data.ts';
import { linearClass as l } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { useGeneration } from '../react/stir.ts';
import { inState, issuePath, keyOf, stateOf, STATES } from './issues.ts';
import { StateIcon } from './state-icon.tsx';

/** The same issues as a board. */
export function Board() {
  const generation = useGeneration();
  return (
    <div key={generation} className={l('Board')} data-scroll-container="true">
      {STATES.map((state) => (
        <div key={state} className={l('Column')}>
          <h2>
            <StateIcon state={state} /> {state} <span>{inState(state).length}</span>
          </h2>
          {inState(state)
            .slice(0, 12)
            .map((issue) => (
              <Card key={issue.number} issue={issue} />
            ))}
        </div>
      ))}
    </div>
  );
}

function Card({ issue }: { issue: Ticket }) {
  return (
    <a className={l('Card')} data-board-item="true" href={issuePath(issue)} draggable={false}>
      <div data-contextual-menu="true">
        <span className={l('CardKey')}>
          <span>{keyOf(issue)}</span>
        </span>
        <div className={l('CardTitle')}>
          <div data-menu-open="false">
            <StateIcon state={stateOf(issue)} />
          </div>
          <span className={`sx-text ${l('Text')}`}>{issue.title}</span>
        </div>
      </div>
      <div data-contextual-menu="true" className={l('CardChips')}>
        <div data-menu-open="false">
          <Icon name="hexagon" size={14} label="Project" />
        </div>
        <span>First week</span>
      </div>
    </a>
  );
}
