// A table of an import's rows, as far as they are drawn: what would change, and what was not read.
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';

/** Rows that are drawn; how many there are is said. */
const MOST_DRAWN = 200;

export interface RowsColumn<T> {
  readonly name: string;
  /** Of its cells: `num`, `cut`, `says`, `muted`, `strong`. */
  readonly look?: string | ((one: T) => string);
  readonly cell: (one: T) => ComponentChildren;
  /** What a cut cell says in full. */
  readonly title?: (one: T) => string;
}

export interface RowsTableProps<T> {
  readonly name: string;
  readonly list: readonly T[];
  readonly columns: readonly RowsColumn<T>[];
  readonly wide?: boolean;
  /** Between the name and the table. */
  readonly children?: ComponentChildren;
}

const isNumber = (look: string): boolean => look.split(' ').includes('num');

export function RowsTable<T>({ name, list, columns, wide, children }: RowsTableProps<T>) {
  if (list.length === 0) return null;
  return (
    <section>
      <h3>
        {name}{' '}
        <span class="muted small">
          {list.length > MOST_DRAWN && say('importShown', formatNumber(MOST_DRAWN), formatNumber(list.length))}
        </span>
      </h3>
      {children}
      <div class={wide ? 'scroll wide' : 'scroll'} tabIndex={0} role="region" aria-label={name}>
        <table>
          <thead>
            <tr>
              {columns.map(({ name: head, look }) => (
                <th key={head} scope="col" class={typeof look === 'string' && isNumber(look) ? 'num' : ''}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.slice(0, MOST_DRAWN).map((one, i) => (
              <tr key={i}>
                {columns.map(({ name: head, look = '', cell, title }) => (
                  <td key={head} class={typeof look === 'string' ? look : look(one)} title={title?.(one)}>
                    {cell(one)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
