// Walking the tree by arrow keys: along a row, and to the row above or below, to where one stood.

/** The key of the node an arrow leads to; `undefined` at the ends. @param rows keys of the nodes, from top to bottom */
export function neighbour(rows: readonly (readonly string[])[], from: string, arrow: string): string | undefined {
  const full = rows.filter((row) => row.length > 0);
  const at = full.findIndex((row) => row.includes(from));
  const row = full[at] ?? [];
  const place = row.indexOf(from);
  if (arrow === 'ArrowLeft') return row[place - 1];
  if (arrow === 'ArrowRight') return row[place + 1];
  if (arrow === 'Home') return row[0];
  if (arrow === 'End') return row.at(-1);
  const next = full[at + (arrow === 'ArrowUp' ? -1 : arrow === 'ArrowDown' ? 1 : Number.NaN)];
  return next?.[Math.min(next.length - 1, Math.round(((place + 0.5) / row.length) * next.length - 0.5))];
}
