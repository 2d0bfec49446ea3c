/** @jsxImportSource react */
import { useCallback, useEffect, useState } from 'react';
import { dayText, type Ticket } from '../data.ts';
import { linearClass as l } from '../deploy.ts';
import { avatarSource } from '../github/avatar.ts';
import { Icon } from '../react/icon.tsx';
import { useGeneration } from '../react/stir.ts';
import { IssueView } from './issue-view.tsx';
import { issuePath, keyOf, notified, uuidOf, WORKSPACE } from './issues.ts';
import { Chips } from './peek.tsx';
import { useShortcut } from './shortcut.ts';

/** The live page takes about five seconds; long enough to see, short enough to test. */
const SELECTS_AFTER_MS = 1000;

/** Two panes; the first notification opens by itself. Backspace deletes the open one, as documented. */
export function Inbox() {
  const [all, setAll] = useState<readonly Ticket[]>(notified);
  const [selected, setSelected] = useState<Ticket>();
  useEffect(() => {
    const timer = setTimeout(() => setSelected((before) => before ?? notified[0]), SELECTS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const remove = useCallback(() => {
    const left = all.filter((one) => one !== selected);
    setAll(left);
    setSelected(left[0]);
  }, [all, selected]);
  useShortcut('delete notification', remove);
  useShortcut(
    'delete all read notifications',
    useCallback(() => setAll([]), []),
  );
  return (
    <div className={l('Inbox')}>
      <div className={l('InboxList')}>
        <header className={l('Header')}>
          <h2 className={l('Here')}>Inbox</h2>
          <button type="button" aria-label="Add filter">
            <Icon name="filter" size={14} />
          </button>
          <button type="button" aria-label="Display options">
            <Icon name="sliders" size={14} />
          </button>
        </header>
        <div data-restore-scroll-view="inbox-list-0" className={l('InboxRows')}>
          {all.map((one) => (
            <Notification key={one.number} one={one} active={one === selected} select={setSelected} />
          ))}
        </div>
      </div>
      <div className={l('InboxPane')}>
        {selected ? <Pane issue={selected} /> : <p className={l('Missing')}>{all.length} notifications</p>}
      </div>
    </div>
  );
}

function Notification({ one, active, select }: { one: Ticket; active: boolean; select: (one: Ticket) => void }) {
  return (
    <a
      className={l('Notification')}
      href={`${WORKSPACE}/inbox/priority/${uuidOf(one).slice(0, 8)}`}
      tabIndex={0}
      data-active={active}
      data-keyboard-active="false"
      data-list-row="true"
      data-list-key={`issue-assigned#${uuidOf(one)}`}
      style={{ height: 55 }}
      onClick={(event) => {
        event.preventDefault();
        select(one);
      }}
    >
      <div data-contextual-menu="true">
        <img src={avatarSource(one.team)} width={28} height={28} alt="" />
        <span>
          {keyOf(one)} {one.title}
        </span>
        <small>
          {one.team} opened it · {dayText(one)}
        </small>
      </div>
    </a>
  );
}

function Pane({ issue }: { issue: Ticket }) {
  const generation = useGeneration();
  return (
    <div key={generation} className={l('Scroll')} data-scroll-container="true">
      <header className={l('Header')}>
        <a href={issuePath(issue)} className={l('Here')}>
          {keyOf(issue)} {issue.title}
        </a>
        <button type="button" aria-label="Snooze notification">
          <Icon name="clock" size={14} />
        </button>
        <button type="button" aria-label="Delete notification">
          <Icon name="trash" size={14} />
        </button>
      </header>
      <IssueView issue={issue} chips={<Chips issue={issue} />} />
    </div>
  );
}
