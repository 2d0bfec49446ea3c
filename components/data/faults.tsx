// Rows of a file that were not read: where, and what is wrong; and all of them as a file to mend the table by.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';

/** Rows of a table that are drawn; how many there are is said. */
export const MOST_DRAWN = 200;
export const shownOf = (all: number): string => (all > MOST_DRAWN ? say('importShown', formatNumber(MOST_DRAWN), formatNumber(all)) : '');

/** A row, its column, and what is wrong, in words. */
export type FaultRow = readonly [row: number, column: string, says: string];

export interface FaultsProps<T> {
  readonly faults: readonly T[];
  readonly tell: (fault: T) => FaultRow;
  /** Has rows kept as a file, the headings first. */
  readonly onSave: (rows: readonly (readonly (string | number)[])[]) => void;
}

export function Faults<T>({ faults, tell, onSave }: FaultsProps<T>) {
  if (faults.length === 0) return null;
  const heads = [say('importRow'), say('importInColumn'), say('importWrong')] as const;
  return (
    <section>
      <h3>
        {say('importFaults')} <span class="muted small">{shownOf(faults.length)}</span>
      </h3>
      <p class="small muted">
        {say('importFaultsWhat')}{' '}
        <button type="button" class="link" onClick={() => onSave([heads, ...faults.map(tell)])}>
          {say('answersSaveFaults')}
        </button>
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={say('importFaults')}>
        <table>
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={head} scope="col" class={i === 0 ? 'num' : ''}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, MOST_DRAWN).map((fault, i) => {
              const [row, column, says] = tell(fault);
              return (
                <tr key={i}>
                  <td class="num">{formatNumber(row)}</td>
                  <td class="cut">{column}</td>
                  <td class="says">{says}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
