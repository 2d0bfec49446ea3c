// The decision log: what was decided, by whom and when, with the numbers of that day beside those of today.
import type { Signal } from '@preact/signals';
import { locale } from '../../lib/impact/locale.ts';
import { formatChance, formatSigned } from '../../lib/impact/shown.ts';
import { rangePhrase } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import { type DecisionEntry, findDecisions, type Numbers } from '../../lib/state/decisions.ts';
import { TicketName } from './ticket-name.tsx';

export interface DecisionsProps {
  readonly entries: readonly DecisionEntry[];
  readonly find: Signal<string>;
  readonly onRemove: (entry: DecisionEntry) => void;
}

/** Drawn at once; older ones are found by searching. */
const SHOWN = 200;

export function Decisions({ entries, find, onRemove }: DecisionsProps) {
  if (entries.length === 0) {
    return (
      <div class="none">
        <p class="strong">{say('decisionEmpty')}</p>
        <p class="muted">{say('decisionEmptyWhy')}</p>
      </div>
    );
  }
  const found = findDecisions(entries, find.value);
  return (
    <div class="decisions">
      <p class="small muted">{say('decisionCorrect')}</p>
      <label class="field">
        <span class="quiet">{say('decisionFind')}</span>
        <input
          type="search"
          value={find.value}
          placeholder={say('decisionFind')}
          onInput={(event) => {
            find.value = event.currentTarget.value;
          }}
        />
      </label>
      {found.length === 0 && <p class="muted">{say('decisionNone', find.value)}</p>}
      <ol>
        {found.slice(0, SHOWN).map((entry) => (
          <Entry key={entry.key} entry={entry} onRemove={() => onRemove(entry)} />
        ))}
      </ol>
    </div>
  );
}

function When({ at }: { at: string }) {
  const shown = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  return (
    <time class="muted" dateTime={at}>
      {shown.format(new Date(at))}
    </time>
  );
}

function Shown({ numbers, none }: { numbers: Numbers | undefined; none: string }) {
  if (!numbers) return <span class="muted">{none}</span>;
  return (
    <>
      {formatSigned(numbers.mean)} <span class="muted">{rangePhrase(numbers.low, numbers.high)}</span>
    </>
  );
}

function Entry({ entry: { decision, tickets }, onRemove }: { entry: DecisionEntry; onRemove: () => void }) {
  const { at, who, words, chance } = decision;
  return (
    <li>
      <div class="about">
        <When at={at} />
        {who && (
          <span class="cut" dir="auto">
            {who}
          </span>
        )}
        {chance !== undefined && <span class="muted">{say('decisionChance', formatChance(chance))}</span>}
        <span class="gap" />
        <button type="button" class="btn ghost" onClick={onRemove}>
          {say('decisionRemove')}
        </button>
      </div>
      <p class="words" dir="auto">
        {words}
      </p>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{say('overviewTicket')}</th>
            <th scope="col" class="num">
              {say('decisionThen')}
            </th>
            <th scope="col" class="num">
              {say('decisionNow')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tickets.map(({ ticket, title, before, now }) => (
            <tr key={ticket}>
              <th scope="row" class="cut">
                <TicketName ticket={ticket} title={title} />
              </th>
              <td class="num">
                <Shown numbers={before} none={say('decisionNoNumber')} />
              </td>
              <td class="num">
                <Shown numbers={now} none={say('decisionGone')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}
