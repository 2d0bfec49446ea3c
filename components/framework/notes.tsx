// What a framework lacks or contradicts, with the requirement each note comes from. Notes explain; they never forbid.
import { Rich } from '../panel/rich.tsx';
import { formatNumber } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { say, type Word } from '../../lib/say.ts';
import type { Note, NoteCode } from '../../lib/state/framework-notes.ts';
import { Icon } from '../shell/icons.tsx';
import { starless } from './starless.ts';

const WORDS: Readonly<Record<NoteCode, Word>> = {
  'no-inputs': 'frameNoteNoInputs',
  'few-inputs': 'frameNoteFew',
  'six-inputs': 'frameNoteSix',
  'many-inputs': 'frameNoteMany',
  'no-sensitivity': 'frameNoteSensitivity',
  'no-owner': 'frameNoteOwner',
  'no-goal': 'frameNoteGoal',
  'wrong-way': 'frameNoteWrongWay',
  dates: 'frameNoteDates',
  sign: 'frameNoteSign',
  'no-claims': 'frameNoteNoClaims',
  'shared-claim': 'frameNoteShared',
};

/** Commas between the names, "and" before the last, as the browser's language does it. */
const listed = (names: readonly string[]): string => new Intl.ListFormat(undefined, { type: 'conjunction' }).format(names);

function countPhrase(notes: readonly Note[]): string {
  const warnings = notes.filter(({ level }) => level === 'warning').length;
  const others = notes.length - warnings;
  const parts = [
    ...(warnings > 0 ? [warnings === 1 ? say('frameOneWarning') : say('frameWarnings', warnings)] : []),
    ...(others > 0 ? [others === 1 ? say('frameOneNote') : say('frameOtherNotes', others)] : []),
  ];
  return parts.join(', ');
}

export function Notes({ notes, metrics }: { notes: readonly Note[]; metrics: readonly Metric[] }) {
  const nameless = ({ role }: Metric): string => say(role === 'north-star' ? 'frameTheNorthStar' : 'frameNewInput');
  const named = (ids: readonly string[]): string =>
    listed(metrics.filter(({ id }) => ids.includes(id)).map((metric) => starless(shortName(metric)) || nameless(metric)));
  return (
    <section class="notes" aria-label={say('frameNotes')}>
      <header>
        <h2>{say('frameNotes')}</h2>
        <span class="small muted">{notes.length === 0 ? say('frameNotesNone') : countPhrase(notes)}</span>
      </header>
      <ul>
        {notes.map(({ level, code, metrics: ids, values, rule }) => (
          <li key={`${code}${values.join()}`} class={level}>
            <Icon name={level === 'warning' ? 'warning' : 'note'} />
            <p class="small">
              <span class="quiet">{say(level === 'warning' ? 'frameWarning' : 'frameNote')}: </span>
              <Rich
                text={say(
                  WORDS[code],
                  ...(ids.length > 0
                    ? [named(ids)]
                    : values.map((value) => (typeof value === 'number' ? formatNumber(value) : starless(value)))),
                )}
              />
            </p>
            {rule && <span class="micro muted">{say('frameRule', rule[0], rule[1])}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
