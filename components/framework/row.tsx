// A row of the editor: fields at the left, and at the right what was found about them.
import type { ComponentChildren } from 'preact';
import type { Field as Place } from '../../lib/lint/rule.ts';
import type { Told } from '../../lib/phrases/told-finding.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';
import { beside, type Sheet } from './sheet.ts';

export interface RowProps {
  readonly sheet: Sheet;
  /** Key of the metric; empty for the framework's own fields. */
  readonly metric?: string;
  /** What can be found here: a finding leads to the first field of its row. */
  readonly places: readonly Place[];
  readonly class?: string;
  /** What holds, in words, where all of it is filled in: said quietly while nothing is found. */
  readonly holds?: string | false | undefined;
  readonly children: ComponentChildren;
}

/** Alike findings are said once: what is open in each of seven criteria is one sentence in the list below the tree. */
const MOST = 3;

export function Row({ sheet, metric = '', places, class: name = '', holds, children }: RowProps) {
  const found = beside(sheet, metric, places);
  // What somebody lets stand does not hold; it is in the list of what is muted.
  const muted = sheet.findings.some((told) => told.metric === metric && told.field !== undefined && places.includes(told.field));
  const said = !muted && holds;
  return (
    <div class={`row${found.length > 0 || said ? ' noted' : ''}`} data-place={places.map((place) => `${metric}/${place}`).join(' ')}>
      <div class={`fields ${name}`}>{children}</div>
      {found.length > 0 && (
        <div class="beside">
          {found.slice(0, MOST).map((told) => (
            <Note key={told.rule} told={told} />
          ))}
        </div>
      )}
      {said && (
        <div class="beside">
          <p class="found small holds">
            <Icon name="check" />
            <span class="muted">
              <span class="quiet">{say('frameHolds')}: </span>
              {said}
            </span>
          </p>
        </div>
      )}
    </div>
  );
}

export function Note({ told: { level, what, todo } }: { told: Told }) {
  return (
    <p class={`found small ${level}`}>
      <Icon name={level === 'note' ? 'note' : 'warning'} />
      <span>
        <span class="quiet">{say(level === 'note' ? 'frameNote' : level === 'error' ? 'frameError' : 'frameWarning')}: </span>
        {what} <span class="muted">{todo}</span>
      </span>
    </p>
  );
}
