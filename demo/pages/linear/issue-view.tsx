/** @jsxImportSource react */
import type { ReactNode } from 'react';
import { dayText, type Ticket } from '../data.ts';
import { linearClass as l } from '../deploy.ts';
import { avatarSource } from '../github/avatar.ts';
import { proseOf } from '../prose.ts';
import { Icon } from '../react/icon.tsx';
import { useTick } from '../react/stir.ts';
import { keyOf, uuidOf } from './issues.ts';

/** Title, description and activity; `chips` are the properties where there is no rail (inbox, peek). */
export function IssueView({ issue, chips }: { issue: Ticket; chips?: ReactNode }) {
  useTick();
  const prose = proseOf(issue);
  return (
    <div data-view-id="issue-view" data-table-overhang-boundary="both" className={l('IssueView')}>
      <Editor label="Issue title" multiline={false} id={keyOf(issue)} className={l('Title')}>
        <p className="text-node">{issue.title}</p>
      </Editor>
      {chips}
      <div data-editor-id={`issue-${uuidOf(issue)}`}>
        <Editor label="Issue description" multiline id={`${keyOf(issue)}-text`} className={l('Description')}>
          <p className="text-node">{prose.problem}</p>
          <h3>Proposal</h3>
          <ul>
            {prose.proposal.map((line) => (
              <li key={line}>
                <p>{line}</p>
              </li>
            ))}
          </ul>
          <p className="text-node">{prose.known}</p>
        </Editor>
      </div>
      <button type="button" className={l('Quiet')} aria-label="Create new sub-issue">
        <Icon name="plus" size={14} /> Add sub-issues
      </button>
      <h2 className={l('Activity')}>Activity</h2>
      <div data-history-entry-id={`created-${issue.number}`} className={l('Entry')}>
        <img src={avatarSource(issue.team)} width={16} height={16} alt="" /> {issue.team} created the issue ·
        <a aria-label={`${dayText(issue)} 2026, 09:30`} href={`#update-${uuidOf(issue)}-created`}>
          {dayText(issue)}
        </a>
      </div>
      <div className={l('Comment')}>
        <b>
          <img src={avatarSource('Design team')} width={18} height={18} alt="" /> Design team <span>19 Nov</span>
        </b>
        <p>{prose.reply}</p>
      </div>
      <form className={l('Comment')} onSubmit={(event) => event.preventDefault()}>
        <div data-comment-input-editor-container="true">
          <Editor label="Leave a comment" multiline id="comment">
            <p className="editor-placeholder" data-empty-text="Leave a comment…" />
          </Editor>
        </div>
        <button type="submit" aria-label="Submit comment" className={l('Submit')}>
          Comment
        </button>
      </form>
    </div>
  );
}

/** A live editor: its text belongs to whoever types, so React makes a new one per issue and then leaves it alone. */
function Editor({
  label,
  multiline,
  id,
  className = '',
  children,
}: {
  label: string;
  multiline: boolean;
  id: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      key={id}
      className={`ProseMirror editor ${className}`}
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      role="textbox"
      aria-multiline={multiline}
      aria-label={label}
      translate="no"
    >
      {children}
    </div>
  );
}
