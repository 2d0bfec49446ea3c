/** @jsxImportSource react */
import { jiraItems, type Ticket } from '../data.ts';
import { jiraClass as j } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { useGeneration, useTick } from '../react/stir.ts';
import { browsePath } from './route.ts';
import { TeamAvatar, TypeIcon } from './small.tsx';
import { keyOf, STATUSES, statusOf } from './tickets.ts';

const ON_BOARD = jiraItems.slice(0, 40).filter((one) => one.type !== 'Epic');

/** The board: a column per status, draggable cards, and a button over each card that takes the click. */
export function Board({ open }: { open: (key: string) => void }) {
  const generation = useGeneration();
  useTick();
  return (
    <div key={generation} className={j('board')} data-testid="software-board.board">
      {STATUSES.map((status) => {
        const items = ON_BOARD.filter((one) => statusOf(one) === status);
        return (
          <div key={status} className={j('column')} data-testid="platform-board-kit.ui.column.draggable-column">
            <h2>
              {status} <span>{items.length}</span>
            </h2>
            <div className={j('cards')}>
              {items.map((item) => (
                <Card key={item.number} item={item} open={open} />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

function Card({ item, open }: { item: Ticket; open: (key: string) => void }) {
  const key = keyOf(item);
  return (
    <div
      id={`card-${key}`}
      className={j('card')}
      data-component-selector="platform-board-kit.ui.card-container"
      data-testid="platform-board-kit.ui.card.card"
      tabIndex={-1}
      onClick={() => open(key)}
    >
      <div data-testid="platform-board-kit.ui.card.ripple.div">
        <div data-testid="software-context-menu.ui.context-menu.children-wrapper">
          <div draggable="true" data-drop-target-for-element="true" className={j('card-inner')}>
            <button
              type="button"
              className={j('cover')}
              aria-label={`${key} ${item.title}. Use the enter key to load the work item.`}
              data-testid="platform-card.ui.card.focus-container"
            />
            <div data-component-selector="platform-card.ui.card.card-content.content-section">
              <span data-testid="issue-field-single-line-text-readview-card.ui.single-line-text.container.box">{item.title}</span>
            </div>
            <div
              className={j('card-footer')}
              data-component-selector="platform-card.ui.card.card-content.content-section"
              data-testid="platform-card.ui.card.card-content.footer"
            >
              <TypeIcon one={item} />
              <div data-testid="platform-card.common.ui.key.key">
                <a
                  href={browsePath(key)}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`${key} is not resolved`}
                  onClick={(event) => event.stopPropagation()}
                >
                  <div>{key}</div>
                </a>
              </div>
              <span className={j('spring')} />
              {item.points === null ? null : (
                <span className={j('estimate')} data-testid="platform-card.common.ui.estimate.badge">
                  {item.points}
                </span>
              )}
              <span data-testid="platform-card.common.ui.priority.icon">
                <Icon name="bars" size={14} label="Medium priority" />
              </span>
              <TeamAvatar team={item.team} />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
