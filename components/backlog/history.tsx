// What was done to one ticket, newest first, with the last of it to be taken back.
import { locale } from '../../lib/impact/locale.ts';
import { useEffect, useRef } from 'preact/hooks';
import type { Measured } from '../../lib/ask.ts';
import { shortTicket, ticketUrl } from '../../lib/model/ticket.ts';
import { say, type Word } from '../../lib/say.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { HistoryEntry } from '../../lib/state/history.ts';
import type { BacklogRow } from '../../lib/state/ranking.ts';
import { Icon } from '../shell/icons.tsx';
import { type People, TeamAnswers } from './answers.tsx';
import { Change } from './change.tsx';

export interface HistoryProps {
  readonly row: BacklogRow;
  /** `undefined` while it is read. */
  readonly entries: readonly HistoryEntry[] | undefined;
  /** Why its number is another since it was answered, where the framework made it so. */
  readonly account: string | undefined;
  /** Its range as given, and as such ranges turned out. */
  readonly ranges: string | undefined;
  readonly inputs: readonly Measured[];
  readonly basis: Basis;
  readonly people: People;
  readonly onUndo: (entry: HistoryEntry) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

const DEEDS: Readonly<Record<HistoryEntry['kind'], Word>> = {
  answered: 'backlogAnswered',
  changed: 'backlogChanged',
  removed: 'backlogRemoved',
  restored: 'backlogRestored',
};

function When({ at }: { at: number }) {
  const date = new Date(at);
  return (
    <time class="muted" dateTime={date.toISOString()}>
      {new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
        date,
      )}
    </time>
  );
}

export function History({ row, entries, account, ranges, inputs, basis, people, onUndo, onRemove, onClose }: HistoryProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [row.tag.ticket]);
  const [last] = entries ?? [];
  const short = shortTicket(row.tag.shown);
  const url = ticketUrl(row.tag.shown);
  // What others said is theirs to take back.
  const own = people.me === undefined || row.tag.person === people.me;
  return (
    <section class="drawer" aria-label={say('backlogHistoryOf', short)} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <h2 ref={head} tabIndex={-1} class="cut">
          {say('backlogHistoryOf', short)}
        </h2>
        <span class="muted small cut" dir="auto">
          {row.tag.title.slice(0, 300)}
        </span>
        <span class="gap" />
        {own && last && (
          <button type="button" class="btn" onClick={() => onUndo(last)}>
            {say('backlogUndoLast')}
          </button>
        )}
        {own && (
          <button type="button" class="btn" onClick={onRemove}>
            {say('backlogRemove')}
          </button>
        )}
        {url && (
          <a class="btn" href={url} target="_blank" rel="noopener noreferrer">
            {say('backlogOpenTicket')}
          </a>
        )}
        <button type="button" class="icon" aria-label={say('shellClose')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      {row.tags.length > 1 && <TeamAnswers row={row} basis={basis} people={people} />}
      {ranges && <p class="account">{ranges}</p>}
      {account && (
        <p class="account" dir="auto">
          {account}
        </p>
      )}
      <ol aria-busy={entries === undefined}>
        {entries?.map((entry) => (
          <li key={entry.op}>
            <When at={entry.at} />
            <span class="muted">{say(entry.here ? 'backlogThisDevice' : 'backlogOtherDevice')}</span>
            <div>
              <b>{say(DEEDS[entry.kind])}</b>
              {entry.kind !== 'removed' && (
                <ul>
                  {entry.fields.map((field) => (
                    <Change key={field} entry={entry} field={field} inputs={inputs} />
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
