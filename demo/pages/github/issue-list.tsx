/** @jsxImportSource react */
import { githubIssues, type Ticket } from '../data.ts';
import { githubClass as m } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { useGeneration, useTick } from '../react/stir.ts';
import { IssueRow } from './issue-row.tsx';
import { issuePath, PAGE_SIZE, REPO } from './route.ts';
import { Button } from './small.tsx';

const HEADINGS = ['Author', 'Labels', 'Projects', 'Milestones', 'Assignees', 'Types', 'Newest'];

/** A page of the repository's issues: pinned ones, the search field, 25 rows, page links. */
export function IssueList({ page }: { page: number }) {
  const generation = useGeneration();
  useTick();
  const rows = githubIssues.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return (
    <div className={m('IndexPage-module__container')} data-testid="issues-index">
      <h1 className="sr-only">Issues</h1>
      <Pinned />
      <div className={m('SearchBar-module__bar')}>
        <div className={m('SearchBar-module__field')}>
          <Icon name="search" />
          <input aria-label="Search Issues" defaultValue="is:issue state:open" data-hotkey="s,/" />
        </div>
        <Button icon="tag">Labels</Button>
        <Button icon="milestone">Milestones</Button>
        <Button primary>New issue</Button>
      </div>
      <div className={m('ListView-module__container')}>
        <div className={m('ListView-module__header')}>
          <b>
            Open <span>{githubIssues.length}</span>
          </b>
          <span>Closed 412</span>
          <span className={m('ListView-module__filters')}>
            {HEADINGS.map((name) => (
              <span key={name}>{name}</span>
            ))}
          </span>
        </div>
        <ul key={generation} data-listview-component="items-list" role="list" className={m('ListView-module__list')}>
          {rows.map((issue) => (
            <div key={issue.number} className={m('ListItems-module__listItem')}>
              <div className={m('IssueRow-module__row')}>
                <IssueRow issue={issue} />
              </div>
            </div>
          ))}
        </ul>
      </div>
      <nav aria-label="Pagination" className={m('prc-Pagination-PaginationContainer')}>
        {[1, 2].map((number) => (
          <a key={number} href={`${REPO}/issues?page=${number}`} aria-current={number === page ? 'page' : undefined}>
            {number}
          </a>
        ))}
      </nav>
    </div>
  );
}

/** The same issues again, above the list and in other markup. */
function Pinned() {
  const pinned: Ticket[] = githubIssues.slice(1, 3);
  return (
    <div className={m('PinnedIssues-module__container')}>
      {pinned.map((issue) => (
        <div key={issue.number} className={m('PinnedIssue-module__card')}>
          <Icon name="pin" />
          <a className={m('PinnedIssue-module__Link')} href={issuePath(issue.number)}>
            {issue.title}
          </a>
          <span>
            #{issue.number} · {issue.team}
          </span>
        </div>
      ))}
    </div>
  );
}
