// Stale estimates: each with why, to be confirmed or given anew with one key.
import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Measured } from '../../lib/ask.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { stalePhrase } from '../../lib/phrases/overview.ts';
import { say } from '../../lib/say.ts';
import { rowKey } from '../../lib/state/ranking.ts';
import type { StaleRow } from '../../lib/state/stale-rows.ts';
import { Chips } from '../backlog/chips.tsx';
import { Estimate } from './estimate.tsx';
import { TicketName } from './ticket-name.tsx';

export interface StaleProps {
  readonly rows: readonly StaleRow[];
  readonly inputs: readonly Measured[];
  /** Key of the row that is estimated anew. */
  readonly editing: Signal<string | undefined>;
  readonly oldAfter: ReadonlySignal<number>;
  readonly singleKeys: boolean;
  readonly onConfirm: (row: StaleRow) => void;
  /** @param texts of its effects, in their order */
  readonly onEstimate: (row: StaleRow, texts: readonly string[]) => void;
  readonly onOldAfter: (days: number) => void;
  /** Selects tickets, by key, in the table. */
  readonly onSelect: (tickets: readonly string[]) => void;
}

const SHOWN = 100;

export function Stale({ rows, inputs, editing, oldAfter, singleKeys, onConfirm, onEstimate, onOldAfter, onSelect }: StaleProps) {
  const list = useRef<HTMLOListElement>(null);
  /** Where a key last acted; -1 before the first. */
  const place = useRef(-1);
  // What was confirmed is gone from the list: the one that took its place is next.
  useEffect(() => {
    const items = list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [];
    if (place.current >= 0 && document.activeElement === document.body) items[Math.min(place.current, items.length - 1)]?.focus();
  }, [rows]);
  const act = (event: KeyboardEvent, row: StaleRow, i: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest('input, textarea, select')) return;
    const letter = singleKeys ? event.key.toLowerCase() : '';
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 && letter !== 'c' && letter !== 'e') return;
    event.preventDefault();
    event.stopPropagation();
    place.current = i;
    if (by !== 0) list.current?.querySelectorAll<HTMLElement>(':scope > li')[i + by]?.focus();
    else if (letter === 'c') onConfirm(row);
    else editing.value = rowKey(row.row);
  };
  return (
    <div class="stale">
      <p class="small muted">{say('staleRule')}</p>
      <div class="acts">
        <After oldAfter={oldAfter.value} onOldAfter={onOldAfter} />
        {rows.length > 1 && (
          <button type="button" class="btn" onClick={() => onSelect(rows.map(({ row }) => row.tag.ticket))}>
            {say('overviewSelect', formatNumber(rows.length))}
          </button>
        )}
      </div>
      {rows.length === 0 && <p>{say('staleNone')}</p>}
      <ol ref={list}>
        {rows.slice(0, SHOWN).map((one, i) => {
          const { tag } = one.row;
          const key = rowKey(one.row);
          const short = shortTicket(tag.shown);
          return (
            <li
              key={key}
              tabIndex={0}
              data-stale={tag.ticket}
              aria-label={`${short} ${tag.title.slice(0, 300)}`}
              onKeyDown={(event) => act(event, one, i)}
            >
              <div class="what">
                <TicketName ticket={tag.shown} title={tag.title} tabIndex={-1} />
                <span class="about">{tag.answer.kind === 'effects' && <Chips effects={tag.answer.effects} inputs={inputs} />}</span>
              </div>
              <ul class="why small">
                {one.reasons.map((reason) => {
                  const text = stalePhrase(reason, inputs);
                  return <li key={text}>{text}</li>;
                })}
              </ul>
              <div class="acts">
                <button type="button" class="btn" onClick={() => onConfirm(one)}>
                  {say('staleConfirm')}
                  {singleKeys && <kbd aria-hidden="true">C</kbd>}
                </button>
                <button
                  type="button"
                  class="btn"
                  aria-expanded={editing.value === key}
                  onClick={() => {
                    editing.value = editing.value === key ? undefined : key;
                  }}
                >
                  {say('staleReestimate')}
                  {singleKeys && <kbd aria-hidden="true">E</kbd>}
                </button>
              </div>
              {editing.value === key && (
                <Estimate
                  tag={tag}
                  inputs={inputs}
                  onSave={(texts) => onEstimate(one, texts)}
                  onCancel={() => {
                    editing.value = undefined;
                  }}
                />
              )}
            </li>
          );
        })}
      </ol>
      {rows.length > SHOWN && <p class="small muted">{say('staleFirst', formatNumber(SHOWN), formatNumber(rows.length))}</p>}
    </div>
  );
}

function After({ oldAfter, onOldAfter }: Pick<StaleProps, 'onOldAfter'> & { oldAfter: number }) {
  const [text, setText] = useState(String(oldAfter));
  useEffect(() => setText(String(oldAfter)), [oldAfter]);
  const days = Number(text);
  const wrong = !(Number.isInteger(days) && days >= 1 && days <= 3650);
  return (
    <form
      class="after"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && days !== oldAfter) onOldAfter(days);
      }}
    >
      <label class="small" for="old-after">
        {say('staleAfter')}
      </label>
      <span class={`field${wrong ? ' wrong' : ''}`}>
        <input
          id="old-after"
          inputMode="numeric"
          value={text}
          aria-invalid={wrong}
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={() => !wrong && days !== oldAfter && onOldAfter(days)}
        />
        <span class="unit">{say('staleDays')}</span>
      </span>
    </form>
  );
}
