// The name somebody may have meant.

/** Something that can be called by its id or its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A name as one compares it: case, hyphens, underscores and extra spaces do not count. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** How many letters to add, drop or change to get from one word to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** 0 for the same, 1 for nothing in common; a whole word or the beginning of the other is nearly the same. */
function unlikeness(typed: string, name: string): number {
  if (typed !== '' && ` ${name}`.includes(` ${typed}`)) return (name.length - typed.length) / name.length / 4;
  return distance(typed, name) / Math.max(1, typed.length, name.length);
}

/** The one called most like `typed`, by name or id; the first of equals, `undefined` only where there are none. */
export function nearestTo(typed: string, among: readonly Named[]): Named | undefined {
  // Longer than any name: what comes later cannot make it any nearer, and hostile text costs no time.
  const word = plainName(typed.slice(0, 150));
  const scored = among.map(({ id, name }) => ({ id, name, far: Math.min(...[id, name].map((one) => unlikeness(word, plainName(one)))) }));
  const [first] = scored.toSorted((a, b) => a.far - b.far);
  return first && { id: first.id, name: first.name };
}
