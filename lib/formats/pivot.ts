// What the pivot table adds up: gain and tickets by what they move and by quarter, kept as rows go by. As many cells as there are
// inputs and quarters, however many rows.
import { PIVOT } from './more-columns.ts';
import type { Cell } from './cell.ts';

export interface PivotCell {
  gain: number | undefined;
  tickets: number;
}

export interface PivotSums {
  /** Names as the program shows them, in order: what brings most first, reasons behind. */
  readonly rows: readonly string[];
  /** The earliest first. */
  readonly columns: readonly string[];
  at(row: string | undefined, column: string | undefined): PivotCell;
}

export interface Pivot {
  /** @param cells of one row, by the table's head */
  add(cells: readonly Cell[]): void;
  sums(): PivotSums;
}

/** A pivot table's items differ by more than case. */
const same = (name: string): string => name.toLowerCase();

export function createPivot(head: readonly string[]): Pivot {
  const [moves, quarter] = [head.indexOf(PIVOT.rows), head.indexOf(PIVOT.columns)];
  const [gainAt, countAt] = [head.indexOf(PIVOT.gain), head.indexOf(PIVOT.count)];
  const names = new Map<string, string>();
  const quarters = new Set<string>();
  const cells = new Map<string, PivotCell>();
  const cellAt = (row: string | undefined, column: string | undefined): PivotCell => {
    const key = JSON.stringify([row === undefined ? 0 : same(row), column ?? 0]);
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = { gain: undefined, tickets: 0 }));
    return cell;
  };
  return {
    add: (values) => {
      const [row, column] = [String(values[moves] ?? ''), String(values[quarter] ?? '')];
      if (!names.has(same(row))) names.set(same(row), row);
      quarters.add(column);
      const gain = values[gainAt];
      for (const cell of [cellAt(row, column), cellAt(row, undefined), cellAt(undefined, column), cellAt(undefined, undefined)]) {
        cell.tickets += Number(values[countAt] ?? 0);
        if (typeof gain === 'number') cell.gain = (cell.gain ?? 0) + gain;
      }
    },
    sums: () => {
      const size = (row: string): number => Math.abs(cellAt(row, undefined).gain ?? -1);
      return { rows: [...names.values()].toSorted((a, b) => size(b) - size(a)), columns: [...quarters].toSorted(), at: cellAt };
    },
  };
}
