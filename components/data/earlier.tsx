// Earlier imports: when, from where, how much, and the way back for each that still has one.
import { formatNumber } from '../../lib/impact/shown.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import { dayHere } from '../../lib/model/day.ts';
import type { EarlierImports, TakingBack } from '../../lib/state/earlier-imports.ts';
import type { Imported } from '../../lib/store/imports.ts';
import { refusedPhrase, sourceName, takenBackPhrase } from './import-words.ts';

export interface EarlierProps {
  readonly earlier: EarlierImports;
  /** ISO day. */
  readonly today: string;
}

export function Earlier({ earlier, today }: EarlierProps) {
  const list = earlier.list.value;
  const taking = earlier.taking.value;
  if (list.length === 0) return null;
  return (
    <section class="earlier">
      <h2 id="earlier-imports">{say('importEarlier')}</h2>
      <ul aria-labelledby="earlier-imports">
        {list.map((one) => (
          <Row
            key={one.id}
            one={one}
            today={today}
            taking={taking?.id === one.id ? taking : undefined}
            busy={taking?.at === 'undoing'}
            onUndo={() => void earlier.undo(one.id)}
          />
        ))}
      </ul>
    </section>
  );
}

const WORDS = {
  readings: ['importEarlierOne', 'importEarlierMany', 'importEarlierChanged'],
  answers: ['answersEarlierOne', 'answersEarlierMany', 'answersEarlierChanged'],
  entries: ['entriesCountOne', 'entriesCount', 'entriesEarlierChanged'],
} as const;

interface RowProps extends Pick<EarlierProps, 'today'> {
  readonly one: Imported;
  readonly taking: TakingBack | undefined;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

function Row({ one, today, taking, busy, onUndo }: RowProps) {
  const day = formatDay(dayHere(new Date(one.at)), today);
  const source = sourceName(one.file);
  const words = WORDS[one.kind];
  const rows = one.rows === 1 ? say(words[0]) : say(words[1], formatNumber(one.rows));
  return (
    <li>
      <span class="small num">{day}</span>
      <span class="cut">{source}</span>
      <span class="small muted num">{rows}</span>
      <span class="does small" role="status">
        {taking?.at === 'undoing' ? (
          <progress value={taking.done / taking.of} aria-label={say('importEarlierUndoing', source)} />
        ) : taking?.at === 'kept' ? (
          <span class="bad">{taking.why && refusedPhrase(taking.why)}</span>
        ) : (
          <span class="muted">{one.open.length === 0 ? takenBackPhrase(one.left, one.kind) : !one.undoable && say(words[2])}</span>
        )}
      </span>
      {one.undoable && taking?.at !== 'undoing' && (
        <button
          type="button"
          class="btn"
          aria-disabled={busy}
          aria-label={say('importEarlierUndo', source, day, rows)}
          onClick={() => !busy && onUndo()}
        >
          {say('undo')}
        </button>
      )}
    </li>
  );
}
