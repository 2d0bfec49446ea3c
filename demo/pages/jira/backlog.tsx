/** @jsxImportSource react */
import { jiraItems, type Ticket } from '../data.ts';
import { jiraClass as j } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { useGeneration, useTick } from '../react/stir.ts';
import { useWindow } from '../react/window.ts';
import { browsePath } from './route.ts';
import { Lozenge, TeamAvatar, TypeIcon } from './small.tsx';
import { keyOf, statusOf } from './tickets.ts';

const ROW = 40;
const IN_DOCUMENT = 40;
const CARD = 'software-backlog.card-list.card';

/** The backlog: 134 rows, 40 of them in the document. The section's own container does not contain its rows. */
export function Backlog({ open }: { open: (key: string) => void }) {
  const generation = useGeneration();
  useTick();
  const { slots, onScroll, total } = useWindow(jiraItems, ROW, IN_DOCUMENT);
  return (
    <div className={j('backlog')} data-testid="software-backlog.backlog-content.scrollable" onScroll={onScroll}>
      <div className={j('backlog-head')} data-testid="software-backlog.card-list.container.BACKLOG">
        <Icon name="down" /> <h2>Backlog</h2> <span>{jiraItems.length} work items</span>
        <span className={j('spring')} />
        <button type="button" className={j('button')}>
          Create sprint
        </button>
      </div>
      <div key={generation} className={j('rows')} style={{ height: total }}>
        {slots.map(({ slot, index, item }) => (
          <Row key={slot} item={item} top={index * ROW} open={open} />
        ))}
      </div>
    </div>
  );
}

function Row({ item, top, open }: { item: Ticket; top: number; open: (key: string) => void }) {
  const key = keyOf(item);
  return (
    <div className={j('row')} style={{ top }} draggable="true" data-testid={`${CARD}.content-container.${key}`}>
      <button
        type="button"
        className={j('cover')}
        tabIndex={-1}
        aria-label={`${key} ${item.title}`}
        data-testid={`${CARD}.interaction-layer.accessible-card`}
        onClick={() => open(key)}
      />
      <TypeIcon one={item} />
      <div className={j('row-key')} data-testid={`${CARD}.card-contents.accessible-card-key`}>
        <a className={j('hidden')} href={browsePath(key)} data-testid={`${CARD}.card-contents.screen-reader-key`}>
          {key}
          <div>{item.title}</div>
        </a>
        <a
          tabIndex={-1}
          aria-hidden="true"
          data-component-selector={`${CARD}.card-contents.key`}
          data-is-router-link="true"
          data-testid={`${CARD}.card-contents.key`}
          href={browsePath(key)}
          target="_self"
        >
          {key}
        </a>
      </div>
      <div className={j('row-title')} data-testid={`${CARD}.summary-field.summary-field-static.content`}>
        {item.title}
      </div>
      <Lozenge status={statusOf(item)} />
      <div data-testid={`${CARD}.estimate-field-wrapper`}>
        <span className={j('estimate')}>{item.points ?? '–'}</span>
      </div>
      <div data-testid="backlog.card-list.card.assignee-field">
        <TeamAvatar team={item.team} />
      </div>
    </div>
  );
}
