// Quarters of the calendar, as `2026-Q4`.

/** The quarter of an ISO day or time. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** The quarter after, or before with -1. */
export function quarterBeside(quarter: string, by: 1 | -1): string {
  const at = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1 + by;
  return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
}
