/** @jsxImportSource react */
import { jiraItems, type Ticket } from '../data.ts';
import { jiraClass as j } from '../deploy.ts';
import { useGeneration } from '../react/stir.ts';
import { IssueView } from './issue-view.tsx';
import { browsePath, splitPath } from './route.ts';
import { TypeIcon } from './small.tsx';
import { findItem, keyOf } from './tickets.ts';

const VIEW = 'issue-navigator.ui.issue-results.detail-view';
const items = jiraItems.slice(0, 25);

/** A search as cards at the left and the open item at the right. Pressing a card changes the address without a load. */
export function Split({ selected, go }: { selected: string | undefined; go: (path: string) => void }) {
  const generation = useGeneration();
  const open = (selected === undefined ? undefined : findItem(selected)) ?? items[0];
  return (
    <div className={j('split')}>
      <div key={generation} className={j('split-cards')} data-testid={`${VIEW}.card-container.styled-container`}>
        <ul aria-label="Work">
          {items.map((item) => (
            <Card key={item.number} item={item} open={item === open} go={go} />
          ))}
        </ul>
      </div>
      {open ? (
        <div key={open.number} className={j('split-item')}>
          <IssueView item={open} />
        </div>
      ) : null}
    </div>
  );
}

function Card({ item, open, go }: { item: Ticket; open: boolean; go: (path: string) => void }) {
  const key = keyOf(item);
  return (
    <li className={j('split-card')} data-testid={`${VIEW}.card-list.card.list-item`} aria-current={open || undefined}>
      <a
        href={browsePath(key)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          go(splitPath(key));
        }}
      >
        <span data-testid={`${VIEW}.card-list.card.summary`}>{item.title}</span>
        <small>
          <TypeIcon one={item} /> {key}
        </small>
      </a>
    </li>
  );
}
