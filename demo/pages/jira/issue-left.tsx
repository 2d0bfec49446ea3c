/** @jsxImportSource react */
import type { Ticket } from '../data.ts';
import { jiraClass as j } from '../deploy.ts';
import { proseOf } from '../prose.ts';
import { Icon } from '../react/icon.tsx';
import { browsePath } from './route.ts';
import { Lozenge, TeamAvatar, TypeIcon } from './small.tsx';
import { keyOf, relatedTo, statusOf } from './tickets.ts';

/** Summary: a form in the live page, so that an Enter inside it would submit. */
export function Summary({ item }: { item: Ticket }) {
  return (
    <div data-testid="issue-field-summary.ui.issue-field-summary-inline-edit--container">
      <form role="presentation" onSubmit={(event) => event.preventDefault()}>
        <button type="button" className={j('hidden')} aria-label="Edit Summary" />
        <div data-read-view-fit-container-width="true" role="presentation">
          <h1 className={j('summary')} data-testid="issue.views.issue-base.foundation.summary.heading">
            {item.title}
          </h1>
        </div>
      </form>
    </div>
  );
}

export function QuickAdd() {
  return (
    <div className={j('quick-add')} data-testid="issue.views.issue-base.foundation.quick-add.quick-add-container">
      <button type="button" className={j('button')}>
        <Icon name="plus" /> Add
      </button>
      <button type="button" className={j('button')}>
        <Icon name="grid" /> Apps
      </button>
    </div>
  );
}

export function Description({ item }: { item: Ticket }) {
  const prose = proseOf(item);
  const [first] = relatedTo(item);
  return (
    <div className={j('section')}>
      <h2 className={j('heading')}>Description</h2>
      <div data-testid="issue.views.field.rich-text.description">
        <div className={`ak-renderer-document ${j('prose')}`}>
          <p>{prose.problem}</p>
          <h1>Proposal</h1>
          <ul>
            {prose.proposal.map((line) => (
              <li key={line}>
                <p>{line}</p>
              </li>
            ))}
          </ul>
          <p>
            {prose.known}{' '}
            {first ? (
              <>
                Compare <a href={browsePath(keyOf(first))}>{keyOf(first)}</a>.
              </>
            ) : null}
          </p>
        </div>
      </div>
    </div>
  );
}

export function LinkedItems({ item }: { item: Ticket }) {
  return (
    <div className={j('section')}>
      <h2 className={j('heading')}>Linked work items</h2>
      <h3 className={j('group')}>relates to</h3>
      {relatedTo(item).map((other) => (
        <div key={other.number} className={j('line-card')} data-testid="issue-line-card.card-container">
          <TypeIcon one={other} />
          <a data-testid="issue.issue-view.views.common.issue-line-card.issue-line-card-view.key" href={browsePath(keyOf(other))}>
            {keyOf(other)}
          </a>
          <span data-testid="issue-field-summary.ui.inline-read.link-item" className={j('grow')}>
            {other.title}
          </span>
          <Lozenge status={statusOf(other)} />
        </div>
      ))}
    </div>
  );
}

export function Activity({ item }: { item: Ticket }) {
  const prose = proseOf(item);
  return (
    <div className={j('section')}>
      <h2 className={j('heading')}>Activity</h2>
      <div className={j('comment-row')}>
        <TeamAvatar team="Planner" size={32} />
        <input className={j('field')} aria-label="Add a comment" placeholder="Add a comment…" />
      </div>
      <div className={j('comment-row')} data-testid="issue.activity.comment">
        <TeamAvatar team="Design team" size={32} />
        <div>
          <div>
            <b>Design team</b> <span className={j('subtle')}>19 November 2026 at 10:12</span>
          </div>
          <p>{prose.reply}</p>
        </div>
      </div>
    </div>
  );
}
