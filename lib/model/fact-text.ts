// Words of a tracker as they are kept: hostile text of any length, made one short line. No schema library here: the scripts
// that read pages use this too.

/** Longer ones are cut where they are read, not refused. */
export const FACT_LENGTH = 200;
export const TITLE_LENGTH = 300;

// Control characters, and those that turn the direction of what follows them.
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line of at most so many characters; `undefined` where nothing is left. */
export function factText(raw: string | null | undefined, most = FACT_LENGTH): string | undefined {
  // Far longer ones are no words, and are not looked through.
  const text = (raw ?? '')
    .slice(0, most * 20)
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed();
  return text.trim() || undefined;
}

/** Each of them once, in their order; the first so many. */
export const factTexts = (raws: Iterable<string | null | undefined>, most: number): string[] =>
  [...new Set([...raws].flatMap((raw) => factText(raw) ?? []))].slice(0, most);

/** Points as trackers write them, `3`, `2.5`, `2,5`; `undefined` for what is none or cannot be. */
export function factPoints(raw: string | null | undefined): number | undefined {
  const text = raw?.trim().replace(',', '.') ?? '';
  const points = /^\d{1,5}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  return points <= 10_000 ? points : undefined;
}
