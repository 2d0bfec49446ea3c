// How a bench speaks: one line a figure, with what it is measured against beside it.

/** The middle value; the mean of the middle two where there is no one middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** `12.3-45.6`: the least and the most, so that nobody takes a median for a constant. */
export const range = (values: readonly number[]): string => `${short(Math.min(...values))}-${short(Math.max(...values))}`;

/** Three digits that count: more would be noise. */
export function short(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

export interface Beside {
  /** `floor`, `peer Refined GitHub`, `without`. */
  readonly name: string;
  readonly value: number;
}

/** Prints `name: value unit (beside: value, ratio: r; notes)`. */
export function print(name: string, value: number, unit: string, beside: readonly Beside[], ...notes: readonly string[]): void {
  const compared = beside.map(
    (other) => `${other.name}: ${short(other.value)}, ratio: ${other.value === 0 ? 'none' : short(value / other.value)}`,
  );
  const around = [...compared, ...notes].join('; ');
  console.log(`${name}: ${short(value)} ${unit}${around ? ` (${around})` : ''}`);
}
