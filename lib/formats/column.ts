// A column of a table, and the few digits an estimate has.

export interface Column {
  readonly name: string;
  /** `time`: text of the form 2026-11-22 14:05:00, UTC. */
  readonly kind: 'text' | 'number' | 'time';
  /** In characters. */
  readonly width: number;
}

export const column = (name: string, kind: Column['kind'], width: number): Column => ({ name, kind, width });

/** Six digits: enough to add up, and no more than an estimate has. */
export const six = (value: number | undefined): number | undefined => (value === undefined ? undefined : Number(value.toPrecision(6)));
