// The ticket in the tab: its answer or the question, and what to do where neither can be shown.
import { useState } from 'preact/hooks';
import type { Question } from '../../lib/ask.ts';
import { needleAngle } from '../../lib/impact/needle.ts';
import { formatSigned, roundShown } from '../../lib/impact/shown.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { answerLines } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { TicketHere } from '../../lib/state/tab.ts';
import { Needle, Ring } from '../chart/needle.tsx';
import { Away, type Leave } from './away.tsx';

export interface TabVerbs {
  /** Brings the focus to the panel in the tab; false where no panel answers. */
  readonly focusPanel: () => Promise<boolean>;
  readonly reloadTab: () => void;
  readonly leave: Leave;
  /** Begins a sweep of the list in the tab; absent where it shows no page of a tracker. */
  readonly sweep?: (() => void) | undefined;
  /** Takes "never here" back for a place. */
  readonly allow: (place: string) => void;
}

export function ThisTab({ ticket, verbs }: { ticket: TicketHere | undefined; verbs: TabVerbs }) {
  return (
    <section class="tab">
      <header class="small muted">
        <h2>{say('popupInThisTab')}</h2>
        {ticket && <span>{shortTicket(ticket.ticket)}</span>}
      </header>
      {ticket ? <Here ticket={ticket} verbs={verbs} /> : verbs.sweep ? <List onSweep={verbs.sweep} /> : <NoTicket leave={verbs.leave} />}
    </section>
  );
}

const NoTicket = ({ leave }: { leave: Leave }) => (
  <div class="line small">
    <span class="muted why">{say('popupNoTicket')}</span>
    <Away class="link" to="/dashboard.html#/settings" leave={leave}>
      {say('popupSiteAdd')}
    </Away>
  </div>
);

const List = ({ onSweep }: { onSweep: () => void }) => (
  <div class="line small">
    <span class="muted why">{say('popupList')}</span>
    <button type="button" class="link" onClick={onSweep}>
      {say('popupSweep')}
    </button>
  </div>
);

function Here({ ticket, verbs }: { ticket: TicketHere; verbs: TabVerbs }) {
  const [silent, setSilent] = useState(false);
  const focus = async (): Promise<void> => setSilent(!(await verbs.focusPanel()));
  const { question, state } = ticket;
  return (
    <>
      {ticket.title && (
        <p class="title cut" title={ticket.title}>
          {ticket.title}
        </p>
      )}
      <div class="line small">
        {question && <Answer question={question} onFocus={() => void focus()} />}
        {state === 'unclaimed' && <Said text={say('popupNotClaimed')} act={say('popupShowPanel')} onAct={() => void focus()} />}
        {state === 'never' && <Said text={say('popupNever')} act={say('popupAskAgain')} onAct={() => verbs.allow(ticket.place)} />}
      </div>
      {silent && (
        <div class="line small" role="alert">
          <Said text={say('popupSilent')} act={say('popupReload')} onAct={verbs.reloadTab} />
        </div>
      )}
    </>
  );
}

function Said({ text, act, onAct }: { text: string; act: string; onAct: () => void }) {
  return (
    <>
      <span class="muted why">{text}</span>
      <button type="button" class="link" onClick={onAct}>
        {act}
      </button>
    </>
  );
}

function Answer({ question, onFocus }: { question: Question; onFocus: () => void }) {
  const { tag, northStar } = question;
  const lines = tag && answerLines(tag.answer, question, tag.effort);
  const impact = lines?.impact;
  const needle = impact && needleAngle(impact.mean, northStar);
  const loses = needle !== undefined && needle > 90;
  return (
    <>
      {needle === undefined ? (
        <Ring kind={tag?.answer.kind === 'not-north-star' ? 'other' : 'open'} size={16} />
      ) : (
        <Needle angle={needle} size={14} tone={loses ? 'loss' : 'gain'} />
      )}
      {lines ? (
        <>
          <span class="what" title={lines.what}>
            {impact ? formatSigned(roundShown(impact).mean) : lines.what}
          </span>
          <span class="muted why cut" title={lines.why}>
            {lines.why}
          </span>
        </>
      ) : (
        <span class="muted why">{say('popupNoAnswer')}</span>
      )}
      <button type="button" class="link" onClick={onFocus}>
        {tag ? say('edit') : say('popupAnswer')}
      </button>
    </>
  );
}
