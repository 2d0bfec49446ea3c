// The language that numbers and days are written in: that of the words around them, so that no sentence speaks two.
// Who knows the words (say.ts) says so here; without words, as in a test of arithmetic, it is the system's own.

let tell: () => { readonly tag: string | undefined; readonly rightToLeft: boolean } = () => ({ tag: undefined, rightToLeft: false });

/** Who is asked from now on. */
export const writeAs = (teller: typeof tell): void => {
  tell = teller;
};

/** BCP 47, for `Intl`; `undefined` is the system's own. */
export const locale = (): string | undefined => tell().tag;

/**
 * A number with its sign and unit, kept in order: among right-to-left words `+5 pp` would else be drawn as `pp 5+`.
 * Among left-to-right words nothing is added.
 */
export const inOrder = (number: string): string => (tell().rightToLeft ? `\u2066${number}\u2069` : number);
