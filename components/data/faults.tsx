// Rows of a file that were not read: where, and what is wrong; and all of them as a file to mend the table by.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import { RowsTable } from './rows-table.tsx';

/** A row, its column, and what is wrong, in words. */
export type FaultRow = readonly [row: number, column: string, says: string];

export interface FaultsProps<T> {
  readonly faults: readonly T[];
  readonly tell: (fault: T) => FaultRow;
  /** Has rows kept as a file, the headings first. */
  readonly onSave: (rows: readonly (readonly (string | number)[])[]) => void;
}

export function Faults<T>({ faults, tell, onSave }: FaultsProps<T>) {
  const heads = [say('importRow'), say('importInColumn'), say('importWrong')] as const;
  return (
    <RowsTable
      name={say('importFaults')}
      list={faults}
      columns={[
        { name: heads[0], look: 'num', cell: (fault) => formatNumber(tell(fault)[0]) },
        { name: heads[1], look: 'cut', cell: (fault) => tell(fault)[1] },
        { name: heads[2], look: 'says', cell: (fault) => tell(fault)[2] },
      ]}
    >
      <p class="small muted">
        {say('importFaultsWhat')}{' '}
        <button type="button" class="link" onClick={() => onSave([heads, ...faults.map(tell)])}>
          {say('answersSaveFaults')}
        </button>
      </p>
    </RowsTable>
  );
}
